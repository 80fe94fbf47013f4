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
    internal static Totals Of(Commitment commitment, DateOnly on, CountedAmount counted, UnitDirectory directory)
    {
        var lead = ReportSeries.Of(LeadSeries(commitment), on);
        if (commitment.Apportionment is not { } divided)
            return OfLead(lead, counted, null);

        IReadOnlyList<MemberReports> members =
        [
            .. MembersOn(commitment, divided, on, directory).Select(unit => new MemberReports(
                unit,
                divided.Quotas.FirstOrDefault(q => q.Unit == unit)?.Value,
                ReportSeries.Of(MemberSeries(commitment, divided.Way, unit), on))),
        ];
        return divided.Way switch
        {
            SummingUp.LeadReports => OfLead(lead, counted, Beside(commitment.Measure!, members, lead.Total(counted), counted)),
            SummingUp.MembersAddUp => Sum(commitment, divided, members, lead, on, counted),
            _ => OfEach(divided.Way, members, counted),
        };
    }

    internal static IEnumerable<Report> LeadSeries(Commitment commitment)
        => commitment.Reports.Where(r => r.Total is not null && commitment.IsLead(r.Unit, r.Period.End));

    internal static IEnumerable<Report> MemberSeries(Commitment commitment, SummingUp way, string unit)
        => commitment.Reports.Where(r => r.Total is not null && r.Unit == unit && (way == SummingUp.EachForItself || !commitment.IsLead(unit, r.Period.End)));

    /// <summary>
    /// A lead that is itself a member of the group answers for itself where each does; elsewhere its figure is the whole's or
    /// 本级's, and as a member it would be waited for in vain.
    /// </summary>
    internal static IEnumerable<string> MembersOn(Commitment commitment, Apportionment divided, DateOnly on, UnitDirectory directory)
        => directory.MembersOn(divided.Group, on).Where(unit => divided.Way == SummingUp.EachForItself || !commitment.IsLead(unit, on));

    private static Totals OfLead(ReportSeries lead, CountedAmount counted, GroupFigures? group)
    {
        var report = lead.Counted(counted);
        return new(
            lead.Total(CountedAmount.Reported),
            lead.Total(CountedAmount.Verified),
            lead.Total(counted),
            report?.Through,
            report is null ? [] : [report.Position],
            group);
    }

    private static GroupFigures Beside(Measure measure, IReadOnlyList<MemberReports> members, decimal? whole, CountedAmount counted)
    {
        var figures = Figures(members, counted);
        decimal? sum = measure.Sums && figures.Any(f => f.Total is not null) ? figures.Sum(f => f.Total.GetValueOrDefault()) : null;
        return new(SummingUp.LeadReports, HaveReported(members), figures.Count, sum, null, whole - sum, figures);
    }

    /// <summary>
    /// Members plus 本级, all at one date: the earliest of their latest data, or one member's early report would make the
    /// others look late.
    /// </summary>
    private static Totals Sum(Commitment commitment, Apportionment divided, IReadOnlyList<MemberReports> members, ReportSeries lead, DateOnly on, CountedAmount counted)
    {
        ReportSeries[] series = [.. members.Select(m => m.Series), lead];
        var cutoff = series.Select(s => s.Counted(counted)?.Through).Where(d => d is not null).Min();
        var own = lead.Total(counted);
        var figures = Figures(members, counted);
        var reporting = HaveReported(members);
        if (cutoff is not { } through)
            return new(null, null, null, null, [], new(divided.Way, reporting, members.Count, null, own, null, figures));

        ReportSeries[] atCutoff =
        [
            .. members.Select(m => ReportSeries.Of(MemberSeries(commitment, divided.Way, m.Unit), through)),
            ReportSeries.Of(LeadSeries(commitment), through),
        ];
        var membersSum = atCutoff[..^1].Sum(s => s.Total(counted).GetValueOrDefault());
        return new(
            SumOf(atCutoff, CountedAmount.Reported),
            SumOf(atCutoff, CountedAmount.Verified),
            SumOf(atCutoff, counted),
            through,
            [.. atCutoff.Select(s => s.Counted(counted)?.Position).OfType<long>().Order()],
            new(divided.Way, reporting, members.Count, membersSum, atCutoff[^1].Total(counted), null, figures));
    }

    private static Totals OfEach(SummingUp way, IReadOnlyList<MemberReports> members, CountedAmount counted)
    {
        var figures = Figures(members, counted);
        return new(
            null,
            null,
            null,
            figures.Select(f => f.Cutoff).Where(d => d is not null).Min(),
            [.. figures.Select(f => f.Position).OfType<long>().Order()],
            new(way, HaveReported(members), figures.Count, null, null, null, figures));
    }

    /// <summary>已报 goes by what was reported, whichever amount the lights count.</summary>
    private static int HaveReported(IReadOnlyList<MemberReports> members) => members.Count(m => m.Series.Reported is not null);

    private static decimal? SumOf(IEnumerable<ReportSeries> series, CountedAmount counted)
    {
        var totals = series.Select(s => s.Total(counted)).OfType<decimal>().ToList();
        return totals.Count == 0 ? null : totals.Sum();
    }

    private static IReadOnlyList<MemberFigure> Figures(IReadOnlyList<MemberReports> members, CountedAmount counted) =>
    [
        .. members.Select(m => new MemberFigure(
            m.Unit, m.Quota, m.Series.Total(counted), m.Series.Counted(counted)?.Through, m.Series.Counted(counted)?.Position, null, m.Series.Reported?.Total, m.Series.Verified?.VerifiedTotal)),
    ];

    private sealed record MemberReports(string Unit, decimal? Quota, ReportSeries Series);
}

/// <summary>How the members of a divided commitment stand. Always with how many have reported (已报/应报).</summary>
/// <param name="Expected">应报: the group's members on the day.</param>
/// <param name="MembersSum">Null where nothing may be summed.</param>
/// <param name="Own">本级's own figure.</param>
/// <param name="Difference">Where the lead reports the whole: the whole less the members' sum.</param>
public sealed record GroupFigures(
    SummingUp Way,
    int Reported,
    int Expected,
    decimal? MembersSum,
    decimal? Own,
    decimal? Difference,
    IReadOnlyList<MemberFigure> Members);

/// <param name="Position">The report the figure comes from.</param>
/// <param name="Light">The member's own light where each answers for itself.</param>
/// <param name="Reported">What it reported, and beside it what was verified of its reports; one of the two is its total.</param>
public sealed record MemberFigure(
    string Unit, decimal? Quota, decimal? Total, DateOnly? Cutoff, long? Position, Light? Light, decimal? Reported = null, decimal? Verified = null);
