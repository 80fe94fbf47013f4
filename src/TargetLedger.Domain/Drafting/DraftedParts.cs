using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Drafting;

/// <summary>The document a draft was read from. Its bytes are kept under their hash, unchanged, for as long as the ledger is.</summary>
/// <param name="Sha256">Of the bytes as they were sent, in lower-case hexadecimal.</param>
/// <param name="Name">As its sender named it.</param>
/// <param name="Size">Bytes.</param>
public sealed record DraftedDocument(string Sha256, string Name, long Size);

/// <summary>What the document says of itself; null for what it does not say and the keeper has not filled in yet.</summary>
/// <param name="IssuedOn">印发日期.</param>
public sealed record DraftedHead(
    string? Title = null, string? Issuer = null, Period? Period = null, DateOnly? IssuedOn = null, string? DocumentNumber = null);

/// <summary>What an exported list says of the plan and the units it is of, so that it can be taken up where neither is known.</summary>
/// <param name="Sources">Of the plan, the document first; null where the list is of several plans.</param>
/// <param name="Units">Those it names, under the codes they had.</param>
public sealed record ListedBackground(IReadOnlyList<Source>? Sources, IReadOnlyList<ListedUnit> Units, IReadOnlyList<ListedGroup> Groups);

/// <inheritdoc cref="UnitRegistered"/>
public sealed record ListedUnit(string Code, string Name, UnitKind Kind, IReadOnlyList<string>? Aliases = null, string? CreditCode = null, string? RegionCode = null);

/// <param name="Members">By the codes of <see cref="ListedBackground.Units"/>.</param>
public sealed record ListedGroup(string Code, string Name, bool Open, IReadOnlyList<Membership> Members);

/// <summary>Where words stand: in the document's text and in their sentence.</summary>
/// <param name="Start">In code points of the text as decoded, uncleaned (what <c>ledger draft --text</c> prints).</param>
/// <param name="End">The place after the last one.</param>
/// <param name="Before">The sentence up to the words.</param>
/// <param name="Words">As they stand in the document.</param>
/// <param name="After">The sentence from there on.</param>
/// <param name="Cell">The cell, where they stand in a table: Sheet1!B3, T1R2C3.</param>
public sealed record SourcePlace(int Start, int End, string Before, string Words, string After, string? Cell = null);

/// <summary>A unit or group as the document names it.</summary>
/// <param name="Role">Null where the document does not say.</param>
/// <param name="IsGroup">各区县, 有关成员单位: several units.</param>
/// <param name="Inferred">The role is a reading (first named = lead) that nobody has confirmed.</param>
/// <param name="Open">等, 有关: the document does not say which units.</param>
/// <param name="Side">Of a unit of two places: whose it is.</param>
/// <param name="Code">The registered unit or group it is, where the keeper has said so; else it is found by its name.</param>
public sealed record DraftedUnit(
    string Name,
    Role? Role = null,
    bool IsGroup = false,
    bool Inferred = false,
    UnitKind Kind = UnitKind.Other,
    string? Alias = null,
    bool Open = false,
    string? Side = null,
    string? Code = null);

/// <summary>完成时限: one of a day, a recurrence and 长期.</summary>
/// <param name="Recurrence">ISO 8601: R/P1M.</param>
public sealed record TaskDeadline(DateOnly? Date = null, string? Recurrence = null, bool Ongoing = false);

/// <param name="Id">Stable in the draft: t1, t2 …</param>
/// <param name="Number">As the document quotes it; null for an item without one.</param>
/// <param name="Section">The title it stands under.</param>
/// <param name="Source">Null for one added by hand.</param>
/// <param name="SectionNumber">Where a list says it itself; else sections are numbered in their order.</param>
public sealed record DraftedTask(
    string Id,
    string Title,
    IReadOnlyList<DraftedUnit> Units,
    string? Number = null,
    string? Section = null,
    TaskDeadline? Deadline = null,
    SourcePlace? Source = null,
    string? SectionNumber = null);

