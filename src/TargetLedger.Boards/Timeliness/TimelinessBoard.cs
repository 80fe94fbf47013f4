using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Boards;

/// <summary>
/// 报送情况: of the reports owed for periods that had ended by a day, how many are in and when they came, as known at a
/// position; in all, and apart by unit, group, plan, section or period. The day tells what is missing from what is not due.
/// </summary>
/// <param name="Parts">One page of them. A unit counts under every group it was a member of at the cut-off.</param>
public sealed record TimelinessBoard(
    DateOnly On, long Position, TimelinessFilter Filter, TimelinessBy By, TimelinessCounts Periods, IReadOnlyList<TimelinessPart> Parts);

/// <param name="Key">A unit's or group's code, a plan's code, plan code and section number, or a cut-off.</param>
public sealed record TimelinessPart(string Key, string Name, TimelinessCounts Periods);

public enum TimelinessBy
{
    Unit,
    Group,
    Plan,
    Section,

    /// <summary>By cut-off.</summary>
    Period,
}

/// <summary>Counts slice by slice, so that no more than one need be known at a time.</summary>
internal sealed class TimelinessCounting(TimelinessFilter filter, TimelinessBy by, DateOnly on)
{
    private readonly TimelinessTally all = new();
    private readonly SortedDictionary<string, (string Name, TimelinessTally Tally)> parts = new(StringComparer.Ordinal);

    public void Add(Knowledge knowledge)
    {
        foreach (var commitment in knowledge.Commitments)
        {
            foreach (var due in filter.Of(knowledge, commitment, on))
            {
                all.Add(due);
                foreach (var (key, name) in KeysOf(knowledge, commitment, due))
                {
                    if (!parts.TryGetValue(key, out var part))
                        parts.Add(key, part = (name(), new()));
                    part.Tally.Add(due);
                }
            }
        }
    }

    public TimelinessBoard ToBoard(long position) => new(
        on, position, filter, by, all.ToCounts(), [.. parts.Select(p => new TimelinessPart(p.Key, p.Value.Name, p.Value.Tally.ToCounts()))]);

    private IEnumerable<(string Key, Func<string> Name)> KeysOf(Knowledge knowledge, Commitment commitment, DueReport due)
    {
        var plan = knowledge.PlanOf(commitment);
        return by switch
        {
            TimelinessBy.Unit => [(due.Unit, () => knowledge.Directory.NameOf(due.Unit))],
            TimelinessBy.Plan => [(plan.Code, () => plan.Title)],
            TimelinessBy.Section => [($"{plan.Code}:{commitment.Section}", () => knowledge.SectionTitle(plan.Code, commitment.Section) ?? commitment.Section)],
            TimelinessBy.Period => [($"{due.Period.End:yyyy-MM-dd}", () => $"{due.Period.End:yyyy-MM-dd}")],
            _ => knowledge.Directory.Groups.Values
                .Where(g => g.Members.Exists(m => m.Unit == due.Unit && m.Covers(due.Period.End)))
                .Select(g => (g.Code, (Func<string>)(() => g.Name))),
        };
    }
}
