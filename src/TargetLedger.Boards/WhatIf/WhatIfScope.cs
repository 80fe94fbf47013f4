namespace TargetLedger.Boards;

/// <summary>What stands on a board that is tried out, by what is in force.</summary>
/// <param name="Commitments">Their numbers, lights in force and who answers, in the list's order; who has left the list is not among them.</param>
/// <param name="Judged">The numbers of those the candidate would be for.</param>
internal sealed record WhatIfScope(IReadOnlyList<(int Number, EntryStep Step)> Commitments, IReadOnlyList<int> Judged)
{
    /// <summary>Null where one of them cannot be judged on the day.</summary>
    public static WhatIfScope? Of(LightView view, BoardFilter filter, Candidate candidate, DateOnly on)
    {
        var holds = new LightFilter(filter, on, view);
        var applies = view.Listing.Sections.Select(s => candidate.AppliesTo(s.Plan, view.Frame.Rules, on)).ToArray();
        var (commitments, judged) = (new List<(int, EntryStep)>(view.Listing.Order.Length), new List<int>(view.Listing.Order.Length));
        foreach (var number in view.Listing.Order)
        {
            var entry = view.Entries.EntryOf(number);
            var step = LightEntry.On(entry, on.DayNumber);
            if (!holds.Holds(number, step.Parties) || step.State == LightEntry.Withdrawn)
                continue;
            if (step.State == LightEntry.Unjudgeable)
                return null;
            if (filter.Light is { } wanted && (int)wanted != step.State)
                continue;
            commitments.Add((number, step));
            if (applies[view.Listing.SectionOf[number]])
                judged.Add(number);
        }

        return new(commitments, judged);
    }
}
