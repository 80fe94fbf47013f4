using TargetLedger.Domain.Plans;

namespace TargetLedger.Boards;

/// <summary>The commitments of the plans in force in the list's order, and the section each stands in.</summary>
/// <param name="Order">Their numbers.</param>
/// <param name="PlaceOf">By a commitment's number its place in <paramref name="Order"/>; -1 where its plan is not in force.</param>
/// <param name="SectionOf">By a commitment's number the place in <paramref name="Sections"/>.</param>
/// <param name="Plans">The plans it is of.</param>
internal sealed record LightListing(
    int[] Order, int[] PlaceOf, int[] SectionOf, IReadOnlyList<ListedSection> Sections, IReadOnlyDictionary<string, Plan> Plans)
{
    /// <summary>Whether it is that of other plans and so many commitments too; units and rules do not change it.</summary>
    public bool IsOf(IReadOnlyDictionary<string, Plan> plans, int count)
        => count == SectionOf.Length && plans.Count == Plans.Count && plans.All(p => Plans.TryGetValue(p.Key, out var same) && same.Version == p.Value.Version);

    public static LightListing Of(Knowledge frame, LightCatalog catalog, int count)
    {
        var order = new ListOrder(frame.Plans);
        var keys = new List<(ListKey Key, int Number)>(count);
        var sectionOf = new int[count];
        var sections = new OrderedDictionary<(string Plan, string Number), ListedSection>();
        for (var number = 0; number < count; number++)
        {
            var commitment = catalog.Commitments[number];
            if (!frame.Plans.TryGetValue(commitment.Plan, out var plan))
                continue;
            keys.Add((order.KeyOf(commitment.Plan, commitment.Task, commitment.Ordinal, commitment.Commitment), number));
            var section = (commitment.Plan, commitment.Section);
            if (!sections.ContainsKey(section))
                sections.Add(section, new(commitment.Plan, plan.Code, commitment.Section));
            sectionOf[number] = sections.IndexOf(section);
        }

        keys.Sort((x, y) => ListKey.Compare(x.Key, y.Key));
        int[] sorted = [.. keys.Select(k => k.Number)];
        var placeOf = new int[count];
        Array.Fill(placeOf, -1);
        for (var place = 0; place < sorted.Length; place++)
            placeOf[sorted[place]] = place;
        return new(sorted, placeOf, sectionOf, [.. sections.Values], frame.Plans);
    }
}

/// <param name="Plan">The stream.</param>
internal sealed record ListedSection(string Plan, string PlanCode, string Number);
