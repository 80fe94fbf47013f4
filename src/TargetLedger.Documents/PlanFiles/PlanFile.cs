using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.PlanFiles;

/// <summary>
/// A whole plan as a file: the document, its units and groups, its sections, tasks and commitments. Things refer to each
/// other by code; codes and numbers are the reader's own, stable names.
/// </summary>
/// <param name="Format">Always <see cref="CurrentFormat"/>.</param>
/// <param name="Schema">The published JSON Schema, for editors.</param>
/// <param name="Note">A remark for readers of the file; not imported.</param>
public sealed record PlanFile(
    string Format,
    PlanHead Plan,
    IReadOnlyList<PlanFileUnit> Units,
    IReadOnlyList<PlanFileGroup> Groups,
    IReadOnlyList<PlanFileSection> Sections,
    [property: System.Text.Json.Serialization.JsonPropertyName("$schema")] string? Schema = null,
    string? Note = null)
{
    public const string CurrentFormat = "targetledger-plan/1";
}

/// <param name="Code">Short and unique in the ledger, e.g. CD-2014.</param>
/// <param name="Issuer">The issuing body's name as written.</param>
/// <param name="Sources">The document first; instructions or minutes behind it after that.</param>
public sealed record PlanHead(
    string Code,
    string Title,
    string Issuer,
    DateOnly IssuedOn,
    Period Period,
    IReadOnlyList<Source> Sources,
    string? DocumentNumber = null);

/// <param name="Code">The ledger's own short code; what responsibilities and accounts refer to.</param>
/// <param name="CreditCode">统一社会信用代码.</param>
/// <param name="RegionCode">行政区划代码.</param>
public sealed record PlanFileUnit(
    string Code,
    string Name,
    UnitKind Kind,
    IReadOnlyList<string>? Aliases = null,
    string? CreditCode = null,
    string? RegionCode = null);

/// <param name="Open">True when the document leaves the list open (等, 有关成员单位): members may be unknown.</param>
public sealed record PlanFileGroup(
    string Code,
    string Name,
    bool Open,
    IReadOnlyList<PlanFileMember> Members);

/// <param name="To">The last day of membership, or null while it lasts.</param>
public sealed record PlanFileMember(string Unit, DateOnly From, DateOnly? To = null);

public sealed record PlanFileSection(string Number, string Title, IReadOnlyList<PlanFileTask> Tasks);

/// <param name="Number">The item's number in the document, unique in the plan.</param>
/// <param name="Responsible">Who answers; each commitment of the task inherits it unless it names its own.</param>
public sealed record PlanFileTask(
    string Number,
    string Title,
    IReadOnlyList<Responsibility> Responsible,
    IReadOnlyList<PlanFileCommitment> Commitments);

/// <summary>
/// One target, or, without one, an item that lives by its nodes. Its number is {task number}-{ordinal}, counted from 1.
/// </summary>
/// <param name="Measure">Required with a target.</param>
/// <param name="Period">The plan's unless stated.</param>
/// <param name="PaceStart">The day the pace starts when that is later than the period's start.</param>
/// <param name="Place">Where in the document it is written; section and task unless stated.</param>
public sealed record PlanFileCommitment(
    string Title,
    Cadence Cadence,
    Measure? Measure = null,
    Target? Target = null,
    Strength Strength = Strength.Forecast,
    Period? Period = null,
    DateOnly? PaceStart = null,
    IReadOnlyList<Node>? Nodes = null,
    IReadOnlyList<Responsibility>? Responsible = null,
    Apportionment? Apportionment = null,
    string? Place = null);
