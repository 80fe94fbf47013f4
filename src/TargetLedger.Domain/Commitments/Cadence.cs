namespace TargetLedger.Domain.Commitments;

/// <summary>How often a commitment is reported on.</summary>
public enum Cadence
{
    Monthly,
    Quarterly,
    HalfYearly,
    Yearly,

    /// <summary>When a node falls due.</summary>
    ByNode,
}
