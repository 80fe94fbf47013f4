using System.Text.Json;

namespace TargetLedger.Documents.YearScripts;

/// <summary>
/// A year told as steps: who does what, when, to which commitment. A player carries them out in order over HTTP with the
/// business clock stepped to each, and stops at the boards' moments.
/// </summary>
/// <param name="Format">Always <see cref="CurrentFormat"/>.</param>
/// <param name="Note">Says that the figures are invented.</param>
/// <param name="Boards">Ascending by moment.</param>
/// <param name="Steps">Ascending by moment, no two at one.</param>
public sealed record YearScript(
    string Format,
    string Note,
    IReadOnlyList<BoardMoment> Boards,
    IReadOnlyList<Step> Steps)
{
    public const string CurrentFormat = "targetledger-year/1";
}

/// <summary>The board judged for a day, as known at a moment.</summary>
public sealed record BoardMoment(DateOnly On, DateTimeOffset At);

/// <param name="As">The account: keeper, supervisor, supervisor:{code of its office}, unit:{code}, or unit:{code}/{person}.</param>
/// <param name="Commitment">Its number, e.g. 11-3; null where the act is about none.</param>
/// <param name="Label">What later steps call the report, draft, proposal, link or sample that this step makes.</param>
/// <param name="Of">The label of the report, draft, proposal, link or sample that this step is about.</param>
/// <param name="Unit">The code of the unit whose posts it is about, that was phoned, that sends a form in, or that leaves a group.</param>
/// <param name="Body">The request's body; of a question what is asked.</param>
/// <param name="Reports">The labels of the reports this step is about, where it is about many; they go into the body.</param>
/// <param name="Rows">How a form is filled in.</param>
/// <param name="Group">The code of the group whose members change.</param>
/// <param name="Drawn">Which report of a sample was looked at: its place in the order drawn, from 1.</param>
public sealed record Step(
    DateTimeOffset At,
    string As,
    Act Act,
    JsonElement Body,
    string? Commitment = null,
    string? Label = null,
    string? Of = null,
    string? Unit = null,
    IReadOnlyList<string>? Reports = null,
    IReadOnlyList<FormLine>? Rows = null,
    string? Group = null,
    int? Drawn = null);

/// <summary>A row of a form that is filled in; rows that are not named are deleted.</summary>
/// <param name="Commitment">Its number.</param>
/// <param name="Label">What later steps call the draft that it becomes.</param>
/// <param name="Cells">By the heading of the column.</param>
public sealed record FormLine(string Commitment, string Label, IReadOnlyDictionary<string, string> Cells);

public enum Act
{
    AdoptRules,
    Report,
    Correct,
    Withdraw,
    Verify,
    Return,
    ReviseTarget,
    RevisePeriod,
    Reassign,
    Apportion,
    Suspend,
    Resume,
    Claim,
    Accept,
    Reject,
    Reopen,
    PlanNode,
    AnnounceCalendar,
    AdoptReportingTerms,
    AllowLateReport,
    ExcuseReport,
    AddCommitment,
    AgreeJointLead,
    ReceiveCounterpart,
    AcceptSide,
    Link,
    AdoptSubmissionRules,
    AssignPost,
    Draft,
    ReviseDraft,
    PutUpDraft,
    SignDraft,
    ReturnDraft,
    SubmitDraft,
    ReportNoProgress,
    RecordCall,
    AdoptVerificationTerms,
    ReviewReport,
    ReturnToMember,
    ReportClasses,
    VerifyMany,
    DrawSample,
    RegisterUnit,
    FormGroup,
    ProposeLink,
    ApproveLink,
    DraftWithdrawal,
    SubmitForm,
    JoinGroup,
    LeaveGroup,
    RefuseLink,
    Unlink,
    LiftPlanRules,
    CheckSample,

    /// <summary>A question; nothing is recorded.</summary>
    TryRules,

    /// <summary>A question; nothing is recorded.</summary>
    Forecast,
}
