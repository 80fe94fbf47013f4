using System.Text.Json.Serialization;
using TargetLedger.Documents.Structure;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.Drafts;

/// <summary>
/// A document read into a draft of a list. A draft is not a list: every reading carries its place and how sure it is, and what
/// the text leaves open is a question.
/// </summary>
/// <param name="PassedOver">Figures that were read and are no targets, with the reason: nobody has to trust that they were seen.</param>
public sealed record Draft(
    DraftPlan Plan,
    IReadOnlyList<DraftTask> Tasks,
    IReadOnlyList<DraftChange> Cleaning,
    IReadOnlyList<DraftQuestion> Questions,
    IReadOnlyList<PassedOverFigure> PassedOver)
{
    /// <summary>What an exported list says of its plan and units; absent of any other document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ListedBackground? Listed { get; init; }
}

/// <param name="Period">ISO 8601, both days included: 2014-01-01/2014-12-31.</param>
/// <param name="PeriodInferred">The year of the document's date: it names no period itself.</param>
public sealed record DraftPlan(string? Title, string? Issuer, string? Period, bool PeriodInferred, string? Issued)
{
    /// <summary>文号, where an exported list says it; absent of any other document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DocumentNumber { get; init; }
}

/// <param name="Number">As the document quotes it: 11, (三), 第二条; null for an item without a number.</param>
/// <param name="Section">The title of the item it stands under.</param>
/// <param name="Path">The titles of everything it stands under, outermost first.</param>
/// <param name="Cell">The cell of its name, where it is from a table.</param>
public sealed record DraftTask(
    string? Number,
    string? Section,
    string Title,
    IReadOnlyList<DraftUnit> Units,
    DraftDeadline? Deadline,
    IReadOnlyList<DraftCommitment> Commitments,
    IReadOnlyList<string> Path,
    int CharStart,
    int CharEnd,
    string? Cell)
{
    /// <summary>Where an exported list says it; absent of any other document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SectionNumber { get; init; }
}

/// <param name="Inferred">The document does not say that this unit leads: it is named first.</param>
/// <param name="Group">Which of the groups of the item it was named in, from 1: a comma begins another group.</param>
/// <param name="Alias">Its other name, from the bracket behind it.</param>
/// <param name="Open">等, 有关: the document does not say which units.</param>
/// <param name="Side">Of a unit of two places, whose it is: the place where the document names it, else 1 or 2.</param>
public sealed record DraftUnit(
    string Name, DraftRole Role, bool Inferred, int Group, UnitKind Kind, string? Alias, bool Open, string? Side, string AsWritten);

/// <summary>Exactly one of a day, a recurrence (ISO 8601, R/P1M) and the kind <c>ongoing</c>.</summary>
public sealed record DraftDeadline(DateOnly? Date = null, string? Recurrence = null, string? Kind = null)
{
    public static DraftDeadline Ongoing { get; } = new(Kind: "ongoing");
}

public enum DraftCommitmentKind
{
    Quantity,

    /// <summary>Something to have happened, without a figure anybody could be held to.</summary>
    Milestone,
}

/// <param name="AsWritten">The figure with the words that bind it, as they stand in the document.</param>
/// <param name="Value">In the base unit (1.54万人次 is 15,400); percentages 0 to 100; of 翻一番 the factor 2.</param>
/// <param name="Upper">The upper end of a range.</param>
/// <param name="Direction">Null for a milestone.</param>
/// <param name="Per">What it holds for each of: 教育, 每个乡镇.</param>
/// <param name="Period">ISO 8601; the plan's where the text names none.</param>
/// <param name="CharStart">In code points of the document's text; null in a workbook, where the cell says the place.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record DraftCommitment(
    DraftCommitmentKind Kind,
    string Measure,
    string AsWritten,
    decimal? Value,
    decimal? Upper,
    Bound? Bound,
    DraftDirection? Direction,
    string? Unit,
    bool Aspirational,
    IReadOnlyList<string> Per,
    string? Period,
    int CharStart,
    int CharEnd,
    string? Cell,
    double Confidence,
    DateOnly? Due = null)
{
    /// <summary>Of a row of an exported list; absent of any other document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DraftListed? Listed { get; init; }
}

/// <summary>What a row of an exported list says in columns of its own, so that nothing of it has to be read out of words.</summary>
/// <param name="Counts">Null for an item without a figure.</param>
/// <param name="Apportionment">With names in the place of codes.</param>
/// <param name="Place">In the document the list was first read from.</param>
public sealed record DraftListed(
    IReadOnlyList<DraftUnit> Units,
    Cadence? Cadence,
    MeasureKind? Counts,
    decimal? Baseline,
    GrowthIn? GrowthIn,
    string? MeasureName,
    string? Definition,
    string? DataSource,
    bool MayOverlap,
    bool IsBinding,
    IReadOnlyList<Node> Nodes,
    decimal? TolerancePercent,
    DateOnly? PaceStart,
    Apportionment? Apportionment,
    string? Place);

public enum DraftDirection
{
    Up,
    Down,
}

/// <summary>Something cleaning did or could not do.</summary>
public sealed record DraftChange(string Kind, string Was, string Became, int CharStart, int CharEnd);

/// <summary>Something only the keeper can answer.</summary>
/// <param name="Task">The number or title of the task it is about.</param>
public sealed record DraftQuestion(string Code, string Zh, string En, string? Task, int? CharStart, int? CharEnd);

/// <param name="Reason">achievement, baseline, condition, description, structure, cancelled, unclear.</param>
public sealed record PassedOverFigure(string AsWritten, string Reason, int CharStart, int CharEnd, string? Cell);
