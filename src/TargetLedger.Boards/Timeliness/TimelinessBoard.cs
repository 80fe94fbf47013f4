using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Units;

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

/// <summary>Counts slice by slice, so that no more than one need be known at a time, or from what is kept of every commitment.</summary>
internal sealed class TimelinessCounting(TimelinessFilter filter, TimelinessBy by, DateOnly on)
{
    private readonly TimelinessTally all = new();
    private readonly Dictionary<Part, (string Name, TimelinessTally Tally)> parts = [];
    private readonly Dictionary<DateOnly, ILookup<string, UnitGroup>> groups = [];

    public void Add(Knowledge knowledge)
    {
        foreach (var commitment in knowledge.Commitments)
        {
            var plan = knowledge.PlanOf(commitment);
            if (!filter.Holds(plan.Id, plan.Code, commitment.Section))
                continue;
            foreach (var due in DueReports.Of(commitment, on, knowledge.Schedule, knowledge.Directory))
                Add(DueMark.Of(due, knowledge.Directory), plan.Code, commitment.Section, knowledge);
        }
    }

    public void Add(LightView view, DayMatters matters)
    {
        var holds = new LightFilter(new(filter.Plan, filter.Section), on, view);
        foreach (var number in view.Listing.Order)
        {
            if (matters.Of(number) is not { Due.Length: > 0 } known || !holds.Holds(number, 0))
                continue;
            var section = view.Listing.Sections[view.Listing.SectionOf[number]];
            foreach (var due in known.Due)
                Add(due, section.PlanCode, section.Number, view.Frame);
        }
    }

    public TimelinessBoard ToBoard(long position) => new(
        on,
        position,
        filter,
        by,
        all.ToCounts(),
        [.. parts.Select(p => new TimelinessPart(KeyOf(p.Key), p.Value.Name, p.Value.Tally.ToCounts())).OrderBy(p => p.Key, StringComparer.Ordinal)]);

    private void Add(in DueMark due, string plan, string section, Knowledge frame)
    {
        if (!filter.Holds(due, frame.Directory))
            return;
        all.Add(due.Timeliness, due.AfterLock);
        switch (by)
        {
            case TimelinessBy.Unit:
                Add(new(due.Unit), due, frame);
                break;
            case TimelinessBy.Plan:
                Add(new(plan), due, frame);
                break;
            case TimelinessBy.Section:
                Add(new(plan, section), due, frame);
                break;
            case TimelinessBy.Period:
                Add(new("", "", due.Cutoff), due, frame);
                break;
            default:
                foreach (var group in GroupsOf(due.Unit, due.Cutoff, frame))
                    Add(new(group.Code), due, frame);
                break;
        }
    }

    private void Add(in Part part, in DueMark due, Knowledge frame)
    {
        if (!parts.TryGetValue(part, out var known))
            parts.Add(part, known = (NameOf(part, frame), new()));
        known.Tally.Add(due.Timeliness, due.AfterLock);
    }

    private string KeyOf(in Part part) => by switch
    {
        TimelinessBy.Section => $"{part.Code}:{part.Section}",
        TimelinessBy.Period => $"{part.Cutoff:yyyy-MM-dd}",
        _ => part.Code,
    };

    private string NameOf(in Part part, Knowledge frame)
    {
        var code = part.Code;
        return by switch
        {
            TimelinessBy.Unit => frame.Directory.NameOf(code),
            TimelinessBy.Group => frame.Directory.Groups[code].Name,
            TimelinessBy.Plan => frame.Plans.Values.First(p => p.Code == code).Title,
            TimelinessBy.Section => frame.SectionTitle(code, part.Section) ?? part.Section,
            _ => KeyOf(part),
        };
    }

    private IEnumerable<UnitGroup> GroupsOf(string unit, DateOnly cutoff, Knowledge frame)
    {
        if (!groups.TryGetValue(cutoff, out var known))
        {
            known = frame.Directory.Groups.Values
                .SelectMany(g => g.Members.Where(m => m.Covers(cutoff)).Select(m => m.Unit).Distinct(StringComparer.Ordinal).Select(member => (Group: g, Unit: member)))
                .ToLookup(m => m.Unit, m => m.Group, StringComparer.Ordinal);
            groups.Add(cutoff, known);
        }

        return known[unit];
    }

    /// <summary>What is counted apart; text is made of it once and not report by report.</summary>
    private readonly record struct Part(string Code, string Section = "", DateOnly Cutoff = default);
}
