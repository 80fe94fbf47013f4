using TargetLedger.Documents.YearScripts;

namespace TargetLedger.Cli;

/// <summary>The endpoint of an act.</summary>
/// <param name="Suffix">After the commitment's address, or after its report's where <paramref name="OfReport"/>.</param>
/// <param name="NeedsIfMatch">The act replaces an earlier decision, so it names the version it has seen.</param>
/// <param name="OfDraft">After the address of the draft that becomes the report.</param>
/// <param name="OfUnit">After the unit's address.</param>
/// <param name="OfProposal">After the address of the proposed link.</param>
/// <param name="IsQuestion">It reads, as known at the step's moment, so that whoever asks again is told the same.</param>
internal sealed record ActRoute(
    string Suffix, bool OfReport = false, bool NeedsIfMatch = false, bool OfDraft = false, bool OfUnit = false, bool OfProposal = false, bool IsQuestion = false)
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
        Act.AddCommitment => new("plans/{plan}/commitments"),
        Act.AgreeJointLead => new("joint-lead", NeedsIfMatch: true),
        Act.ReceiveCounterpart => new("counterpart-figures"),
        Act.AcceptSide => new("completion/sides/acceptance", NeedsIfMatch: true),
        Act.Link => new("links", NeedsIfMatch: true),
        Act.AdoptSubmissionRules => new("submission-rules"),
        Act.AssignPost => new("posts", OfUnit: true),
        Act.Draft => new("drafts"),
        Act.ReviseDraft => new("", NeedsIfMatch: true, OfDraft: true),
        Act.PutUpDraft => new("/put-up", OfDraft: true),
        Act.SignDraft => new("/signatures", OfDraft: true),
        Act.ReturnDraft => new("/return", OfDraft: true),
        Act.SubmitDraft => new("/submission", OfDraft: true),
        Act.ReportNoProgress => new("no-progress"),
        Act.RecordCall => new("calls", OfUnit: true),
        Act.AdoptVerificationTerms => new("verification-terms"),
        Act.ReviewReport => new("review", OfReport: true),
        Act.ReturnToMember => new("review-return", OfReport: true),
        Act.ReportClasses => new("classes", OfReport: true),
        Act.VerifyMany => new("verifications"),
        Act.DrawSample => new("samples"),
        Act.RegisterUnit => new("units"),
        Act.FormGroup => new("groups"),
        Act.ProposeLink => new("link-proposals"),
        Act.ApproveLink => new("/approval", NeedsIfMatch: true, OfProposal: true),
        Act.DraftWithdrawal => new("withdrawal-drafts", OfReport: true),
        Act.SubmitForm => new("form", OfUnit: true),
        Act.TryRules => new("board/what-if", IsQuestion: true),
        Act.Forecast => new("forecast", IsQuestion: true),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No endpoint."),
    };

    /// <summary>The whole of a draft is written anew; every other act is added.</summary>
    public HttpMethod Method => OfDraft && Suffix.Length == 0 ? HttpMethod.Put : HttpMethod.Post;

    /// <param name="plan">The plan's code.</param>
    public string Path(string plan, string? commitment, string? report, string? unit) =>
        OfUnit ? $"units/{unit}/{Suffix}"
        : OfDraft ? $"drafts/{report}{Suffix}"
        : OfProposal ? $"link-proposals/{report}{Suffix}"
        : commitment is null ? Suffix.Replace("{plan}", Uri.EscapeDataString(plan), StringComparison.Ordinal)
        : OfReport ? $"{commitment}/reports/{report}/{Suffix}"
        : $"{commitment}/{Suffix}";
}
