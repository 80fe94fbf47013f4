namespace TargetLedger.Domain.Supervision;

/// <summary>初审通过: the lead has reviewed what another unit reported; supervisors may now verify it.</summary>
/// <param name="Lead">The unit that reviewed it.</param>
public sealed record ProgressReviewed(Guid Report, string Lead, string? Comment = null);

/// <summary>初审退回: the lead sends a report back; it does not count until it is corrected.</summary>
/// <param name="Lead">The unit that returned it.</param>
public sealed record ProgressReturnedByLead(Guid Report, string Lead, string Reason);
