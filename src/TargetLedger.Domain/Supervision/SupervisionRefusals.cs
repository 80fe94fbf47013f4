namespace TargetLedger.Domain.Supervision;

/// <summary>Why a report cannot be judged, where more than one decision says it.</summary>
public static class SupervisionRefusals
{
    public static Refusal OwnUnit { get; } = new("own_unit", "不能审核本单位的填报", "nobody judges what his own unit reported");

    internal static Refusal Returned { get; } = new("report_returned", "该填报已退回,等待单位更正", "the report was returned and waits for its unit");

    internal static Refusal Verified { get; } = new("report_verified", "该填报已核验", "the report is verified already");

    internal static Refusal ReviewMissing { get; } = new("lead_review_missing", "该填报须先经牵头单位初审", "the lead has to review the report first");
}
