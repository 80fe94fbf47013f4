using FluentValidation;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>登记对方口径: a verified figure of another ledger, shown and added to nothing.</summary>
internal static class ReceiveCounterpartFigureEndpoint
{
    private const int HexDigitsOfSha256 = 64;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment(
            "counterpart-figures",
            new Shape(),
            Right.KeepLists,
            _ => true,
            w => ReceiveCounterpartFigure.Decide(w.Commitment, w.Body))
        .WithSummary("登记对方口径 / Receive another ledger's figure");

    private sealed class Shape : AbstractValidator<ReceiveCounterpartFigure>
    {
        public Shape()
        {
            RuleFor(c => c.Ledger).IsStated().FitsIn(200);
            RuleFor(c => c.Commitment).IsStated().FitsIn(200);
            RuleFor(c => c.Source).IsStated().FitsIn(500);
            RuleFor(c => c.Position).Must(p => p > 0).Says("value_out_of_range", "位置从 1 起", "positions begin at 1");
            RuleFor(c => c.Hash).Must(h => h.Length == HexDigitsOfSha256 && h.All(x => char.IsAsciiDigit(x) || x is >= 'a' and <= 'f'))
                .Says("hash_invalid", "应为 64 位小写十六进制的 SHA-256", "must be a SHA-256 of 64 lower-case hex digits");
        }
    }
}
