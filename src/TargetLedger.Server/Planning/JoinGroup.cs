using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Units;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>加入单位组: from a day on a unit is a member.</summary>
internal static class JoinGroupEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/groups/{group}/members", new WriteUseCase<NewMember, GroupInView>(
            "join-group",
            new Shape(),
            async (command, view, cancellationToken) => await view.GroupAsync(command.RouteText("group"), cancellationToken) is { } group
                ? new(group, await view.DirectoryAsync([command.Body.Unit], [], cancellationToken))
                : null,
            found => found.Group!.Version,
            (_, _) => Access.Granted,
            (command, found) => Proposal.Of(
                found.Directory.Units.ContainsKey(command.Body.Unit)
                    ? UnitGroup.Join(found.Group!, command.Body.Unit, command.Body.From)
                    : Decision.No(UnitRefusals.Unknown(command.Body.Unit, "/unit")),
                StreamIds.GroupType,
                StreamIds.Group(found.Group!.Code),
                found.Group.Version)))
        .Needs(Right.KeepLists)
        .WithSummary("加入单位组 / Add a member to a group");

    private sealed class Shape : AbstractValidator<NewMember>
    {
        public Shape() => RuleFor(m => m.Unit).IsStated();
    }
}

internal sealed record NewMember(string Unit, DateOnly From);
