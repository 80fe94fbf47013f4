using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>What a board that is tried out counts, and which of the changed commitments stand on one page of it.</summary>
/// <param name="Page">Numbers of commitments.</param>
internal sealed record WhatIfCount(
    int Commitments,
    Lights Lights,
    Lights CandidateLights,
    int Changed,
    IReadOnlyList<LightMove> Moves,
    IReadOnlyList<(ListedSection Section, WhatIfTally Tally)> Sections,
    IReadOnlyList<(string Unit, WhatIfTally Tally)> Units,
    IReadOnlyList<int> Page)
{
    private const int AtOnce = 4_096;

    /// <param name="inputs">By number, of all that the candidate would be for.</param>
    public static WhatIfCount? Of(LightView view, WhatIfScope scope, LightInputs?[] inputs, Rules rules, int offset, int limit)
    {
        if (CandidateStates(scope, inputs, rules, view.Entries.Count) is not { } states)
            return null;

        var all = new Pairs(1);
        var (sections, units) = (new Pairs(view.Listing.Sections.Count), new Pairs(view.Catalog.Units.Count));
        var page = new List<int>();
        var changed = 0;
        foreach (var (number, step) in scope.Commitments)
        {
            var candidate = states[number] < 0 ? step.State : states[number];
            all.Add(0, step.State, candidate);
            sections.Add(view.Listing.SectionOf[number], step.State, candidate);
            foreach (var lead in view.Catalog.Parties[step.Parties].Leads)
                units.Add(lead, step.State, candidate);
            if (candidate == step.State)
                continue;
            if (changed >= offset && changed - offset < limit)
                page.Add(number);
            changed++;
        }

        var whole = all.TallyOf(0);
        return new(
            scope.Commitments.Count,
            whole.Lights,
            whole.Candidate,
            changed,
            all.MovesOf(0),
            [.. sections.Seen.Select(s => (view.Listing.Sections[s], sections.TallyOf(s)))],
            [.. units.Seen.Select(u => (view.Catalog.Units.CodeOf(u), units.TallyOf(u)))],
            page);
    }

    /// <summary>By number the light under the candidate, or -1 where it is not for it. Null where one cannot be judged under it.</summary>
    private static sbyte[]? CandidateStates(WhatIfScope scope, LightInputs?[] inputs, Rules rules, int count)
    {
        var states = new sbyte[count];
        Array.Fill(states, (sbyte)-1);
        var judged = scope.Judged;
        var fails = 0;
        Parallel.For(0, (judged.Count + AtOnce - 1) / AtOnce, chunk =>
        {
            try
            {
                for (var i = chunk * AtOnce; i < Math.Min(judged.Count, (chunk + 1) * AtOnce); i++)
                    states[judged[i]] = (sbyte)(inputs[judged[i]] ?? throw new InvalidOperationException("A commitment that stands on the board has left the list.")).Under(rules);
            }
            catch (ArithmeticException)
            {
                Interlocked.Increment(ref fails);
            }
        });
        return fails == 0 ? states : null;
    }

    /// <summary>Pairs of lights counted apart for each of some numbered things, and the order in which these were met.</summary>
    private sealed class Pairs(int things)
    {
        private const int Squared = LightEntry.Lights * LightEntry.Lights;
        private readonly int[] counts = new int[things * Squared];
        private readonly bool[] met = new bool[things];
        private readonly List<int> seen = [];

        public IReadOnlyList<int> Seen => seen;

        public void Add(int thing, int light, int candidate)
        {
            if (!met[thing])
            {
                met[thing] = true;
                seen.Add(thing);
            }

            counts[thing * Squared + light * LightEntry.Lights + candidate]++;
        }

        public WhatIfTally TallyOf(int thing)
        {
            var (lights, candidates) = (new int[LightEntry.Lights], new int[LightEntry.Lights]);
            var changed = 0;
            for (var light = 0; light < LightEntry.Lights; light++)
            {
                for (var candidate = 0; candidate < LightEntry.Lights; candidate++)
                {
                    var count = counts[thing * Squared + light * LightEntry.Lights + candidate];
                    lights[light] += count;
                    candidates[candidate] += count;
                    changed += light == candidate ? 0 : count;
                }
            }

            return new(LightsOf(lights), LightsOf(candidates), changed);
        }

        public IReadOnlyList<LightMove> MovesOf(int thing) =>
        [
            .. from light in Enumerable.Range(0, LightEntry.Lights)
               from candidate in Enumerable.Range(0, LightEntry.Lights)
               let count = counts[thing * Squared + light * LightEntry.Lights + candidate]
               where light != candidate && count > 0
               select new LightMove((Light)light, (Light)candidate, count),
        ];

        private static Lights LightsOf(int[] counts)
        {
            return new(Of(Light.Green), Of(Light.Yellow), Of(Light.Red), Of(Light.Done), Of(Light.None), Of(Light.Paused), Of(Light.Orange));

            int Of(Light light) => counts[(int)light];
        }
    }
}

internal sealed record WhatIfTally(Lights Lights, Lights Candidate, int Changed);
