using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>What a compliance board counts, and which commitments stand on one page of it.</summary>
/// <param name="Sections">In the order in which the list has them; so the units.</param>
/// <param name="Page">Numbers of commitments.</param>
internal sealed record LightCount(
    int Commitments,
    Lights Lights,
    int Withdrawn,
    IReadOnlyList<(ListedSection Section, Lights Lights)> Sections,
    IReadOnlyList<(string Unit, Lights Lights)> Units,
    IReadOnlyList<int> Page)
{
    /// <summary>Null where one of them cannot be judged on the day.</summary>
    public static LightCount? Of(LightView view, BoardFilter filter, DateOnly on, int offset, int limit)
    {
        var holds = new LightFilter(filter, on, view);
        var (all, withdrawn) = (new Tally(1), 0);
        var (sections, units) = (new Tally(view.Listing.Sections.Count), new Tally(view.Catalog.Units.Count));
        var page = new List<int>();
        var commitments = 0;
        foreach (var number in view.Listing.Order)
        {
            var entry = view.Entries.EntryOf(number);
            var step = LightEntry.On(entry, on.DayNumber);
            if (!holds.Holds(number, step.Parties))
                continue;
            switch (step.State)
            {
                case LightEntry.Withdrawn:
                    withdrawn++;
                    continue;
                case LightEntry.Unjudgeable:
                    return null;
            }

            if (filter.Light is { } wanted && (int)wanted != step.State)
                continue;
            if (commitments >= offset && commitments - offset < limit)
                page.Add(number);
            commitments++;
            all.Add(0, step.State);
            sections.Add(view.Listing.SectionOf[number], step.State);
            foreach (var lead in view.Catalog.Parties[step.Parties].Leads)
                units.Add(lead, step.State);
        }

        return new(
            commitments,
            all.LightsOf(0),
            withdrawn,
            [.. sections.Seen.Select(s => (view.Listing.Sections[s], sections.LightsOf(s)))],
            [.. units.Seen.Select(u => (view.Catalog.Units.CodeOf(u), units.LightsOf(u)))],
            page);
    }

    /// <summary>Lights counted apart for each of some numbered things, and the order in which these were met.</summary>
    private sealed class Tally(int things)
    {
        private readonly int[] counts = new int[things * LightEntry.Lights];
        private readonly bool[] met = new bool[things];
        private readonly List<int> seen = [];

        public IReadOnlyList<int> Seen => seen;

        public void Add(int thing, int light)
        {
            if (!met[thing])
            {
                met[thing] = true;
                seen.Add(thing);
            }

            counts[thing * LightEntry.Lights + light]++;
        }

        public Lights LightsOf(int thing)
        {
            return new(Of(Light.Green), Of(Light.Yellow), Of(Light.Red), Of(Light.Done), Of(Light.None), Of(Light.Paused), Of(Light.Orange));

            int Of(Light light) => counts[thing * LightEntry.Lights + (int)light];
        }
    }
}
