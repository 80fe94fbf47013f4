using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Plans;

/// <summary>A document was read into a list. The list is not in force before <see cref="PlanConfirmed"/>.</summary>
public sealed record PlanDrawnUp(
    string Code,
    string Title,
    string Issuer,
    DateOnly IssuedOn,
    Period Period,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<PlanSection> Sections,
    string? DocumentNumber = null);

public sealed record PlanSection(string Number, string Title, IReadOnlyList<PlanTask> Tasks);

/// <summary>重点任务: a numbered item of the document. Its commitments are streams of their own.</summary>
public sealed record PlanTask(string Number, string Title, IReadOnlyList<Responsibility> Responsible);

/// <summary>The one event that makes an imported list visible, after all its commitments are recorded.</summary>
/// <param name="Commitments">How many the list holds.</param>
public sealed record PlanConfirmed(int Commitments);
