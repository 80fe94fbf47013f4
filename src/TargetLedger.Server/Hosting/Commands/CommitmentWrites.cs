using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Units;

namespace TargetLedger.Server.Hosting;

/// <summary>A wish about one commitment, beside everything its decision needs.</summary>
internal sealed record CommitmentWrite<TBody>(Command<TBody> Command, CommitmentInView InView)
{
    public TBody Body => Command.Body;

    public Caller Caller => Command.Caller;

    public Moment At => Command.At;

    public Commitment Commitment => InView.Commitment;

    public UnitDirectory Directory => InView.Directory;

    /// <summary>The rules of the business day, for its plan.</summary>
    public Rules Rules => InView.Rules.On(Command.At.Day, Commitment.Plan);

    /// <summary>The report the route names; a route that names one is only reached when there is one.</summary>
    public Report Report => Commitment.FindReport(Command.RouteId("report"))!;
}

internal static class CommitmentWrites
{
    /// <summary>Maps <c>POST /commitments/{commitment}/{act}</c>.</summary>
    /// <param name="replaces">True where this wish replaces what stands, so that If-Match is required of it.</param>
    /// <param name="names">Units and groups the body names beside the commitment's own.</param>
    public static RouteHandlerBuilder PostToCommitment<TBody>(
        this IEndpointRouteBuilder routes,
        string act,
        IValidator<TBody>? validator,
        Right right,
        Func<CommitmentWrite<TBody>, bool> mayAct,
        Func<CommitmentWrite<TBody>, Decision> decide,
        Func<CommitmentWrite<TBody>, bool>? replaces = null,
        Func<TBody, IEnumerable<Responsibility>>? names = null,
        Func<CommitmentWrite<TBody>, (Guid Id, string Location)>? made = null)
        where TBody : notnull
    {
        var useCase = new WriteUseCase<TBody, CommitmentInView>(
            act,
            validator,
            async (command, view, cancellationToken) =>
            {
                var found = await view.InViewAsync(RouteNames.CommitmentStream(command.RouteText("commitment")), names?.Invoke(command.Body) ?? [], cancellationToken);
                return NamesNoReport(command, found) ? null : found;
            },
            found => found.Commitment.Version,
            (command, found) => mayAct(new(command, found)) ? Access.Granted : Access.Denied,
            (command, found) =>
            {
                var write = new CommitmentWrite<TBody>(command, found);
                var thing = made?.Invoke(write);
                return Proposal.Of(decide(write), StreamIds.CommitmentType, found.Commitment.Id, found.Commitment.Version, thing?.Id, thing?.Location);
            },
            replaces is null ? null : (command, found) => replaces(new(command, found)),
            command => RouteNames.CommitmentStream(command.RouteText("commitment")));
        return routes.MapWrite(HttpMethods.Post, "/commitments/{commitment}/" + act, useCase).Needs(right);
    }

    private static bool NamesNoReport<TBody>(Command<TBody> command, CommitmentInView? found)
        => command.Route.ContainsKey("report") && found?.Commitment.FindReport(command.RouteId("report")) is null;
}
