namespace TargetLedger.Domain.Compliance;

/// <summary>What a figure is made of. A branch is the sum of its parts, exactly; a leaf is a report's figure.</summary>
/// <param name="Unit">Whose it is; null for a sum of several units.</param>
/// <param name="Amount">As it counts: what is taken off is negative.</param>
/// <param name="Through">The date its data is in.</param>
/// <param name="Position">Of a leaf: where the report is recorded.</param>
/// <param name="Side">Of joint leads: whose side it is.</param>
/// <param name="CountedFrom">The commitment the report was made on, where it only counts here.</param>
public sealed record FigurePart(
    PartKind Kind,
    string? Unit,
    decimal Amount,
    DateOnly Through,
    long? Position,
    IReadOnlyList<FigurePart> Parts,
    string? Side = null,
    string? CountedFrom = null)
{
    /// <summary>Positions of the reports below, each once, ascending.</summary>
    public static IReadOnlyList<long> PositionsOf(IEnumerable<FigurePart> parts) => [.. Leaves(parts).Select(p => p.Position!.Value).Distinct().Order()];

    /// <summary>The streams on which reports below were made that only count here.</summary>
    public static IReadOnlyList<string> SourcesOf(IEnumerable<FigurePart> parts)
        => [.. Leaves(parts).Select(p => p.CountedFrom).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<FigurePart> Leaves(IEnumerable<FigurePart> parts)
        => parts.SelectMany(p => p.Position is null ? Leaves(p.Parts) : [p]);
}

public enum PartKind
{
    /// <summary>The lead's figure of the whole.</summary>
    Whole,

    /// <summary>本级: what the unit that divides reports of itself.</summary>
    Own,

    /// <summary>A member of a division.</summary>
    Member,

    /// <summary>Taken off: what a member had reported before it was one.</summary>
    Before,

    /// <summary>One of several equal leads.</summary>
    Side,
}
