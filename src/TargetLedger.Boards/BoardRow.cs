using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Units;

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
/// <param name="Joint">共同牵头: how each side stands.</param>
/// <param name="Links">一次填报、多处计数: where its reports count too, and whose count here.</param>
/// <param name="CountedFrom">Streams the figure's reports were made on where they only count here; who scores counts such a figure once.</param>
/// <param name="Counterparts">对方口径: figures of other ledgers, added to nothing.</param>
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
    UnitRole? Role = null,
    JointRow? Joint = null,
    IReadOnlyList<CountingLink>? Links = null,
    IReadOnlyList<string>? CountedFrom = null,
    IReadOnlyList<CounterpartFigure>? Counterparts = null)
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
        judged.Totals.Group is { } group ? GroupRow.Of(knowledge, group) with { Period = GroupPeriod.Last(commitment, due, on, knowledge.Directory) } : null,
        judged.Totals.Basis,
        TimelinessCounts.Of(due))
    {
        Joint = commitment.Joint is { } joint ? new(joint.Target, judged.Totals.Sides) : null,
        Links = commitment.Links.IsEmpty ? null : commitment.Links,
        CountedFrom = FigurePart.SourcesOf(judged.Totals.Parts) is { Count: > 0 } sources ? sources : null,
        Counterparts = commitment.Counterparts.IsEmpty ? null : commitment.Counterparts,
    };
}

/// <summary>共同牵头.</summary>
public sealed record JointRow(JointTarget Target, IReadOnlyList<SideFigure> Sides);

public sealed record UnitName(string Code, string Name);

/// <summary>How the members of a divided commitment stand, always with how many have reported.</summary>
/// <param name="Expected">应报: members on the day.</param>
/// <param name="MembersSum">Null where nothing may be summed.</param>
/// <param name="Own">本级's own figure.</param>
/// <param name="Difference">Where the lead reports the whole: the whole less the members' sum.</param>
/// <param name="Fit">Whether the quotas fit what is above them: short, exact or in surplus, with the gap.</param>
/// <param name="Period">已报/应报 of the latest period.</param>
public sealed record GroupRow(
    SummingUp Way,
    int Reported,
    int Expected,
    decimal? MembersSum,
    decimal? Own,
    decimal? Difference,
    IReadOnlyList<GroupMemberRow> Members,
    DivisionFit? Fit = null,
    GroupPeriod? Period = null)
{
    internal static GroupRow Of(Knowledge knowledge, GroupFigures group) => new(
        group.Way,
        group.Reported,
        group.Expected,
        group.MembersSum,
        group.Own,
        group.Difference,
        [
            .. group.Members.Select(m => new GroupMemberRow(
                m.Unit, knowledge.Directory.NameOf(m.Unit), m.Quota, m.Total, m.Cutoff, m.Position, m.Light, m.Reported, m.Verified, m.InSum, m.Below is { } below ? Of(knowledge, below) : null)),
        ],
        group.Fit);
}

/// <summary>已报/应报 of the latest period that has ended, over all depths; the excused are not owed.</summary>
/// <param name="Cutoff">The period's last day.</param>
public sealed record GroupPeriod(DateOnly Cutoff, int Reported, int Expected)
{
    internal static GroupPeriod? Last(Commitment commitment, IReadOnlyList<DueReport> due, DateOnly on, UnitDirectory directory)
    {
        var ofMembers = due.Where(d => commitment.IsMember(d.Unit, d.Period.End, directory) && d.Period.End <= on).ToList();
        if (ofMembers.Count == 0)
            return null;
        var cutoff = ofMembers.Max(d => d.Period.End);
        var owed = ofMembers.Where(d => d.Period.End == cutoff && d.Timeliness != Timeliness.Excused).ToList();
        return new(cutoff, owed.Count(d => d.Report is not null), owed.Count);
    }
}

/// <param name="Unit">The member's code.</param>
/// <param name="Total">Reported or verified, whichever the rules count.</param>
/// <param name="Position">The report the figure comes from; null where it is a sum.</param>
/// <param name="InSum">Where members add up: what of it is in the sum, at the sum's cut-off and for its days.</param>
/// <param name="Below">How its own members stand, where it divides its quota further.</param>
public sealed record GroupMemberRow(
    string Unit, string Name, decimal? Quota, decimal? Total, DateOnly? Cutoff, long? Position, Light? Light, decimal? Reported = null, decimal? Verified = null, decimal? InSum = null, GroupRow? Below = null);
