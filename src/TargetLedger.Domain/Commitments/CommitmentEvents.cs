using TargetLedger.Domain.Plans;

namespace TargetLedger.Domain.Commitments;

/// <summary>立项: the item enters the list.</summary>
/// <param name="Plan">The plan's stream.</param>
/// <param name="Number">What people call it: {task number}-{ordinal}.</param>
/// <param name="Target">Null where the item lives by its nodes.</param>
public sealed record CommitmentMade(
    string Plan,
    string Section,
    string Task,
    int Ordinal,
    string Number,
    string Title,
    Period Period,
    Cadence Cadence,
    Strength Strength,
    IReadOnlyList<Responsibility> Responsible,
    IReadOnlyList<Node> Nodes,
    IReadOnlyList<Source> Sources,
    Measure? Measure = null,
    Target? Target = null,
    DateOnly? PaceStart = null,
    Apportionment? Apportionment = null);

/// <summary>进展填报. Amount and total tie with the unit's report before; both are null for an item without a figure.</summary>
/// <param name="Report">The report's id; later events name it.</param>
/// <param name="Unit">The code of the unit that reports.</param>
/// <param name="Period">What this report covers.</param>
/// <param name="Through">数据截至: the date up to which the data is in.</param>
/// <param name="Amount">本期数.</param>
/// <param name="Total">累计数, or the level at <paramref name="Through"/>.</param>
public sealed record ProgressReported(
    Guid Report,
    string Unit,
    Period Period,
    DateOnly Through,
    decimal? Amount = null,
    decimal? Total = null,
    bool NoProgress = false,
    Progress? Progress = null,
    ReportText? Text = null,
    IReadOnlyList<NodeStatement>? Nodes = null,
    IReadOnlyList<Evidence>? Evidence = null);

/// <summary>What a report says in words. Its own member of the event, so that it can be sealed.</summary>
/// <param name="Done">工作进展.</param>
/// <param name="Problems">存在问题.</param>
/// <param name="NextSteps">下步打算.</param>
/// <param name="HelpNeeded">需协调事项.</param>
public sealed record ReportText(string? Done = null, string? Problems = null, string? NextSteps = null, string? HelpNeeded = null);

/// <param name="Size">Bytes.</param>
public sealed record Evidence(string Sha256, string Name, long Size, string MediaType);

/// <summary>更正: what is given replaces what the report said; what is null stays. Answers a return as well (resubmission).</summary>
public sealed record ProgressCorrected(
    Guid Report,
    string Reason,
    decimal? Amount = null,
    decimal? Total = null,
    DateOnly? Through = null,
    Progress? Progress = null,
    ReportText? Text = null,
    IReadOnlyList<NodeStatement>? Nodes = null,
    IReadOnlyList<Evidence>? Evidence = null);

/// <summary>撤回: the report no longer counts.</summary>
public sealed record ProgressWithdrawn(Guid Report, string Reason);

/// <summary>核验: a supervisor accepts the report, whole or at a lower total.</summary>
/// <param name="Total">The accepted running total; null for an item without a figure.</param>
public sealed record ProgressVerified(Guid Report, decimal? Total = null, string? Comment = null);

/// <summary>退回: the report does not count until it is corrected.</summary>
public sealed record ProgressReturned(Guid Report, string Reason);

/// <param name="Reason">Needed where a date was moved that had passed; as is the authority.</param>
public sealed record NodePlanned(Node Node, string? Reason = null, string? Authority = null);

/// <summary>A supervisor confirms that a node is reached.</summary>
/// <param name="On">The date the fact is about.</param>
/// <param name="Report">The report that stated it.</param>
public sealed record NodeReached(string Node, DateOnly On, Guid? Report = null);

/// <summary>The earlier target stays in force for days before <paramref name="EffectiveFrom"/>.</summary>
/// <param name="Authority">By whose leave: the document's number.</param>
public sealed record TargetRevised(Target Target, DateOnly EffectiveFrom, string Reason, string Authority);

public sealed record PeriodRevised(Period Period, DateOnly EffectiveFrom, string Reason, string Authority);

/// <summary>A revised document says the item in other words, or binds it otherwise; its figure and its number stay.</summary>
public sealed record CommitmentRestated(string Title, Strength Strength, string Reason, string Authority);

public sealed record ResponsibilityReassigned(
    IReadOnlyList<Responsibility> Responsible,
    DateOnly EffectiveFrom,
    string Reason,
    string Authority);

/// <summary>目标分解, of the whole or of a member's quota.</summary>
/// <param name="From">The first day it holds; null for all days.</param>
/// <param name="Unit">Whose quota is divided further; null for the whole.</param>
/// <param name="MemberCadence">How often members report, where not as often as the lead.</param>
public sealed record TargetApportioned(
    Apportionment Apportionment,
    DateOnly? From = null,
    string? Unit = null,
    Cadence? MemberCadence = null,
    MemberDays MemberDays = MemberDays.OnTheDay);

/// <summary>The first shape of <see cref="TargetApportioned"/>: a division of the whole, for all days.</summary>
public sealed record TargetApportionedV1(Apportionment Apportionment);

public sealed record CommitmentSuspended(DateOnly From, string Reason, string Authority);

/// <param name="On">The first day it runs again.</param>
public sealed record CommitmentResumed(DateOnly On, string Reason, string Authority);

/// <summary>动态退出: the item leaves the list.</summary>
public sealed record CommitmentWithdrawn(DateOnly On, string Reason, string Authority);

/// <summary>销号申请.</summary>
/// <param name="CompletedOn">The day the unit says it was complete.</param>
public sealed record CompletionClaimed(string Unit, DateOnly CompletedOn, string Statement, IReadOnlyList<Evidence>? Evidence = null);

/// <summary>销号. Whoever accepts answers for it; the account is the event's actor.</summary>
public sealed record CompletionAccepted(DateOnly CompletedOn, string? Comment = null);

public sealed record CompletionRejected(string Reason);

/// <param name="On">The first day it counts as open again.</param>
public sealed record CommitmentReopened(DateOnly On, string Reason);
