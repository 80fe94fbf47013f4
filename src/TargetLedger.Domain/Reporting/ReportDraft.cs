using System.Collections.Immutable;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Signing;

namespace TargetLedger.Domain.Reporting;

/// <summary>A report in the making. It belongs to the unit, not to the clerk who wrote it, and counts for nothing until it is submitted.</summary>
/// <param name="Commitment">The commitment's stream.</param>
public sealed record ReportDrafted(string Commitment, string Unit, DraftContent Content);

public sealed record DraftRevised(DraftContent Content);

/// <summary>Submitted: in the same append the commitment's stream gets the report.</summary>
public sealed record DraftSubmitted(Guid Report);

public sealed record DraftDiscarded;

/// <summary>What a report will say; nothing of it is checked against the commitment before it is submitted.</summary>
/// <param name="Classes">班次明细: signed with what they are the amount of.</param>
public sealed record DraftContent(
    Period Period,
    DateOnly? Through = null,
    decimal? Amount = null,
    decimal? Total = null,
    bool NoProgress = false,
    Progress? Progress = null,
    ReportText? Text = null,
    IReadOnlyList<NodeStatement>? Nodes = null,
    IReadOnlyList<Evidence>? Evidence = null,
    IReadOnlyList<ReportedClass>? Classes = null)
{
    internal static DraftContent Of(ReportProgress report)
        => new(report.Period, report.Through, report.Amount, report.Total, report.NoProgress, report.Progress, report.Text, report.Nodes, report.Evidence);

    /// <summary>Says the same, member by member; a record compares its lists by reference.</summary>
    internal bool IsSameAs(DraftContent other)
        => this with { Nodes = null, Evidence = null, Classes = null } == other with { Nodes = null, Evidence = null, Classes = null }
           && (Nodes ?? []).SequenceEqual(other.Nodes ?? [])
           && (Evidence ?? []).SequenceEqual(other.Evidence ?? [])
           && (Classes is null) == (other.Classes is null)
           && (Classes ?? []).SequenceEqual(other.Classes ?? []);
}

