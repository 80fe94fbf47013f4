using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;

namespace TargetLedger.Boards;

/// <summary>The order people read in: plan by plan, and within one as the document has it.</summary>
internal sealed class ListOrder(IReadOnlyDictionary<string, Plan> plans)
{
    // By number, since a list of many is compared many more times than it has plans.
    private readonly Dictionary<string, int> planIndex = plans.Values
        .GroupBy(p => p.Code, StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .SelectMany((g, i) => g.Select(p => (p.Id, Index: i)))
        .ToDictionary(p => p.Id, p => p.Index, StringComparer.Ordinal);

    private readonly Dictionary<(string Plan, string Task), int> taskIndex = plans.Values
        .SelectMany(p => p.Sections.SelectMany(s => s.Tasks.Select(t => (Plan: p.Id, Section: s.Number, Task: t.Number))).Select((t, i) => (t.Plan, t.Task, Index: i)))
        .DistinctBy(t => (t.Plan, t.Task))
        .ToDictionary(t => (t.Plan, t.Task), t => t.Index);

    public IEnumerable<Commitment> Sort(IEnumerable<Commitment> commitments)
        => commitments.OrderBy(c => KeyOf(c.Plan, c.Task, c.Ordinal, c.Id), Comparer<ListKey>.Create((one, other) => ListKey.Compare(one, other)));

    /// <param name="plan">The stream of a plan in force.</param>
    /// <param name="commitment">The stream.</param>
    public ListKey KeyOf(string plan, string task, int ordinal, string commitment)
        => new(planIndex[plan], taskIndex.GetValueOrDefault((plan, task), int.MaxValue), ordinal, commitment);
}

/// <summary>Where a commitment stands in the list.</summary>
internal readonly record struct ListKey(int Plan, int Task, int Ordinal, string Commitment)
{
    public static int Compare(in ListKey one, in ListKey other)
    {
        if (one.Plan != other.Plan)
            return one.Plan.CompareTo(other.Plan);
        if (one.Task != other.Task)
            return one.Task.CompareTo(other.Task);
        return one.Ordinal != other.Ordinal ? one.Ordinal.CompareTo(other.Ordinal) : string.CompareOrdinal(one.Commitment, other.Commitment);
    }
}
