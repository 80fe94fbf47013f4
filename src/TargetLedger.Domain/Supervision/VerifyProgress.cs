using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;

namespace TargetLedger.Domain.Supervision;

/// <summary>核验: a supervisor accepts a report, whole or at a lower total, and with it the nodes it states as reached.</summary>
/// <param name="VerifiedTotal">The reported total unless stated.</param>
public sealed record VerifyProgress(Guid Report, decimal? VerifiedTotal = null, string? Comment = null)
{
    public static Decision Decide(Commitment commitment, VerifyProgress command)
    {
        if (commitment.FindReport(command.Report) is not { } report)
            return Decision.No(CommitmentRefusals.NoSuchReport);
        if (report.CountedFrom is not null)
            return Decision.No(CountedElsewhere.CountedHere(report));
        if (report.Status == ReportStatus.Withdrawn)
            return Decision.No(CommitmentRefusals.ReportWithdrawn);
        if (report.Status == ReportStatus.Returned)
            return Decision.No(new Refusal("report_returned", "该填报已退回,等待单位更正", "the report was returned and waits for its unit"));

        var total = command.VerifiedTotal ?? report.Total;
        if (command.VerifiedTotal is not null && report.Total is null)
            return Decision.No(new Refusal("figure_not_expected", "该填报没有数据", "the report has no figure", "/verifiedTotal"));
        if (total > report.Total)
            return Decision.No(new Refusal("verified_exceeds_reported", "核验数不能大于填报数", "no more can be verified than was reported", "/verifiedTotal"));
        if (command.VerifiedTotal < 0 && report.Total >= 0)
            return Decision.No(new Refusal("value_negative", "核验数不能为负", "the verified figure cannot be negative", "/verifiedTotal"));

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
}
