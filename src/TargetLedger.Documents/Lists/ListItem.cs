using TargetLedger.Domain.Commitments;

namespace TargetLedger.Documents.Lists;

/// <summary>One commitment as a list that is exported (台账) says it.</summary>
/// <param name="Plan">The plan's code.</param>
/// <param name="Place">Where in the document it is written.</param>
/// <param name="Standing">在办 and the like, in words.</param>
public sealed record ListItem(
    string Plan,
    string Section,
    string? SectionTitle,
    string Task,
    string? TaskTitle,
    string Number,
    string Title,
    Measure? Measure,
    Target? Target,
    Strength Strength,
    Cadence Cadence,
    Period Period,
    DateOnly? PaceStart,
    string? Place,
    IReadOnlyList<Responsibility> Responsible,
    IReadOnlyList<Node> Nodes,
    Apportionment? Apportionment,
    string Standing,
    IReadOnlyList<ListedLink> Links);

/// <summary>关联计数.</summary>
/// <param name="CountsThere">What is reported here counts there; else the other way round.</param>
/// <param name="Plan">The code of the other one's plan.</param>
/// <param name="Number">The other one's.</param>
public sealed record ListedLink(bool CountsThere, string Plan, string Number, DateOnly From, DateOnly? Until, string Authority);
