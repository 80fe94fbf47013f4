using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.EventStore;

namespace TargetLedger.Server.Hosting;

/// <summary>
/// Records the reporting periods that were missed, once each: what is asked is a pure function of what was in at the end of a
/// due date, every append expects the version it was decided on, and every event has the id of its unit and period. So it may
/// be run late, twice, on several nodes or half way. It goes through the commitments slice by slice and starts again from
/// what is recorded when it is cut off.
/// </summary>
internal sealed class PeriodCloser(
    Ledger ledger, CommitmentSlices slices, BoardsWatch boards, StateCache states, LedgerTime time, ServerMetrics metrics, ILogger<PeriodCloser> logger)
{
    /// <summary>Nobody stands behind it but the calendar.</summary>
    public const string Account = "system";

    // Of what ended long ago nothing falls due any more.
    private const int DaysLookedBack = 400;
    private const int AppendsAtOnce = 512;
    private const int EventsAtOnce = 500;
    private const int MaxAttempts = 6;
    private static readonly TimeSpan LevelWithin = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>How far it has come; null before the first time.</summary>
    public Closing? Progress { get; private set; }

    /// <summary>Brings what is recorded to the present business day; at once where that was done before.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var today = time.Now.Day;
            if (Progress is { Done: true } done && done.Day >= today)
                return;
            // A report that is in but not on the boards yet would only look missing until its append is refused.
            if (!await boards.WaitForAsync(await ledger.Reader.HeadAsync(cancellationToken), LevelWithin, cancellationToken))
                throw new TimeoutException("The boards do not get level with the ledger.");
            await CloseAsync(today, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task CloseAsync(DateOnly today, CancellationToken cancellationToken)
    {
        Progress = new(today, 0, 0, Done: false);
        var after = "";
        while (await slices.NextAsync(after, today.AddDays(-DaysLookedBack), cancellationToken) is { } slice)
        {
            var missed = 0;
            foreach (var some in slice.Knowledge.Commitments.Chunk(AppendsAtOnce))
                missed += (await Task.WhenAll(some.Select(c => CloseAsync(c, slice.Knowledge, today, cancellationToken)))).Sum();
            Progress = Progress with { Commitments = Progress.Commitments + slice.Knowledge.Commitments.Count, Missed = Progress.Missed + missed };
            if (missed > 0)
                logger.LogInformation("Periods up to {Day}: {Missed} recorded as missed, {Commitments} commitments looked at", today, Progress.Missed, Progress.Commitments);
            after = slice.Last;
        }

        Progress = Progress with { Done = true };
    }

    /// <returns>How many periods were recorded as missed.</returns>
    private async Task<int> CloseAsync(Commitment commitment, Knowledge known, DateOnly today, CancellationToken cancellationToken)
    {
        var recorded = 0;
        var current = commitment;
        for (var attempt = 1; ; attempt++)
        {
            if (MissedPeriods.Decide(current, today, known.Schedule, known.Directory) is not Decision.Record decided)
                return recorded;
            object[] events = [.. decided.Events.Take(EventsAtOnce)];
            if (await AppendAsync(current, events, cancellationToken))
            {
                recorded += events.Length;
                if (events.Length == decided.Events.Count)
                    return recorded;
                attempt = 0;
            }
            else if (attempt == MaxAttempts)
            {
                throw new TimeoutException($"Others keep writing to {commitment.Id}.");
            }

            current = await ledger.Reader.FoldStreamAsync<Commitment>(
                commitment.Id, null, (state, e) => Commitment.Evolve(commitment.Id, state, RecordedEvent.Of(e, time.Zone)), cancellationToken: cancellationToken) ?? commitment;
        }
    }

    /// <returns>False when another event came first.</returns>
    private async Task<bool> AppendAsync(Commitment commitment, object[] events, CancellationToken cancellationToken)
    {
        var request = new AppendRequest(
            [new(commitment.Id, StreamIds.CommitmentType, ExpectedVersion.Exactly(commitment.Version), [.. events.Cast<ReportingPeriodMissed>().Select(e => EventOf(commitment, e))])],
            new(Account));
        if (await ledger.AppendAsync(request, cancellationToken) is not AppendResult.Appended appended)
            return false;
        states.Advance(request, appended);
        metrics.Recorded("close-periods", events.Length);
        return true;
    }

    private static NewEvent EventOf(Commitment commitment, ReportingPeriodMissed missed)
    {
        var alias = EventCatalog.AliasOf(missed);
        return new(StreamIds.NameBased(alias, commitment.Id, missed.Unit, $"{missed.Period.End:yyyy-MM-dd}"), alias, EventCatalog.Write(missed));
    }
}

/// <summary>How far the closing of periods has come.</summary>
/// <param name="Day">The business day it is done for.</param>
/// <param name="Commitments">Looked at so far.</param>
/// <param name="Missed">Periods recorded as missed.</param>
internal sealed record Closing(DateOnly Day, int Commitments, int Missed, bool Done);
