using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Plans;

/// <summary>
/// A document was read into a list: its head and headings. Its tasks follow one event each, so that no plan is too long for
/// an entry; the list is not in force before <see cref="PlanConfirmed"/>.
/// </summary>
public sealed record PlanDrawnUp(
    string Code,
    string Title,
    string Issuer,
    DateOnly IssuedOn,
    Period Period,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<SectionHeading> Sections,
    string? DocumentNumber = null);

public sealed record SectionHeading(string Number, string Title);

/// <summary>重点任务: a numbered item of the document. Its commitments are streams of their own.</summary>
/// <param name="Section">The section's number.</param>
/// <param name="Responsible">Who answers; a commitment of the task that names nobody has it from here.</param>
public sealed record TaskListed(string Section, string Number, string Title, IReadOnlyList<Responsibility> Responsible);

/// <summary>The one event that makes an imported list visible, after all its commitments are recorded.</summary>
/// <param name="Commitments">How many the list holds.</param>
public sealed record PlanConfirmed(int Commitments);

/// <summary>A revised document brings a section the list did not have. It stands last; its tasks follow.</summary>
public sealed record SectionListed(string Number, string Title);

/// <summary>A revised document gives a task another title; its number and its commitments stay.</summary>
/// <param name="Task">The task's number.</param>
/// <param name="Authority">By whose leave: the document, and the place in it.</param>
public sealed record TaskRetitled(string Task, string Title, string Reason, string Authority);
