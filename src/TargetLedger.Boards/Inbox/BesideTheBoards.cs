using TargetLedger.Domain;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Telling;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>What no table holds, folded from its few events as known at a position: rules of submission, and the streams asked for.</summary>
internal sealed record BesideTheBoards(
    SubmissionRulesBook Rules, IReadOnlyList<UnitPosts> Posts, IReadOnlyList<ReminderCalls> Calls, IReadOnlyList<InboxMarks> Marks)
{
    public static async Task<BesideTheBoards> ReadAsync(
        LedgerReader ledger, TimeZoneInfo zone, IReadOnlyList<string> streams, long position, CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, object>(StringComparer.Ordinal);
        await foreach (var stored in ledger.ReadTypesAsync([StreamIds.SubmissionType], streams, position, cancellationToken))
            states[stored.Stream] = Evolve(states.GetValueOrDefault(stored.Stream), stored.StreamType, RecordedEvent.Of(stored, zone));
        return new(
            states.Values.OfType<SubmissionRulesBook>().SingleOrDefault() ?? SubmissionRulesBook.Empty,
            [.. states.Values.OfType<UnitPosts>()],
            [.. states.Values.OfType<ReminderCalls>()],
            [.. states.Values.OfType<InboxMarks>()]);
    }

    private static object Evolve(object? state, string streamType, Recorded recorded) => streamType switch
    {
        StreamIds.SubmissionType => SubmissionRulesBook.Evolve((SubmissionRulesBook?)state ?? SubmissionRulesBook.Empty, recorded),
        StreamIds.PostsType => UnitPosts.Evolve((UnitPosts?)state, recorded),
        StreamIds.CallsType => ReminderCalls.Evolve((ReminderCalls?)state, recorded),
        StreamIds.InboxType => InboxMarks.Evolve((InboxMarks?)state, recorded),
        _ => throw new InvalidOperationException($"{streamType} is not beside the boards."),
    };
}
