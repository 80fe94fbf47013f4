namespace TargetLedger.Domain.Commitments;

/// <summary>A report as it stands after its corrections, returns and verification.</summary>
/// <param name="Position">Where the ledger first recorded it.</param>
/// <param name="ChangedAt">Position of the latest event that names it.</param>
/// <param name="ReportedOn">The day it was first recorded; timeliness goes by it.</param>
/// <param name="ChangedOn">The day of the latest event that names it.</param>
/// <param name="ReturnReason">Why it was returned; null unless it waits for a correction.</param>
/// <param name="CountedFrom">The commitment it was made on, where it only counts here.</param>
/// <param name="ReturnedBy">The lead that returned it; null where a supervisor did, or nobody.</param>
/// <param name="ReviewedBy">初审: the lead that reviewed it as it stands.</param>
/// <param name="ReturnedAt">Where its latest return is recorded; what was corrected after it is the answer to it.</param>
/// <param name="Classes">班次明细; null where none was given.</param>
public sealed record Report(
    Guid Id,
    string Unit,
    Period Period,
    DateOnly Through,
    decimal? Amount,
    decimal? Total,
    bool NoProgress,
    Progress? Progress,
    ReportText? Text,
    IReadOnlyList<NodeStatement> Nodes,
    IReadOnlyList<Evidence> Evidence,
    ReportStatus Status,
    decimal? VerifiedTotal,
    int Corrections,
    long Position,
    long ChangedAt,
    DateOnly ReportedOn,
    DateOnly ChangedOn,
    string? ReturnReason = null,
    string? CountedFrom = null,
    string? ReturnedBy = null,
    string? ReviewedBy = null,
    long? ReturnedAt = null,
    IReadOnlyList<ReportedClass>? Classes = null)
{
    /// <summary>Submitted or verified: its figures are on the boards.</summary>
    public bool Counts => Status is ReportStatus.Submitted or ReportStatus.Verified;

    /// <summary>True when it says that a node is reached.</summary>
    public bool States(string node) => Nodes.Any(s => s.Node == node && s.State == Commitments.Progress.Completed);
}

public enum ReportStatus
{
    /// <summary>待核验.</summary>
    Submitted,

    /// <summary>已核验.</summary>
    Verified,

    /// <summary>已退回: waits for a correction.</summary>
    Returned,

    /// <summary>已撤回.</summary>
    Withdrawn,
}