public enum ReadingKind
{
    /// <summary>A figure to be reached.</summary>
    Quantity,

    /// <summary>Something to have happened.</summary>
    Milestone,
}

/// <summary>One reading: what will be one commitment when the draft is confirmed.</summary>
/// <param name="Id">Stable in the draft: r1, r2 …</param>
/// <param name="Task">The task's id.</param>
/// <param name="Measure">What is counted; of a milestone, what is to have happened.</param>
/// <param name="Value">In the base unit; of growth the rate, factor or points.</param>
/// <param name="Unit">The unit figures are reported in; of growth that of the figure that grows.</param>
/// <param name="Down">Growth that falls: 下降3%.</param>
/// <param name="Counts">Whether amounts add up; by the unit unless the keeper says.</param>
/// <param name="Aspirational">力争.</param>
/// <param name="Per">What it holds for each of.</param>
/// <param name="Period">The plan's unless stated.</param>
/// <param name="Due">The day a milestone is due.</param>
/// <param name="Cadence">By the task's deadline unless the keeper says.</param>
/// <param name="Units">Its own, where the keeper names others than the task's.</param>
/// <param name="Confidence">0 to 1; null for one added by hand.</param>
/// <param name="Source">Null for one added by hand.</param>
/// <param name="Listed">Of an exported list that is read again.</param>
public sealed record Reading(
    string Id,
    string Task,
    ReadingKind Kind,
    string Measure,
    string AsWritten,
    decimal? Value = null,
    decimal? Upper = null,
    Bound? Bound = null,
    string? Unit = null,
    decimal? Baseline = null,
    GrowthIn? GrowthIn = null,
    bool Down = false,
    MeasureKind? Counts = null,
    bool Aspirational = false,
    IReadOnlyList<string>? Per = null,
    Period? Period = null,
    DateOnly? Due = null,
    Cadence? Cadence = null,
    IReadOnlyList<DraftedUnit>? Units = null,
    decimal? Confidence = null,
    SourcePlace? Source = null,
    ListedTerms? Listed = null);

/// <summary>What a list that was exported says beside the figure, and no other document does.</summary>
/// <param name="MeasureName">指标, where the item is called otherwise.</param>
/// <param name="Definition">口径.</param>
/// <param name="MayOverlap">The same person or thing may be counted more than once.</param>
/// <param name="IsBinding">约束性.</param>
/// <param name="DataSource">数据来源.</param>
/// <param name="Apportionment">With the names of the group and the units in the place of their codes.</param>
/// <param name="Place">In the document the list was first read from.</param>
public sealed record ListedTerms(
    string? MeasureName = null,
    string? Definition = null,
    string? DataSource = null,
    bool MayOverlap = false,
    bool IsBinding = false,
    IReadOnlyList<Node>? Nodes = null,
    decimal? TolerancePercent = null,
    DateOnly? PaceStart = null,
    Apportionment? Apportionment = null,
    string? Place = null);

/// <summary>Something only the keeper can answer.</summary>
/// <param name="Id">Stable in the draft: q1, q2 …</param>
/// <param name="Task">The task it is about, where it is about one.</param>
/// <param name="Reading">The reading it is about, where it is about one.</param>
/// <param name="Start">Where in the document's text, in code points.</param>
public sealed record DraftedQuestion(
    string Id, string Code, string Zh, string En, string? Task = null, string? Reading = null, int? Start = null, int? End = null);

/// <summary>Something cleaning did, or could not do; the document itself is never changed.</summary>
public sealed record CleaningNote(string Kind, string Was, string Became, int Start, int End);

/// <summary>A figure that was read and is no target.</summary>
/// <param name="Reason">achievement, baseline, condition, description, structure, cancelled, unclear.</param>
public sealed record FigurePassedOver(string AsWritten, string Reason, int Start, int End, string? Cell = null);
