using TargetLedger.Domain.Reporting;

namespace TargetLedger.Boards;

/// <summary>The open drafts of some units for one commitment. Drafts are their units' own business and have no as-of view.</summary>
public sealed record DraftList(long Position, IReadOnlyList<ReportDraft> Drafts);
