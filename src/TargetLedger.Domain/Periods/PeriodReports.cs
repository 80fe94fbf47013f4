using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Periods;

/// <summary>
/// A commitment's reports by who may answer with them. A report answers for the period it is about; by node also for the one
/// whose nodes it says are reached. The lead's series is the commitment's own, so that whoever leads answers; equal leads answer each for itself.
/// </summary>
internal sealed class PeriodReports
{
    private readonly Commitment commitment;
    private readonly List<Report> ofLeads = [];
    private readonly Dictionary<string, List<Report>> ofUnits = new(StringComparer.Ordinal);

    private PeriodReports(Commitment commitment) => this.commitment = commitment;

    public static PeriodReports Of(Commitment commitment)
    {
        var reports = new PeriodReports(commitment);
        foreach (var report in commitment.Reports)
        {
            if (commitment is { Measure: not null, Joint: null } && commitment.IsLead(report.Unit, report.Period.End))
                reports.ofLeads.Add(report);
            else if (reports.ofUnits.TryGetValue(report.Unit, out var known))
                known.Add(report);
            else
                reports.ofUnits[report.Unit] = [report];
        }

        return reports;
    }

    /// <summary>The one recorded first of those that answer for a unit; null where there is none.</summary>
    public Report? First(string unit, ReportingPeriod period, Func<Report, bool> counts)
    {
        Report? first = null;
        foreach (var report in Of(unit, period.Cutoff))
        {
            if (Answers(report, period) && counts(report) && (first is null || report.Position < first.Position))
                first = report;
        }

        return first;
    }

    private List<Report> Of(string unit, DateOnly cutoff)
        => commitment is { Measure: not null, Joint: null } && commitment.IsLead(unit, cutoff) ? ofLeads
            : ofUnits.TryGetValue(unit, out var own) ? own
            : [];

    private static bool Answers(Report report, ReportingPeriod period)
        => period.IsReportedBy(report.Period) || (period.Nodes.Count > 0 && period.Nodes.All(report.States));
}
