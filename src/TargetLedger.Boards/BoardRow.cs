using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Boards;

/// <summary>One commitment as judged for a day.</summary>
/// <param name="Commitment">Its stream.</param>
/// <param name="Plan">Its plan's code.</param>
/// <param name="Section">The section's number.</param>
/// <param name="Task">The task's number.</param>
/// <param name="Target">The target in the words of the document; null where it lives by nodes.</param>
/// <param name="Unit">计量单位.</param>
/// <param name="Counted">Reported or verified, whichever the rules say lights use.</param>
/// <param name="Completion">完成率 in percent, never clamped.</param>
/// <param name="Pace">序时进度 at the cut-off in percent.</param>
/// <param name="Cutoff">数据截至: the date up to which the counted figure is in.</param>
/// <param name="Basis">Positions of the reports the figure is made of.</param>
/// <param name="Periods">已报/应报: the reports owed for the periods that have ended, and when they came.</param>
/// <param name="Role">On a unit's own page: the part it has.</param>
public sealed record BoardRow(
    string Commitment,
    string Plan,
    string Number,
    string Section,
    string Task,
    string Title,
    IReadOnlyList<UnitName> Leads,
    string? Target,
    string? Unit,
    decimal? Reported,
    decimal? Verified,
    decimal? Counted,
    decimal? Completion,
    decimal? Pace,
    DateOnly? Cutoff,
    Light Light,
    Status Status,
    Reason Reason,
    int NodesReached,
    int Nodes,
    GroupRow? Group,
    IReadOnlyList<long> Basis,
    TimelinessCounts Periods,
    UnitRole? Role = null)
{
    internal static BoardRow Of(Knowledge knowledge, Commitment commitment, DateOnly on)
        => Of(knowledge, commitment, DueReports.Of(commitment, on, knowledge.Schedule, knowledge.Directory), on);

    /// <param name="due">What is owed for it, which the caller shows as well.</param>
    internal static BoardRow Of(Knowledge knowledge, Commitment commitment, IReadOnlyList<DueReport> due, DateOnly on)
        => Of(knowledge, commitment, Judgement.Of(commitment, on, knowledge.Rules.On(on, commitment.Plan), knowledge.Directory), due, on);

    internal static BoardRow Of(Knowledge knowledge, Commitment commitment, Judgement judged, IReadOnlyList<DueReport> due, DateOnly on) => new(
        commitment.Id,
        knowledge.PlanOf(commitment).Code,
        commitment.Number,
        commitment.Section,
        commitment.Task,
        commitment.Title,
        [.. commitment.ResponsibleOn(on).Where(r => r.Role == Domain.Commitments.Role.Lead).Select(r => r.Unit).OfType<string>().Select(knowledge.NameOf)],
        judged.Target?.AsWritten,
        commitment.Measure?.Unit,
        judged.Totals.Reported,
        judged.Totals.Verified,
        judged.Totals.Counted,
        judged.Completion,
        judged.Pace,
        judged.Totals.Cutoff,
        judged.Verdict.Light,
        judged.Verdict.Status,
        judged.Verdict.Reason,
        judged.Nodes.Count(n => n.ReachedOn is not null),
        judged.Nodes.Count,
        judged.Totals.Group is { } group ? GroupRow.Of(knowledge, group) : null,
        judged.Totals.Basis,
        TimelinessCounts.Of(due));
}

public sealed record UnitName(string Code, string Name);

/// <summary>How the members of a divided commitment stand, always with how many have reported.</summary>
/// <param name="Expected">应报: members on the day.</param>
/// <param name="MembersSum">Null where nothing may be summed.</param>
/// <param name="Own">本级's own figure.</param>
/// <param name="Difference">Where the lead reports the whole: the whole less the members' sum.</param>
public sealed record GroupRow(
    SummingUp Way,
    int Reported,
    int Expected,
    decimal? MembersSum,
    decimal? Own,
    decimal? Difference,
    IReadOnlyList<GroupMemberRow> Members)
{
    internal static GroupRow Of(Knowledge knowledge, GroupFigures group) => new(
        group.Way,
        group.Reported,
        group.Expected,
        group.MembersSum,
        group.Own,
        group.Difference,
        [.. group.Members.Select(m => new GroupMemberRow(m.Unit, knowledge.Directory.NameOf(m.Unit), m.Quota, m.Total, m.Cutoff, m.Position, m.Light, m.Reported, m.Verified))]);
}

/// <param name="Unit">The member's code.</param>
/// <param name="Total">Reported or verified, whichever the rules count.</param>
/// <param name="Position">The report the figure comes from.</param>
public sealed record GroupMemberRow(
    string Unit, string Name, decimal? Quota, decimal? Total, DateOnly? Cutoff, long? Position, Light? Light, decimal? Reported = null, decimal? Verified = null);
