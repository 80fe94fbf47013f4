namespace TargetLedger.EventStore.Tests.Checker;

public enum Rule
{
    EveryOkIsThere,
    NothingUnattempted,
    NoDefiniteFailureThere,
    AllOrNothing,
    EventIdOnce,
    KeyOnce,
    PositionsDense,
    VersionsContiguous,
    TimestampsIncrease,
    ExpectedVersionHeld,
    RealTimeOrder,
    ReadsArePrefixes,
}

public sealed record Violation(Rule Rule, string What);

/// <summary>
/// Compares what clients were told with what a ledger holds in the end. It knows nothing of how the ledger works; it only
/// needs the history to be complete and the log to have been read after the last attempt had ended for good.
/// </summary>
public static class LedgerChecker
{
    public static IReadOnlyList<Violation> Check(AppendHistory history, IReadOnlyList<StoredEvent> log)
    {
        var check = new Run(history, log);
        check.LogIsWellFormed();
        check.AttemptsAgreeWithLog();
        check.KeysAreRecordedOnce();
        check.OrderIsRealTime();
        check.ReadsArePrefixes();
        return check.Violations;
    }

    private sealed class Run
    {
        private readonly AppendHistory history;
        private readonly IReadOnlyList<StoredEvent> log;
        private readonly Dictionary<Guid, StoredEvent> byId = [];
        private readonly Dictionary<(string Stream, long Version), StoredEvent> byVersion = [];
        private readonly Attempt[] done;

        public Run(AppendHistory history, IReadOnlyList<StoredEvent> log)
        {
            this.history = history;
            this.log = log;
            done = [.. history.Attempts.Where(attempt => attempt.Result is AppendResult.Appended).OrderBy(attempt => attempt.CompletedAt)];
            foreach (var stored in log)
            {
                byVersion.TryAdd((stored.Stream, stored.Version), stored);
                if (!byId.TryAdd(stored.Id, stored))
                    Found(Rule.EventIdOnce, $"event {stored.Id} at positions {byId[stored.Id].Position} and {stored.Position}");
            }
        }

        public List<Violation> Violations { get; } = [];

        public void LogIsWellFormed()
        {
            var versions = new Dictionary<string, long>(StringComparer.Ordinal);
            for (var i = 0; i < log.Count; i++)
            {
                var stored = log[i];
                if (stored.Position != i + 1)
                    Found(Rule.PositionsDense, $"position {stored.Position} stands as number {i + 1}");
                var before = versions.GetValueOrDefault(stored.Stream);
                if (stored.Version != before + 1)
                    Found(Rule.VersionsContiguous, $"{stored.Stream}: version {stored.Version} follows {before}");
                versions[stored.Stream] = stored.Version;
                if (i > 0 && stored.Timestamp <= log[i - 1].Timestamp)
                    Found(Rule.TimestampsIncrease, $"position {stored.Position} is stamped {stored.Timestamp:O}, not after the one before");
            }
        }

        public void AttemptsAgreeWithLog()
        {
            var explained = new HashSet<Guid>();
            foreach (var attempt in history.Attempts)
            {
                if (attempt.Result is AppendResult.Appended appended)
                    OkIsThere(attempt, appended);
                if (attempt.Result is AppendResult.AlreadyRecorded { Outcome: var recorded })
                    RecordedBeforeIsThere(attempt, recorded);
                // Only these two may have put an event there. An answer "already recorded" put nothing of its own.
                if (attempt.Outcome is AttemptOutcome.Unknown || attempt.Result is AppendResult.Appended)
                    explained.UnionWith(attempt.EventIds);

                var there = attempt.EventIds.Count(byId.ContainsKey);
                if (there > 0 && there < attempt.EventIds.Count())
                    Found(Rule.AllOrNothing, $"{there} of {attempt.EventIds.Count()} events of {Name(attempt)} are there");
            }

            var attempted = history.Attempts.SelectMany(attempt => attempt.EventIds).ToHashSet();
            foreach (var stored in log)
            {
                if (!attempted.Contains(stored.Id))
                    Found(Rule.NothingUnattempted, $"nobody attempted event {stored.Id} at position {stored.Position}");
                else if (!explained.Contains(stored.Id))
                    Found(Rule.NoDefiniteFailureThere, $"event {stored.Id} at position {stored.Position} was answered as not recorded");
            }
        }

