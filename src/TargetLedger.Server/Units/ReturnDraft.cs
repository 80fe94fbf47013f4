using FluentValidation;
using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>内部退回: who should sign sends the draft back. It stays within the unit.</summary>
internal static class ReturnDraftEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToDraft<DraftReturning>(
            "return",
            "return-draft",
            new Shape(),
            (command, found) => DraftSigning.Return(found.Draft, command.Body.Reason, found.Rules, found.Posts, command.Caller.Account, command.At))
        .WithSummary("内部退回 / Return a draft within the unit");

    private sealed class Shape : AbstractValidator<DraftReturning>
    {
        public Shape() => RuleFor(r => r.Reason).IsStated();
    }
}

internal sealed record DraftReturning(string Reason);
