using FluentValidation;
using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Telling;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Telling;

/// <summary>记录催报: a supervisor, or the lead that phones its member, writes down a call; who called is the account, when is when it is recorded.</summary>
internal static class RecordCallEndpoint
{
    private const int MostCommitments = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/units/{unit}/calls", new WriteUseCase<CallMade, CallsInView>(
            "record-call",
            new Shape(),
            FindAsync,
            found => found.Calls.Version,
            (command, found) => Rights.MayRemind(command.Caller, found.Calls.Unit, command.Body.Cutoff, found.About, command.At.Day) ? Access.Granted : Access.Denied,
            (command, found) => Proposal.Of(
                Decide(command, found), StreamIds.CallsType, StreamIds.Calls(found.Calls.Unit), found.Calls.Version, command.NewId, $"/units/{found.Calls.Unit}/calls")))
        .Needs(Right.Remind)
        .WithSummary("记录催报 / Record a call");

    private static async Task<CallsInView?> FindAsync(Command<CallMade> command, LedgerView view, CancellationToken cancellationToken)
    {
        if (await view.UnitAsync(command.RouteText("unit"), cancellationToken) is not { } unit)
            return null;
        var about = new List<CommitmentInView?>();
        foreach (var named in command.Body.Commitments ?? [])
            about.Add(CommitmentReference.ToStream(named) is { } stream ? await view.InViewAsync(stream, [], cancellationToken) : null);
        return new(await view.CallsAsync(unit.Code, cancellationToken), await view.PostsAsync(unit.Code, cancellationToken), about);
    }

    private static Decision Decide(Command<CallMade> command, CallsInView found)
    {
        var made = command.Body;
        List<Refusal> refusals =
        [
            .. found.About.Index().Where(c => c.Item is null).Select(c => new Refusal("commitment_unknown", "没有这个事项", "there is no such commitment", $"/commitments/{c.Index}")),
        ];
        if (made.Assignment is { } assignment && !found.Posts.Holdings.Exists(h => h.Assignment == assignment))
            refusals.Add(new("post_unknown", "没有这项任职", "there is no such assignment", "/assignment"));
        var decided = ReminderCalls.Record(
            found.Calls,
            new(command.NewId, found.Calls.Unit, made.Cutoff, [.. found.About.OfType<CommitmentInView>().Select(c => c.Commitment.Id)], made.Outcome, made.Assignment, made.Promised, made.Answer is { } said ? new(said) : null),
            command.At);
        if (decided is Decision.Refuse refuse)
            refusals.AddRange(refuse.Reasons);
        return refusals.Count > 0 ? Decision.No(refusals) : decided;
    }

    private sealed class Shape : AbstractValidator<CallMade>
    {
        public Shape()
        {
            RuleFor(c => c.Commitments!).HasAtMost(MostCommitments);
            RuleFor(c => c.Answer!).IsStated().When(c => c.Answer is not null);
        }
    }

    /// <param name="About">The commitments named; null in place of one that is not there.</param>
    private sealed record CallsInView(ReminderCalls Calls, UnitPosts Posts, IReadOnlyList<CommitmentInView?> About);
}

/// <param name="Cutoff">The last day of the period the call was about.</param>
/// <param name="Commitments">By stream or number; all that is owed where none is named. A lead names those it leads.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Assignment">Whom was called, of the unit's posts.</param>
/// <param name="Promised">By when the unit will report.</param>
internal sealed record CallMade(
    DateOnly Cutoff, CallOutcome Outcome, string? Answer = null, DateOnly? Promised = null, Guid? Assignment = null, IReadOnlyList<string>? Commitments = null);
