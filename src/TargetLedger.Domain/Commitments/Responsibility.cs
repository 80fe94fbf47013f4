namespace TargetLedger.Domain.Commitments;

/// <summary>One unit, or one group, that answers for a commitment. Exactly one of the two is named, by its code.</summary>
/// <param name="Side">Of several equal leads (共同牵头): which side this one answers for.</param>
/// <param name="Inferred">True when the document does not say the role and a reading of it was proposed (first named = lead).</param>
public sealed record Responsibility(Role Role, string? Unit = null, string? Group = null, string? Side = null, bool Inferred = false);

public enum Role
{
    /// <summary>牵头.</summary>
    Lead,

    /// <summary>配合、协同、协办.</summary>
    Partner,
}
