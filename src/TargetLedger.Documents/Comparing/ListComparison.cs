using System.Security.Cryptography;
using System.Text.Json;
using TargetLedger.Documents.Confirming;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Plans;

namespace TargetLedger.Documents.Comparing;

/// <summary>A draft held against a list in force: what a revised document brings, changes and leaves out.</summary>
/// <param name="Plan">The list's code.</param>
/// <param name="On">The day the list is looked at.</param>
/// <param name="Items">What is new, changed and unchanged in the draft's order, then what is gone in the list's.</param>
/// <param name="Fingerprint">Of everything compared: whoever decides on it says by this what was seen.</param>
public sealed record ListComparison(string Plan, DateOnly On, ComparisonCounts Counts, IReadOnlyList<ComparedItem> Items, string Fingerprint)
{
    /// <param name="commitments">Of the list; those withdrawn by the day are not held against the draft.</param>
    /// <param name="units">The draft's names; those it does not know stay names.</param>
    public static ListComparison Of(
        PlanDraft draft, UnitResolution units, Plan plan, IReadOnlyList<Commitment> commitments, DateOnly on)
        => Of(ComparedList.Of(draft, units, plan, commitments, on));

    internal static ListComparison Of(ComparedList compared)
    {
        IReadOnlyList<ComparedItem> items = [.. compared.Pairs.Select(p => p.Item)];
        return new(
            compared.Plan.Code,
            compared.On,
            new(
                items.Count(i => i.As == ComparedAs.New),
                items.Count(i => i.As == ComparedAs.Changed),
                items.Count(i => i.As == ComparedAs.Gone),
                items.Count(i => i.As == ComparedAs.Unchanged)),
            items,
            Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { compared.Plan.Id, items }, LedgerJson.Options))));
    }
}

public sealed record ComparisonCounts(int New, int Changed, int Gone, int Unchanged);

public enum ComparedAs
{
    New,
    Changed,

    /// <summary>On the list, and not in the draft.</summary>
    Gone,
    Unchanged,
}

/// <param name="Commitment">Its number on the list; null for a new one.</param>
/// <param name="Reading">The reading of the draft; null for one that is gone.</param>
/// <param name="Task">The title of its task.</param>
public sealed record ComparedItem(
    ComparedAs As, string? Commitment, string? Reading, string Task, string Title, IReadOnlyList<FieldChange> Changes, SourcePlace? Source = null)
{
    /// <summary>What a choice names it by: its number on the list, or its reading where it has none.</summary>
    public string Item => Commitment ?? Reading!;

    /// <summary>Its differences, as choices name them: the fields that change, or one for what is new or gone.</summary>
    internal IReadOnlyList<string> Differences => As switch
    {
        ComparedAs.New => [NewItem],
        ComparedAs.Gone => [GoneItem],
        _ => [.. Changes.Select(c => c.Field)],
    };

    internal const string NewItem = "new";
    internal const string GoneItem = "gone";
}

/// <param name="Field">task, title, target, strength, period, lead, partners, due.</param>
/// <param name="From">As the list has it; null for nothing.</param>
/// <param name="To">As the draft has it; null for nothing.</param>
public sealed record FieldChange(string Field, string? From, string? To);
