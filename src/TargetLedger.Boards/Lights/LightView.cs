using TargetLedger.Domain.Commitments;

namespace TargetLedger.Boards;

/// <summary>All that boards are counted from, at one position.</summary>
/// <param name="Frame">Plans, units, groups and rules as known there, and no commitments.</param>
internal sealed record LightView(long Position, LightEntries Entries, LightCatalog Catalog, Knowledge Frame, LightListing Listing)
{
    public Knowledge Know(IReadOnlyList<Commitment> commitments) => Frame with { Position = Position, Commitments = commitments };
}
