using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Units;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>单位更名: code and history stay.</summary>
internal static class RenameUnitEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/units/{unit}/name", new WriteUseCase<NewName, Unit>(
            "rename-unit",
            new Shape(),
            (command, view, cancellationToken) => view.UnitAsync(command.RouteText("unit"), cancellationToken),
            unit => unit.Version,
            (_, _) => Access.Granted,
            (command, unit) => Proposal.Of(
                Unit.Rename(unit, command.Body.Name, command.Body.From, command.Body.Authority), StreamIds.UnitType, StreamIds.Unit(unit.Code), unit.Version)))
        .Needs(Right.KeepLists)
        .WithSummary("单位更名 / Rename a unit");

    private sealed class Shape : AbstractValidator<NewName>
    {
        public Shape()
        {
            RuleFor(n => n.Name).IsStated().FitsIn(200);
            RuleFor(n => n.Authority).IsStated();
        }
    }
}

internal sealed record NewName(string Name, DateOnly From, string Authority);
