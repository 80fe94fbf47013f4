using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Domain.Supervision;

/// <summary>核验: a supervisor accepts a report, whole or at a lower total, and with it the nodes it states as reached.</summary>
/// <param name="VerifiedTotal">Unless stated the reported total, less what was not accepted of earlier reports.</param>
/// <param name="Comment">Why less is accepted; needed then.</param>
public sealed record VerifyProgress(Guid Report, decimal? VerifiedTotal = null, string? Comment = null)
{
    public static Decision Decide(Commitment commitment, VerifyProgress command, ReportingSchedule schedule)
    {
        if (commitment.FindReport(command.Report) is not { } report)
            return Decision.No(CommitmentRefusals.NoSuchReport);
        if (report.CountedFrom is not null)
            return Decision.No(CountedElsewhere.CountedHere(report));
        if (report.Status == ReportStatus.Withdrawn)
            return Decision.No(CommitmentRefusals.ReportWithdrawn);
        if (report.Status == ReportStatus.Returned)
            return Decision.No(SupervisionRefusals.Returned);
        if (LeadReview.IsMissing(commitment, report, schedule))
            return Decision.No(SupervisionRefusals.ReviewMissing);
        if (Refused(commitment, command, report, schedule) is { } refused)
            return Decision.No(refused);

        var total = command.VerifiedTotal ?? AcceptedTotals.Whole(commitment, report);
        object[] reached =
        [
            .. report.Nodes
                .Where(s => s.State == Progress.Completed && commitment.Nodes.Exists(n => n.Node.Id == s.Node && n.ConfirmedOn is null))
                .DistinctBy(s => s.Node, StringComparer.Ordinal)
                .Select(s => new NodeReached(s.Node, s.ReachedOn!.Value, report.Id)),
        ];
        if (report.Status == ReportStatus.Verified && report.VerifiedTotal == total && reached.Length == 0)
            return Decision.Done;

        return Decision.Of([new ProgressVerified(report.Id, total, command.Comment), .. reached]);
    }

    private static Refusal? Refused(Commitment commitment, VerifyProgress command, Report report, ReportingSchedule schedule)
    {
        if (command.VerifiedTotal is not null && report.Total is null)
            return new("figure_not_expected", "该填报没有数据", "the report has no figure", "/verifiedTotal");
        if (command.VerifiedTotal > report.Total)
            return new("verified_exceeds_reported", "核验数不能大于填报数", "no more can be verified than was reported", "/verifiedTotal");
        if (command.VerifiedTotal < 0 && report.Total >= 0)
            return new("value_negative", "核验数不能为负", "the verified figure cannot be negative", "/verifiedTotal");
        if (command.VerifiedTotal < AcceptedTotals.Whole(commitment, report) && string.IsNullOrWhiteSpace(command.Comment))
            return new("reason_missing", "核减须写明理由", "accepting less needs a reason", "/comment");

        var twice = schedule.VerificationOn(report.Period.End).SameClassCountsOnce ? AcceptedTotals.CountedElsewhere(commitment, report) : 0;
        return twice > 0 && (command.VerifiedTotal ?? AcceptedTotals.Whole(commitment, report)) > report.Total - twice
            ? new(
                "class_counted_already",
                $"有 {twice} 人次的班次已在其他单位核验,最多可核验 {report.Total - twice:0.####}",
                $"classes of {twice} people are verified from another unit already; at most {report.Total - twice:0.####} can be accepted",
                "/verifiedTotal")
            : null;
    }
}

/// <summary>What can be accepted of a report that stands in a series.</summary>
internal static class AcceptedTotals
{
    /// <summary>
    /// The reported total, less what supervisors did not accept of the report before: a running total still holds it, and
    /// accepting the next report must not quietly bring it back.
    /// </summary>
    public static decimal? Whole(Commitment commitment, Report report)
    {
        if (report.Total is not { } total || commitment.Measure is not { Kind: MeasureKind.Cumulative })
            return report.Total;

        var before = commitment.Reports
            .Where(r => r.Status == ReportStatus.Verified && r.Period.End < report.Period.Start && commitment.InSameSeries(r, report.Unit, report.Period))
            .MaxBy(r => r.Period.End);
        return before is { Total: { } reported, VerifiedTotal: { } accepted } && accepted < reported
            ? Math.Max(Math.Min(0, total), total - (reported - accepted))
            : total;
    }

    /// <summary>People of classes this report and those before it in its series hold, and verified reports of other units too.</summary>
    public static int CountedElsewhere(Commitment commitment, Report report)
    {
        if (commitment.Measure is not { Kind: MeasureKind.Cumulative })
            return 0;

        var elsewhere = commitment.Reports
            .Where(r => r.Status == ReportStatus.Verified && r.Unit != report.Unit)
            .SelectMany(r => r.Classes ?? [])
            .ToList();
        return commitment.Reports
            .Where(r => r.Id == report.Id || (r.Counts && r.Unit == report.Unit && r.Period.End < report.Period.Start))
            .SelectMany(r => r.Classes ?? [])
            .Where(c => elsewhere.Exists(c.IsSameAs))
            .Sum(c => c.Count);
    }
}
