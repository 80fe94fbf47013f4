using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Units;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>登记单位: an organisation gets its code in the ledger, for ever.</summary>
internal static class RegisterUnitEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/units", new WriteUseCase<NewUnit, Found<Unit>>(
            "register-unit",
            new Shape(),
            async (command, view, cancellationToken) => new(await view.UnitAsync(command.Body.Code, cancellationToken)),
            found => found.State?.Version ?? 0,
            (_, _) => Access.Granted,
            (command, found) => Proposal.Of(
                Decide(found.State, command.Body), StreamIds.UnitType, StreamIds.Unit(command.Body.Code), found.State?.Version ?? 0, location: $"/units/{command.Body.Code}")))
        .Needs(Right.KeepLists)
        .WithSummary("登记单位 / Register a unit");

    private static Decision Decide(Unit? known, NewUnit wanted) => known switch
    {
        null => Decision.Of(new UnitRegistered(wanted.Code, wanted.Name, wanted.Kind, wanted.Aliases ?? [], wanted.CreditCode, wanted.RegionCode)),
        _ when wanted.Matches(known) => Decision.Done,
        _ => Decision.No(new Refusal("unit_exists", $"编码 {wanted.Code} 已用于“{known.Name}”", $"the code {wanted.Code} belongs to “{known.Name}”", "/code")),
    };

    private sealed class Shape : AbstractValidator<NewUnit>
    {
        public Shape()
        {
            RuleFor(u => u.Code).IsCode();
            RuleFor(u => u.Name).IsStated().FitsIn(200);
            RuleFor(u => u.Aliases!).HasAtMost(50);
            RuleForEach(u => u.Aliases).IsStated().FitsIn(200);
        }
    }
}

/// <param name="Code">Short, of the ledger's own; responsibilities and accounts refer to it.</param>
/// <param name="CreditCode">统一社会信用代码.</param>
/// <param name="RegionCode">行政区划代码.</param>
internal sealed record NewUnit(
    string Code,
    string Name,
    UnitKind Kind,
    IReadOnlyList<string>? Aliases = null,
    string? CreditCode = null,
    string? RegionCode = null)
{
    public bool Matches(Unit known)
        => known.Name == Name
           && known.Kind == Kind
           && known.CreditCode == CreditCode
           && known.RegionCode == RegionCode
           && known.Aliases.SequenceEqual(Aliases ?? [], StringComparer.Ordinal);
}
