using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Domain.Supervision;

/// <summary>批量核验: many reports accepted in one act, all or none of them.</summary>
public static class VerifyReports
{
    /// <summary>Each is decided on what those before it in the list make of its commitment; every fault is named by its place.</summary>
    /// <param name="commitments">As they stand, by stream.</param>
    /// <param name="wanted">In the order given, each with its place in the list and its commitment's stream.</param>
    /// <returns>What each stream is to record, streams in the order they are first named; empty where all is done already.</returns>
    public static (IReadOnlyList<(string Stream, IReadOnlyList<object> Events)> Streams, IReadOnlyList<Refusal> Refusals) Decide(
        IReadOnlyDictionary<string, Commitment> commitments, IReadOnlyList<(int Place, string Stream, VerifyProgress Command)> wanted, ReportingSchedule schedule, Moment at)
    {
        var states = new Dictionary<string, Commitment>(commitments, StringComparer.Ordinal);
        var events = new OrderedDictionary<string, List<object>>(StringComparer.Ordinal);
        var refusals = new List<Refusal>();
        var named = new HashSet<Guid>();
        foreach (var (place, stream, command) in wanted)
        {
            if (!named.Add(command.Report))
            {
                refusals.Add(new("report_repeated", "同一填报出现了两次", "the report appears twice", $"/reports/{place}/report"));
                continue;
            }

            switch (VerifyProgress.Decide(states[stream], command, schedule))
            {
                case Decision.Refuse no:
                    refusals.AddRange(no.Reasons.Select(r => r with { Member = $"/reports/{place}{r.Member}" }));
                    break;
                case Decision.Record record:
                    if (!events.TryGetValue(stream, out var known))
                        events.Add(stream, known = []);
                    known.AddRange(record.Events);
                    foreach (var e in record.Events)
                        states[stream] = Commitment.Evolve(stream, states[stream], new(e, 0, states[stream].Version + 1, at, ""));
                    break;
            }
        }

        return ([.. events.Select(e => (e.Key, (IReadOnlyList<object>)e.Value))], refusals);
    }
}
