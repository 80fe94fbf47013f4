using TargetLedger.Domain;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Telling;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>What no table holds, folded from its few events as known at a position: rules of submission, proposals to link, and the streams asked for.</summary>
internal sealed record BesideTheBoards(
    SubmissionRulesBook Rules, IReadOnlyList<UnitPosts> Posts, IReadOnlyList<ReminderCalls> Calls, IReadOnlyList<InboxMarks> Marks, IReadOnlyList<LinkProposal> Proposals)
{
    public static async Task<BesideTheBoards> ReadAsync(
        LedgerReader ledger, TimeZoneInfo zone, IReadOnlyList<string> streams, long position, CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, object>(StringComparer.Ordinal);
        await foreach (var stored in ledger.ReadTypesAsync([StreamIds.SubmissionType, StreamIds.LinkProposalType], streams, position, cancellationToken))
            states[stored.Stream] = Evolve(states.GetValueOrDefault(stored.Stream), stored, RecordedEvent.Of(stored, zone));
        return new(
            states.Values.OfType<SubmissionRulesBook>().SingleOrDefault() ?? SubmissionRulesBook.Empty,
            [.. states.Values.OfType<UnitPosts>()],
            [.. states.Values.OfType<ReminderCalls>()],
            [.. states.Values.OfType<InboxMarks>()],
            [.. states.Values.OfType<LinkProposal>().OrderBy(p => p.ProposedAt)]);
    }

    private static object Evolve(object? state, StoredEvent stored, Recorded recorded) => stored.StreamType switch
    {
        StreamIds.SubmissionType => SubmissionRulesBook.Evolve((SubmissionRulesBook?)state ?? SubmissionRulesBook.Empty, recorded),
        StreamIds.PostsType => UnitPosts.Evolve((UnitPosts?)state, recorded),
        StreamIds.CallsType => ReminderCalls.Evolve((ReminderCalls?)state, recorded),
        StreamIds.InboxType => InboxMarks.Evolve((InboxMarks?)state, recorded),
        StreamIds.LinkProposalType => LinkProposal.Evolve(
            Guid.ParseExact(stored.Stream.AsSpan(StreamIds.LinkProposalType.Length + 1), "D"), (LinkProposal?)state, recorded),
        _ => throw new InvalidOperationException($"{stored.StreamType} is not beside the boards."),
    };
}
