using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Compliance;

/// <summary>The figures of a commitment on a day, and the reports they come from.</summary>
/// <param name="Cutoff">数据截至: the date up to which the counted figure is in.</param>
/// <param name="Basis">Positions of the reports the counted figure is made of, ascending.</param>
public sealed record Totals(
    decimal? Reported,
    decimal? Verified,
    decimal? Counted,
    DateOnly? Cutoff,
    IReadOnlyList<long> Basis,
    GroupFigures? Group)
{
    /// <summary>What the counted figure is the sum of.</summary>
    public IReadOnlyList<FigurePart> Parts { get; init; } = [];

    /// <summary>How each of several equal leads stands.</summary>
    public IReadOnlyList<SideFigure> Sides { get; init; } = [];

    internal static Totals Of(Commitment commitment, DateOnly on, CountedAmount counted, UnitDirectory directory)
        => Of(commitment, on, new AmountShown(counted, counted), directory);

    /// <param name="amount">Which amount the counted figure and its parts are in.</param>
    internal static Totals Of(Commitment commitment, DateOnly on, AmountShown amount, UnitDirectory directory)
    {
        if (commitment.Joint is { } joint)
            return JointTotals.Of(commitment, joint, on, amount);

        var lead = ReportSeries.Of(LeadSeries(commitment), on);
        return commitment.DivisionOn(on) is { } divided
            ? DividedTotals.Of(commitment, divided, lead, on, amount, directory)
            : OfLead(lead, amount, null);
    }

    internal static IEnumerable<Report> LeadSeries(Commitment commitment)
        => commitment.Reports.Where(r => r.Total is not null && commitment.IsLead(r.Unit, r.Period.End));

    internal static Totals OfLead(ReportSeries lead, AmountShown amount, GroupFigures? group)
    {
        var report = lead.Counted(amount.Shown);
        return new(
            lead.Total(CountedAmount.Reported),
            lead.Total(CountedAmount.Verified),
            lead.Total(amount.Shown),
            lead.Counted(amount.ByRule)?.Through,
            report is null ? [] : [report.Position],
            group)
        {
            Parts = report is not null && lead.Total(amount.Shown) is { } total ? [new(PartKind.Whole, report.Unit, total, report.Through, report.Position, [], CountedFrom: report.CountedFrom)] : [],
        };
    }
}

/// <summary>
/// A row shows reported and verified side by side as of one cut-off, that of the amount its rules count: so a figure is told by both.
/// </summary>
/// <param name="ByRule">Whose latest data set the cut-off.</param>
/// <param name="Shown">The amount asked for.</param>
internal readonly record struct AmountShown(CountedAmount ByRule, CountedAmount Shown);

/// <summary>How the members of a divided commitment stand. Always with how many have reported (已报/应报).</summary>
/// <param name="Expected">应报: the group's members on the day.</param>
/// <param name="MembersSum">Null where nothing may be summed.</param>
/// <param name="Own">本级's own figure.</param>
/// <param name="Difference">Where the lead reports the whole: the whole less the members' sum.</param>
/// <param name="Fit">Whether the quotas fit what is above them; null below the whole, where <see cref="DivisionFit"/> says it level by level.</param>
public sealed record GroupFigures(
    SummingUp Way,
    int Reported,
    int Expected,
    decimal? MembersSum,
    decimal? Own,
    decimal? Difference,
    IReadOnlyList<MemberFigure> Members,
    DivisionFit? Fit = null)
{
    /// <summary>Where members add up: what the sum is made of, 本级 included.</summary>
    public IReadOnlyList<FigurePart> Parts { get; init; } = [];

    /// <summary>At whatever level it stands; null for who is no member.</summary>
    public MemberFigure? Find(string unit)
        => Members.FirstOrDefault(m => m.Unit == unit) ?? Members.Select(m => m.Below?.Find(unit)).FirstOrDefault(f => f is not null);
}

/// <param name="Total">Its own latest figure; of a member whose own members add up, their sum.</param>
/// <param name="Position">The report the figure comes from; null where it is a sum.</param>
/// <param name="Light">The member's own light where each answers for itself.</param>
/// <param name="Reported">What it reported, and beside it what was verified of its reports; one of the two is its total.</param>
/// <param name="InSum">Where members add up: what of it is in the sum, at the sum's cut-off and for its days.</param>
/// <param name="Below">How its own members stand, where it divides its quota further.</param>
public sealed record MemberFigure(
    string Unit, decimal? Quota, decimal? Total, DateOnly? Cutoff, long? Position, Light? Light, decimal? Reported = null, decimal? Verified = null, decimal? InSum = null, GroupFigures? Below = null)
{
    /// <summary>What its total is the sum of.</summary>
    public IReadOnlyList<FigurePart> Parts { get; init; } = [];
}
