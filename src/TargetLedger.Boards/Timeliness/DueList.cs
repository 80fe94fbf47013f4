using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Plans;

namespace TargetLedger.Boards;

/// <summary>The reports owed, one by one: who has not reported, and what came late. In the list's order, oldest period first.</summary>
/// <param name="Periods">Over all of the filter, whichever are listed.</param>
public sealed record DueList(DateOnly On, long Position, TimelinessFilter Filter, TimelinessCounts Periods, IReadOnlyList<DueItem> Items)
{
    /// <summary>One page, where what there is has been counted already.</summary>
    internal static DueList Of(Knowledge page, TimelinessFilter filter, DueCount count, DateOnly on)
    {
        var owed = page.Commitments.ToDictionary(c => c.Id, c => (Commitment: c, Due: DueReports.Of(c, on, page.Schedule, page.Directory)), StringComparer.Ordinal);
        return new(
            on, page.Position, filter, count.Periods, [.. count.Page.Select(p => DueItem.Of(page, owed[p.Commitment].Commitment, owed[p.Commitment].Due[p.Place]))]);
    }
}

/// <param name="Commitment">The stream.</param>
/// <param name="Plan">The plan's code.</param>
public sealed record DueItem(string Commitment, string Plan, string Number, string Title, UnitName Unit, DueReport Due)
{
    internal static DueItem Of(Knowledge knowledge, Commitment commitment, DueReport due)
        => new(commitment.Id, knowledge.PlanOf(commitment).Code, commitment.Number, commitment.Title, knowledge.NameOf(due.Unit), due);
}

/// <param name="running">Only what can still be reported.</param>
/// <param name="holds">What else must hold; null where nothing need.</param>
internal sealed class DueListing(
    TimelinessFilter filter, Timeliness? timeliness, DateOnly on, bool running = false, Func<Commitment, DueReport, bool>? holds = null)
{
    private readonly TimelinessTally all = new();
    private readonly List<(ListKey Key, DueItem Item)> items = [];
    private (IReadOnlyDictionary<string, Plan> Of, ListOrder Order)? plans;

    public void Add(Knowledge knowledge)
    {
        // The slices of one snapshot share their plans.
        if (plans?.Of != knowledge.Plans)
            plans = (knowledge.Plans, new(knowledge.Plans));
        var order = plans.Value.Order;
        foreach (var commitment in knowledge.Commitments)
        {
            var key = order.KeyOf(commitment.Plan, commitment.Task, commitment.Ordinal, commitment.Id);
            foreach (var due in filter.Of(knowledge, commitment, on).Where(due => holds?.Invoke(commitment, due) is not false))
            {
                all.Add(due.Timeliness, due.AfterLock);
                if ((timeliness is null || timeliness == due.Timeliness) && (!running || commitment.StandingOn(on) == Standing.Active))
                    items.Add((key, DueItem.Of(knowledge, commitment, due)));
            }
        }
    }

    /// <summary>OrderBy is stable: what one commitment owes stays period by period, the lead before members.</summary>
    public DueList ToList(long position) => new(
        on, position, filter, all.ToCounts(), [.. items.OrderBy(i => i.Key, Comparer<ListKey>.Create((one, other) => ListKey.Compare(one, other))).Select(i => i.Item)]);
}