/// <summary>A draft as it stands. A change of what it says takes its signatures away.</summary>
/// <param name="Author">The account that last wrote what it says.</param>
/// <param name="ContentVersion">The stream's version that did; a signature is for it alone.</param>
/// <param name="PutUp">送审.</param>
/// <param name="Return">Why it came back from signing; null once it is put up again.</param>
/// <param name="DraftedAt">The position of its first event.</param>
/// <param name="ClosedAt">The position at which it was submitted or discarded.</param>
/// <param name="Corrects">Of a correction: the report and why; null for a new report.</param>
/// <param name="Withdraws">Of a withdrawal: the report and why.</param>
public sealed record ReportDraft(
    Guid Id,
    string Commitment,
    string Unit,
    DraftContent Content,
    DraftStatus Status,
    string Author,
    long ContentVersion,
    bool PutUp,
    ImmutableList<DraftSignature> Signatures,
    DraftReturn? Return,
    long DraftedAt,
    long? ClosedAt,
    long Version,
    DraftCorrection? Corrects = null,
    DraftWithdrawal? Withdraws = null)
{
    public static ReportDraft? Fold(Guid id, IEnumerable<Recorded> history)
        => history.Aggregate((ReportDraft?)null, (state, e) => Evolve(id, state, e));

    public static ReportDraft Evolve(Guid id, ReportDraft? state, Recorded recorded) => recorded.Event switch
    {
        ReportDrafted e => new(
            id, e.Commitment, e.Unit, e.Content, DraftStatus.Open, recorded.Actor, recorded.Version, false, [], null, recorded.Position, null, recorded.Version),
        CorrectionDrafted e => new(
            id, e.Commitment, e.Unit, e.Content, DraftStatus.Open, recorded.Actor, recorded.Version, false, [], null, recorded.Position, null, recorded.Version, new(e.Report, e.Reason)),
        WithdrawalDrafted e => new(
            id, e.Commitment, e.Unit, new(e.Period), DraftStatus.Open, recorded.Actor, recorded.Version, false, [], null, recorded.Position, null, recorded.Version, Withdraws: new(e.Report, e.Reason)),
        DraftRevised e => state! with
        {
            Content = e.Content,
            Author = recorded.Actor,
            ContentVersion = recorded.Version,
            PutUp = false,
            Signatures = [],
            Version = recorded.Version,
        },
        DraftPutUp => state! with { PutUp = true, Return = null, Version = recorded.Version },
        DraftSigned e => state! with
        {
            Signatures = state.Signatures.Add(new(e.Post, recorded.Actor, e.Substitute, e.Page, e.SignedOn ?? recorded.At.Day, recorded.Position)),
            PutUp = true,
            Return = null,
            Version = recorded.Version,
        },
        DraftReturned e => state! with
        {
            PutUp = false,
            Signatures = [],
            Return = new(e.Post, recorded.Actor, e.Reason, recorded.At.Day, recorded.Position),
            Version = recorded.Version,
        },
        DraftSubmitted => state! with { Status = DraftStatus.Submitted, ClosedAt = recorded.Position, Version = recorded.Version },
        DraftDiscarded => state! with { Status = DraftStatus.Discarded, ClosedAt = recorded.Position, Version = recorded.Version },
        _ => throw new InvalidOperationException($"A draft does not know {recorded.Event.GetType().Name}."),
    };

    public static Decision Revise(ReportDraft draft, DraftContent content) => draft.Status switch
    {
        DraftStatus.Open when draft.Withdraws is not null => Decision.No(NothingToRevise),
        DraftStatus.Open when draft.Content.IsSameAs(content) => Decision.Done,
        DraftStatus.Open => Decision.Of(new DraftRevised(content)),
        _ => Decision.No(NotOpen),
    };

    public static Decision Discard(ReportDraft draft) => draft.Status switch
    {
        DraftStatus.Open => Decision.Of(new DraftDiscarded()),
        DraftStatus.Discarded => Decision.Done,
        _ => Decision.No(NotOpen),
    };

    public static Refusal NotOpen { get; } = new("draft_not_open", "草稿已报送或已作废", "the draft is submitted or discarded");

    private static Refusal NothingToRevise { get; } = new(
        "withdrawal_not_revised", "撤回没有可修改的内容;不撤回请作废草稿", "there is nothing to revise in a withdrawal; discard it where the report is to stay");

    public DraftPurpose Purpose => this switch
    {
        { Corrects: not null } => DraftPurpose.Correction,
        { Withdraws: not null } => DraftPurpose.Withdrawal,
        _ => DraftPurpose.Report,
    };

    /// <summary>The report it is about: the one it corrects or takes back, or the one it becomes.</summary>
    public Guid Report => Corrects?.Report ?? Withdraws?.Report ?? Id;

    /// <summary>The correction it becomes.</summary>
    public CorrectProgress AsCorrection(DraftCorrection of) => new(
        of.Report, of.Reason, Content.Amount, Content.Total, Content.Through, Content.Progress, Content.Text, Content.Nodes, Content.Evidence);

    /// <summary>The report a draft becomes; its id is the draft's, so that submitting twice reports once.</summary>
    public ReportProgress AsReport() => new(
        Id,
        Unit,
        Content.Period,
        Content.Through,
        Content.Amount,
        Content.Total,
        Content.NoProgress,
        Content.Progress,
        Content.Text,
        Content.Nodes,
        Content.Evidence);
}

public enum DraftStatus
{
    Open,
    Submitted,
    Discarded,
}

/// <param name="Account">Who signed; of a page, who recorded it.</param>
/// <param name="Page">The scan of the sealed page, where it was signed on paper.</param>
/// <param name="SignedOn">The day it was signed; of a page the date on it.</param>
/// <param name="Position">Where it is recorded.</param>
public sealed record DraftSignature(PostKind Post, string Account, bool Substitute, Evidence? Page, DateOnly SignedOn, long Position);

/// <param name="Post">By which it was returned.</param>
/// <param name="Position">Where it is recorded.</param>
public sealed record DraftReturn(PostKind Post, string Account, string Reason, DateOnly On, long Position);

public sealed record DraftCorrection(Guid Report, string Reason);

public sealed record DraftWithdrawal(Guid Report, string Reason);

/// <summary>What becomes of a draft when it is submitted.</summary>
public enum DraftPurpose
{
    /// <summary>填报.</summary>
    Report,

    /// <summary>更正, or the answer to a return.</summary>
    Correction,

    /// <summary>撤回.</summary>
    Withdrawal,
}
