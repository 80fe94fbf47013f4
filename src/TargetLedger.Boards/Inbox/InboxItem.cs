using System.Globalization;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Telling;

namespace TargetLedger.Boards;

/// <summary>One thing to do. It is computed from what is recorded and goes away with its cause; only what was seen and done is recorded of it.</summary>
/// <param name="Key">The same as long as its cause is the same; marks name it.</param>
/// <param name="Commitment">The stream.</param>
/// <param name="Plan">The plan's code.</param>
/// <param name="Unit">Whose it is to act; for supervisors whose matter it is.</param>
/// <param name="Since">The day it came about.</param>
/// <param name="Due">The day a report is due.</param>
/// <param name="Draft">The draft it is about, or that is being written for it.</param>
/// <param name="Purpose">What becomes of the draft it is about: a report, a correction, or that a report is taken back.</param>
/// <param name="Post">Whose turn it is to sign.</param>
/// <param name="WordsDue">Of a report that is owed: whether words are due with it, not figures alone.</param>
/// <param name="Note">Why something came back.</param>
/// <param name="Position">The event behind it, where there is one.</param>
/// <param name="Proposal">The link that is proposed, or was answered.</param>
/// <param name="Members">How many members have not reported.</param>
/// <param name="Mark">Who has seen it, and who has done with it.</param>
public sealed record InboxItem(
    string Key,
    InboxKind Kind,
    string Commitment,
    string Plan,
    string Number,
    string Title,
    UnitName? Unit,
    DateOnly Since,
    DateOnly? Due = null,
    Period? Period = null,
    Guid? Report = null,
    Guid? Draft = null,
    DraftPurpose? Purpose = null,
    PostKind? Post = null,
    bool? WordsDue = null,
    Reason? Reason = null,
    string? Note = null,
    long? Position = null,
    InboxProposal? Proposal = null,
    int? Members = null,
    InboxMark? Mark = null)
{
    internal static InboxItem Of(Knowledge knowledge, Commitment commitment, InboxKind kind, string unit, DateOnly since, params ReadOnlySpan<string> cause) => new(
        InboxKeys.Of(kind, cause),
        kind,
        commitment.Id,
        knowledge.PlanOf(commitment).Code,
        commitment.Number,
        commitment.Title,
        knowledge.NameOf(unit),
        since);
}

/// <summary>A proposed link, with what it is to count in.</summary>
/// <param name="To">The stream of the commitment in which reports are to count too.</param>
/// <param name="ToPlan">Its plan's code.</param>
/// <param name="From">The first day of the first period that is to count.</param>
/// <param name="Reason">The unit's.</param>
/// <param name="Answer">The keeper's.</param>
public sealed record InboxProposal(
    Guid Id, string To, string ToPlan, string ToNumber, string ToTitle, DateOnly From, string Reason, ProposalStatus Status, ProposalAnswer? Answer)
{
    internal static InboxProposal Of(Knowledge knowledge, LinkProposal proposal, Commitment target) => new(
        proposal.Id,
        target.Id,
        knowledge.PlanOf(target).Code,
        target.Number,
        target.Title,
        proposal.From,
        proposal.Reason,
        proposal.Status,
        proposal.Answer);
}

/// <summary>Why something is in an inbox; the most pressing first.</summary>
public enum InboxKind
{
    /// <summary>漏报: due and not in.</summary>
    Overdue,

    /// <summary>退回, not answered yet.</summary>
    Returned,

    /// <summary>草稿内部退回. Units only.</summary>
    DraftReturned,

    /// <summary>待审签. Units only.</summary>
    ToSign,

    /// <summary>已审签,待报送. Units only.</summary>
    ToSubmit,

    /// <summary>将到期. Units only.</summary>
    DueSoon,

    /// <summary>待初审: what members report to a lead. Units only.</summary>
    ToReview,

    /// <summary>待催报: members that have missed a period, to their lead. Units only.</summary>
    ToRemind,

    /// <summary>待核验. Supervisors only.</summary>
    ToVerify,

    /// <summary>待销号. Supervisors only.</summary>
    Claimed,

    /// <summary>建议关联: units propose that reports count in another commitment. List keepers only.</summary>
    LinkProposed,

    /// <summary>建议已答复: approved or refused. Units only, for a month.</summary>
    LinkAnswered,

    /// <summary>预警: behind pace, past a date, or a sign that a figure needs looking at.</summary>
    Warning,
}

/// <summary>The form of an item's key.</summary>
public static class InboxKeys
{
    private const int MaxLength = 200;

    /// <summary>Begins with the word of a kind and names a cause. Whether there is such an item now does not matter: a mark of none does no harm.</summary>
    public static bool IsSound(string key)
        => key.Length <= MaxLength && Enum.GetValues<InboxKind>().Any(kind => key.StartsWith(Word(kind) + ":", StringComparison.Ordinal) && key.Length > Word(kind).Length + 1);

    internal static string Of(InboxKind kind, params ReadOnlySpan<string> cause) => $"{Word(kind)}:{string.Join(':', cause)}";

    internal static string OfDue(InboxKind kind, string commitment, string unit, DateOnly cutoff) => Of(kind, commitment, unit, $"{cutoff:yyyy-MM-dd}");

    internal static string OfQueued(string commitment, QueueKind kind, Guid? report, long? position, DateOnly since) => Of(
        KindOf(kind), commitment, report?.ToString("D") ?? Boards.Word.Of(kind), position?.ToString(CultureInfo.InvariantCulture) ?? $"{since:yyyy-MM-dd}");

    /// <summary>The commitment an item's key names; something else where it names none.</summary>
    internal static string CommitmentIn(string key) => key.Split(':') is [_, var first, ..] ? first : "";

    internal static InboxKind KindOf(QueueKind kind) => kind switch
    {
        QueueKind.Unverified => InboxKind.ToVerify,
        QueueKind.Returned => InboxKind.Returned,
        QueueKind.Claimed => InboxKind.Claimed,
        _ => InboxKind.Warning,
    };

    private static string Word(InboxKind kind) => Boards.Word.Of(kind);
}
