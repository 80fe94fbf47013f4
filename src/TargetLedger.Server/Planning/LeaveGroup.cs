using TargetLedger.Domain;
using TargetLedger.Domain.Units;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>退出单位组: a unit's last day as a member.</summary>
internal static class LeaveGroupEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/groups/{group}/members/{unit}/leave", new WriteUseCase<LastDay, UnitGroup>(
            "leave-group",
            Validator: null,
            (command, view, cancellationToken) => view.GroupAsync(command.RouteText("group"), cancellationToken),
            group => group.Version,
            (_, _) => Access.Granted,
            (command, group) => Proposal.Of(
                UnitGroup.Leave(group, command.RouteText("unit"), command.Body.On), StreamIds.GroupType, StreamIds.Group(group.Code), group.Version)))
        .Needs(Right.KeepLists)
        .WithSummary("退出单位组 / End a membership");
}

/// <param name="On">The last day of membership.</param>
internal sealed record LastDay(DateOnly On);
