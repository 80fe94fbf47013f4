using TargetLedger.Documents.YearScripts;

namespace TargetLedger.Cli;

/// <summary>What the address of an act begins with.</summary>
internal enum About
{
    /// <summary>The commitment, or where the step names none the ledger.</summary>
    Commitment,
    Report,

    /// <summary>The draft that becomes the report.</summary>
    Draft,
    Unit,

    /// <summary>A proposed link.</summary>
    Proposal,
    Link,
    Group,
    Sample,
}

/// <summary>The endpoint of an act.</summary>
/// <param name="Suffix">After the address of what it is about.</param>
/// <param name="NeedsIfMatch">The act replaces an earlier decision, so it names the version it has seen.</param>
/// <param name="IsQuestion">It reads, as known at the step's moment, so that whoever asks again is told the same.</param>
internal sealed record ActRoute(string Suffix, About About = About.Commitment, bool NeedsIfMatch = false, bool IsQuestion = false)
{
    public static ActRoute Of(Act act) => act switch
    {
        Act.AdoptRules => new("rules"),
        Act.Report => new("reports"),
        Act.Correct => new("corrections", About.Report),
        Act.Withdraw => new("withdrawal", About.Report),
        Act.Verify => new("verification", About.Report),
        Act.Return => new("return", About.Report),
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
        Act.AssignPost => new("posts", About.Unit),
        Act.Draft => new("drafts"),
        Act.ReviseDraft => new("", About.Draft, NeedsIfMatch: true),
        Act.PutUpDraft => new("put-up", About.Draft),
        Act.SignDraft => new("signatures", About.Draft),
        Act.ReturnDraft => new("return", About.Draft),
        Act.SubmitDraft => new("submission", About.Draft),
        Act.ReportNoProgress => new("no-progress"),
        Act.RecordCall => new("calls", About.Unit),
        Act.AdoptVerificationTerms => new("verification-terms"),
        Act.ReviewReport => new("review", About.Report),
        Act.ReturnToMember => new("review-return", About.Report),
        Act.ReportClasses => new("classes", About.Report),
        Act.VerifyMany => new("verifications"),
        Act.DrawSample => new("samples"),
        Act.RegisterUnit => new("units"),
        Act.FormGroup => new("groups"),
        Act.ProposeLink => new("link-proposals"),
        Act.ApproveLink => new("approval", About.Proposal, NeedsIfMatch: true),
        Act.DraftWithdrawal => new("withdrawal-drafts", About.Report),
        Act.SubmitForm => new("form", About.Unit),
        Act.JoinGroup => new("members", About.Group),
        Act.LeaveGroup => new("members/{unit}/leave", About.Group),
        Act.RefuseLink => new("refusal", About.Proposal, NeedsIfMatch: true),
        Act.Unlink => new("end", About.Link, NeedsIfMatch: true),
        Act.LiftPlanRules => new("rules/lifting"),
        Act.CheckSample => new("findings", About.Sample),
        Act.TryRules => new("board/what-if", IsQuestion: true),
        Act.Forecast => new("forecast", IsQuestion: true),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No endpoint."),
    };

    /// <summary>The whole of a draft is written anew; every other act is added.</summary>
    public HttpMethod Method => About == About.Draft && Suffix.Length == 0 ? HttpMethod.Put : HttpMethod.Post;

    /// <param name="plan">The plan's code.</param>
    /// <param name="of">The id of what the step names by a label.</param>
    public string Path(string plan, Documents.YearScripts.Step step, string? of)
    {
        string[] parts = [AddressOf(plan, step, of), Suffix.Replace("{plan}", Uri.EscapeDataString(plan), StringComparison.Ordinal).Replace("{unit}", step.Unit, StringComparison.Ordinal)];
        return string.Join('/', parts.Where(part => part.Length > 0));
    }

    /// <summary>Where the version stands that an act with If-Match names: a draft and a proposal have their own, which no board has to catch up with.</summary>
    /// <param name="position">The last that was recorded.</param>
    public string VersionedAt(string plan, Documents.YearScripts.Step step, string? of, long position)
        => About is About.Draft or About.Proposal ? AddressOf(plan, step, of) : $"{CommitmentOf(plan, step)}?after={position}";

    private string AddressOf(string plan, Documents.YearScripts.Step step, string? of) => About switch
    {
        About.Report => $"{CommitmentOf(plan, step)}/reports/{of}",
        About.Draft => $"drafts/{of}",
        About.Unit => $"units/{step.Unit}",
        About.Proposal => $"link-proposals/{of}",
        About.Link => $"{CommitmentOf(plan, step)}/links/{of}",
        About.Group => $"groups/{step.Group}",
        About.Sample => $"samples/{of}",
        _ => CommitmentOf(plan, step),
    };

    /// <summary>Empty where the step is about none.</summary>
    private static string CommitmentOf(string plan, Documents.YearScripts.Step step)
        => step.Commitment is null ? "" : $"commitments/{Uri.EscapeDataString($"{plan}:{step.Commitment}")}";
}
