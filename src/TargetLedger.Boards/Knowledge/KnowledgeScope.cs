namespace TargetLedger.Boards;

/// <summary>
/// Which commitments an answer is going to look at. It may let more through than the answer needs, never fewer; what is
/// not a commitment is always known.
/// </summary>
/// <param name="Units">Codes: commitments one of these may answer for on some day.</param>
/// <param name="Group">A code: commitments this group, or who was ever a member of it, may answer for.</param>
/// <param name="Commitments">Streams.</param>
internal sealed record KnowledgeScope(
    string? Plan = null,
    string? Section = null,
    IReadOnlyList<string>? Units = null,
    string? Group = null,
    IReadOnlyList<string>? Commitments = null)
{
    public static KnowledgeScope Everything { get; } = new();

    public static KnowledgeScope NoCommitments { get; } = new(Commitments: []);

    public static KnowledgeScope Of(BoardFilter filter) => new(filter.Plan, filter.Section, filter.Units, filter.Group);

    public static KnowledgeScope OfCommitment(string stream) => new(Commitments: [stream]);

    /// <summary>What events are read for: commitments by name; who may answer for one is only known when all are folded.</summary>
    public KnowledgeScope ToReplay => Commitments is null ? Everything : this;

    /// <summary>Whether whoever knows this knows all that is asked for in the other.</summary>
    public bool Covers(KnowledgeScope other)
        => this == Everything
           || other.Commitments is { Count: 0 }
           || (Plan == other.Plan && Section == other.Section && Group == other.Group
               && Same(Units, other.Units) && Same(Commitments, other.Commitments));

    private static bool Same(IReadOnlyList<string>? one, IReadOnlyList<string>? other)
        => one is null ? other is null : other is not null && one.SequenceEqual(other, StringComparer.Ordinal);
}
