using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Compliance;

/// <summary>One series of reports as it stood on a day: its latest reported and latest verified figure.</summary>
internal sealed record ReportSeries(Report? Reported, Report? Verified)
{
    public static ReportSeries Of(IEnumerable<Report> series, DateOnly on)
    {
        Report? reported = null, verified = null;
        foreach (var report in series)
        {
            if (!report.Counts || report.Through > on)
                continue;
            if (reported is null || report.Through >= reported.Through)
                reported = report;
            if (report.Status == ReportStatus.Verified && (verified is null || report.Through >= verified.Through))
                verified = report;
        }

        return new(reported, verified);
    }

    public Report? Counted(CountedAmount counted) => counted == CountedAmount.Verified ? Verified : Reported;

    public decimal? Total(CountedAmount counted) => counted == CountedAmount.Verified ? Verified?.VerifiedTotal : Reported?.Total;
}
