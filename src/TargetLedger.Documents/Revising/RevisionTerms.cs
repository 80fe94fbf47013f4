using TargetLedger.Domain;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Documents.Revising;

/// <summary>What holds for every change of one revision.</summary>
/// <param name="EffectiveFrom">The first day of what is changed, the last act of what is withdrawn.</param>
/// <param name="Authority">The revised document by title and number.</param>
/// <param name="At">When it is decided.</param>
/// <param name="Rules">In force on that day for the plan; their tolerance is frozen on approximate targets.</param>
public sealed record RevisionTerms(DateOnly EffectiveFrom, string Reason, string Authority, Moment At, Rules Rules);