        public void KeysAreRecordedOnce()
        {
            foreach (var sameKey in history.Attempts.Where(attempt => attempt.Key is not null).GroupBy(attempt => attempt.Key!.Value))
            {
                // Attempts to repeat a request carry the same events; different ones must not both be there.
                var recorded = sameKey.Where(attempt => attempt.EventIds.Any(byId.ContainsKey)).Select(attempt => attempt.EventIds.First()).Distinct().Count();
                var answeredAsFirst = sameKey.Count(attempt => attempt.Result is AppendResult.Appended);
                if (recorded > 1 || answeredAsFirst > 1)
                    Found(Rule.KeyOnce, $"key {sameKey.Key.Key}: {recorded} different requests recorded, {answeredAsFirst} answered as recorded now");
            }
        }

        /// <summary>What was answered before another request was sent stands before it, on whatever streams.</summary>
        public void OrderIsRealTime()
        {
            var sent = history.Attempts.Where(attempt => attempt.Result is AppendResult.Appended && attempt.EventIds.Any()).OrderBy(attempt => attempt.InvokedAt);
            var (next, highest) = (0, 0L);
            foreach (var attempt in sent)
            {
                for (; next < done.Length && done[next].CompletedAt < attempt.InvokedAt; next++)
                    highest = Math.Max(highest, ((AppendResult.Appended)done[next].Result!).LastPosition);
                var first = ((AppendResult.Appended)attempt.Result!).FirstPosition;
                if (first <= highest)
                    Found(Rule.RealTimeOrder, $"position {first} was given after position {highest} had been answered");
            }
        }

        public void ReadsArePrefixes()
        {
            var (next, answered) = (0, 0L);
            foreach (var read in history.Reads.OrderBy(read => read.InvokedAt))
            {
                var differs = read.Through > log.Count
                    ? log.Count
                    : Enumerable.Range(0, read.Events.Count).FirstOrDefault(i => !Same(read.Events[i], log[(int)read.After + i]), -1);
                if (differs >= 0)
                    Found(Rule.ReadsArePrefixes, $"a read through position {read.Through} differs from the log at its number {differs + 1}");

                for (; next < done.Length && done[next].CompletedAt < read.InvokedAt; next++)
                    answered = Math.Max(answered, ((AppendResult.Appended)done[next].Result!).LastPosition);
                if (read.Through < answered)
                    Found(Rule.ReadsArePrefixes, $"a read through position {read.Through} began after position {answered} had been answered");
            }
        }

        private static bool Same(StoredEvent a, StoredEvent b) =>
            (a.Position, a.Id, a.Stream, a.Version, a.Type, a.Timestamp) == (b.Position, b.Id, b.Stream, b.Version, b.Type, b.Timestamp)
            && a.Data.Span.SequenceEqual(b.Data.Span);

        private void OkIsThere(Attempt attempt, AppendResult.Appended appended)
        {
            var position = appended.FirstPosition;
            for (var s = 0; s < attempt.Request.Streams.Count; s++)
            {
                var stream = attempt.Request.Streams[s];
                var version = appended.Versions[s] - stream.Events.Count;
                if (stream.Expected.Value >= 0 && stream.Expected.Value != version)
                    Found(Rule.ExpectedVersionHeld, $"{Name(attempt)} expected {stream.Stream} at {stream.Expected.Value}, recorded it after {version}");
                foreach (var wanted in stream.Events)
                {
                    version++;
                    if (!byId.TryGetValue(wanted.Id, out var stored))
                        Found(Rule.EveryOkIsThere, $"event {wanted.Id} of {Name(attempt)} is not there");
                    else if ((stored.Position, stored.Stream, stored.Version, stored.Type) != (position, stream.Stream, version, wanted.Type))
                        Found(Rule.EveryOkIsThere, $"event {wanted.Id} was answered as position {position}, version {version}, and is there as {stored.Position}, {stored.Version}");
                    position++;
                }
            }

            if (position != appended.LastPosition + 1)
                Found(Rule.EveryOkIsThere, $"{Name(attempt)} was answered with positions {appended.FirstPosition} to {appended.LastPosition}");
        }

        private void RecordedBeforeIsThere(Attempt attempt, RecordedOutcome recorded)
        {
            if (recorded.Position > log.Count)
                Found(Rule.EveryOkIsThere, $"{Name(attempt)} was answered as recorded at {recorded.Position}, beyond the log");
            foreach (var (stream, version) in recorded.Streams.Zip(recorded.Versions))
                if (!byVersion.TryGetValue((stream, version), out var stored) || stored.Position > recorded.Position)
                    Found(Rule.EveryOkIsThere, $"{Name(attempt)} was answered as recorded in {stream} at version {version}, which is not there");
        }

        private static string Name(Attempt attempt) => attempt.Key is { } key ? $"request {key.Key}" : $"request of {attempt.EventIds.FirstOrDefault()}";

        private void Found(Rule rule, string what) => Violations.Add(new(rule, what));
    }
}
