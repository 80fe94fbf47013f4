using TargetLedger.Documents.YearScripts;

namespace TargetLedger.Cli;

/// <summary>The endpoint of an act.</summary>
/// <param name="Suffix">After the commitment's address, or after its report's where <paramref name="OfReport"/>.</param>
/// <param name="NeedsIfMatch">The act replaces an earlier decision, so it names the version it has seen.</param>
internal sealed record ActRoute(string Suffix, bool OfReport = false, bool NeedsIfMatch = false)
{
    public static ActRoute Of(Act act) => act switch
    {
        Act.AdoptRules => new("rules"),
        Act.Report => new("reports"),
        Act.Correct => new("corrections", OfReport: true),
        Act.Withdraw => new("withdrawal", OfReport: true),
        Act.Verify => new("verification", OfReport: true),
        Act.Return => new("return", OfReport: true),
        Act.ReviseTarget => new("target-revisions", NeedsIfMatch: true),
        Act.RevisePeriod => new("period-revisions", NeedsIfMatch: true),
        Act.Reassign => new("reassignments", NeedsIfMatch: true),
        Act.Apportion => new("apportionment", NeedsIfMatch: true),
        Act.PlanNode => new("nodes", NeedsIfMatch: true),
        Act.Suspend => new("suspension", NeedsIfMatch: true),
        Act.Resume => new("resumption", NeedsIfMatch: true),
        Act.Claim => new("completion/claim"),
        Act.Accept => new("completion/acceptance", NeedsIfMatch: true),
        Act.Reject => new("completion/rejection", NeedsIfMatch: true),
        Act.Reopen => new("reopening", NeedsIfMatch: true),
        Act.AnnounceCalendar => new("calendars"),
        Act.AdoptReportingTerms => new("reporting-terms"),
        Act.AllowLateReport => new("late-reports"),
        Act.ExcuseReport => new("excused-reports"),
        Act.AdoptVerificationTerms => new("verification-terms"),
        Act.ReviewReport => new("review", OfReport: true),
        Act.ReturnToMember => new("review-return", OfReport: true),
        Act.ReportClasses => new("classes", OfReport: true),
        Act.VerifyMany => new("verifications"),
        Act.DrawSample => new("samples"),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No endpoint."),
    };

    public string Path(string? commitment, string? report) =>
        commitment is null ? Suffix
        : OfReport ? $"{commitment}/reports/{report}/{Suffix}"
        : $"{commitment}/{Suffix}";
}
