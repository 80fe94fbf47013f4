using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;

namespace TargetLedger.Boards;

/// <summary>The order people read in: plan by plan, and within one as the document has it.</summary>
internal sealed class ListOrder(IReadOnlyDictionary<string, Plan> plans) : IComparer<Commitment>
{
    private readonly Dictionary<(string Plan, string Task), int> taskIndex = plans.Values
        .SelectMany(p => p.Sections.SelectMany(s => s.Tasks.Select(t => (Plan: p.Id, Section: s.Number, Task: t.Number))).Select((t, i) => (t.Plan, t.Task, Index: i)))
        .DistinctBy(t => (t.Plan, t.Task))
        .ToDictionary(t => (t.Plan, t.Task), t => t.Index);

    public int Compare(Commitment? x, Commitment? y)
    {
        var byPlan = string.CompareOrdinal(plans[x!.Plan].Code, plans[y!.Plan].Code);
        if (byPlan != 0)
            return byPlan;
        var byTask = IndexOf(x).CompareTo(IndexOf(y));
        if (byTask != 0)
            return byTask;
        var byOrdinal = x.Ordinal.CompareTo(y.Ordinal);
        return byOrdinal != 0 ? byOrdinal : string.CompareOrdinal(x.Id, y.Id);
    }

    private int IndexOf(Commitment commitment) => taskIndex.GetValueOrDefault((commitment.Plan, commitment.Task), int.MaxValue);
}
