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
}
