using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Domain.Supervision;

/// <summary>牵头初审: the lead answers for all, so by rule it looks first at what others report.</summary>
public static class LeadReview
{
    /// <summary>The rule of the report's own period: what was reported under earlier terms is verified under them.</summary>
    public static bool IsMissing(Commitment commitment, Report report, ReportingSchedule schedule)
        => report is { ReviewedBy: null, CountedFrom: null }
           && schedule.VerificationOn(report.Period.End).LeadReviewsFirst
           && IsReviewed(commitment, report)
           && commitment.ResponsibleOn(report.Period.End).Any(r => r.Role == Role.Lead);

    /// <summary>What a lead reports is reviewed by nobody: it is the one who answers.</summary>
    internal static bool IsReviewed(Commitment commitment, Report report) => !commitment.IsLead(report.Unit, report.Period.End);

    /// <summary>Why a lead may not look at a report, by what has become of it; null where it may.</summary>
    internal static Refusal? Refused(Commitment commitment, Report report, string lead, Moment at)
    {
        if (report.CountedFrom is not null)
            return CountedElsewhere.CountedHere(report);
        if (report.Status == ReportStatus.Withdrawn)
            return CommitmentRefusals.ReportWithdrawn;
        if (report.Status == ReportStatus.Verified)
            return SupervisionRefusals.Verified;
        if (!commitment.IsLead(lead, at.Day))
            return new("not_the_lead", "初审由牵头单位办理", "only the lead reviews", "/lead");
        if (report.Unit == lead)
            return SupervisionRefusals.OwnUnit;
        return IsReviewed(commitment, report)
            ? null
            : new("review_not_needed", "牵头单位的填报不经初审", "what a lead reports is not reviewed");
    }
}

/// <summary>初审: passed.</summary>
/// <param name="Lead">The unit that reviews.</param>
public sealed record ReviewProgress(Guid Report, string Lead, string? Comment = null)
{
    public static Decision Decide(Commitment commitment, ReviewProgress command, Moment at)
    {
        if (commitment.FindReport(command.Report) is not { } report)
            return Decision.No(CommitmentRefusals.NoSuchReport);
        if (report.Status == ReportStatus.Returned)
            return Decision.No(SupervisionRefusals.Returned);
        if (LeadReview.Refused(commitment, report, command.Lead, at) is { } refused)
            return Decision.No(refused);

        return report.ReviewedBy == command.Lead ? Decision.Done : Decision.Of(new ProgressReviewed(report.Id, command.Lead, command.Comment));
    }
}

/// <summary>初审: sent back, with the reason.</summary>
/// <param name="Lead">The unit that reviews.</param>
public sealed record ReturnToMember(Guid Report, string Lead, string Reason)
{
    public static Decision Decide(Commitment commitment, ReturnToMember command, Moment at)
    {
        if (commitment.FindReport(command.Report) is not { } report)
            return Decision.No(CommitmentRefusals.NoSuchReport);
        if (LeadReview.Refused(commitment, report, command.Lead, at) is { } refused)
            return Decision.No(refused);
        if (report.Status == ReportStatus.Returned)
            return Decision.Done;

        return CommitmentRefusals.UnlessRunning(commitment) is { } stopped
            ? Decision.No(stopped)
            : Decision.Of(new ProgressReturnedByLead(report.Id, command.Lead, command.Reason));
    }
}
