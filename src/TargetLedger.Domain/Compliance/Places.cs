using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Compliance;

/// <summary>A member in a division, with what counts of it.</summary>
/// <param name="Quota">By its days where the division says so.</param>
/// <param name="IsMember">On the day; one that has left may still count for its days.</param>
/// <param name="Spells">When it counts; null where all it has reported does.</param>
internal sealed record Place(string Unit, decimal? Quota, bool IsMember, IReadOnlyList<Period>? Spells);

/// <summary>Who counts in a division on a day.</summary>
internal static class Places
{
    /// <summary>
    /// In the group's order. A lead that is itself a member answers for itself where each does; elsewhere its figure is the
    /// whole's or 本级's, and as a member it would be waited for in vain.
    /// </summary>
    public static IReadOnlyList<Place> MembersOf(Commitment commitment, Division division, DateOnly on, UnitDirectory directory)
    {
        var (terms, today) = (division.Terms, directory.MembersOn(division.Terms.Group, on));
        var byDays = division.MemberDays == MemberDays.ForItsDays;
        // Where each answers for itself nobody sums, and who has left answers no more.
        var units = byDays && terms.Way != SummingUp.EachForItself ? EverMembers(commitment, terms.Group, on, directory) : today;
        return
        [
            .. units.Where(unit => terms.Way == SummingUp.EachForItself || !commitment.IsLead(unit, on)).Select(unit =>
            {
                var quota = terms.Quotas.FirstOrDefault(q => q.Unit == unit)?.Value;
                var spells = byDays ? SpellsOf(commitment, terms.Group, unit, on, directory) : null;
                return new Place(unit, ByDays(quota, spells, commitment.PeriodOn(on)), today.Contains(unit, StringComparer.Ordinal), spells);
            }),
        ];
    }

    /// <summary>What a unit is to reach in the division it is a member of.</summary>
    public static decimal? QuotaOf(Commitment commitment, string unit, DateOnly on, UnitDirectory directory)
        => commitment.Divisions
            .Where(d => ReferenceEquals(d, commitment.DivisionOn(on, d.Unit)))
            .SelectMany(d => MembersOf(commitment, d, on, directory))
            .FirstOrDefault(m => m.Unit == unit && m.Quota is not null)?.Quota;

    private static IReadOnlyList<string> EverMembers(Commitment commitment, string group, DateOnly on, UnitDirectory directory)
    {
        var elapsed = new Period(commitment.PeriodOn(on).Start, on);
        return directory.Groups.TryGetValue(group, out var found)
            ? [.. found.Members.Where(m => m.From <= elapsed.End && !(m.To < elapsed.Start)).Select(m => m.Unit).Distinct(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Its days within the commitment's period, memberships that touch or overlap taken as one.</summary>
    private static IReadOnlyList<Period> SpellsOf(Commitment commitment, string group, string unit, DateOnly on, UnitDirectory directory)
    {
        var whole = commitment.PeriodOn(on);
        var spells = new List<Period>();
        foreach (var member in directory.Groups[group].Members.Where(m => m.Unit == unit).OrderBy(m => m.From))
        {
            var spell = new Period(member.From > whole.Start ? member.From : whole.Start, member.To < whole.End ? member.To.Value : whole.End);
            if (spell.End < spell.Start)
                continue;
            if (spells.Count > 0 && spell.Start.DayNumber <= spells[^1].End.DayNumber + 1)
                spells[^1] = spells[^1] with { End = spell.End > spells[^1].End ? spell.End : spells[^1].End };
            else
                spells.Add(spell);
        }

        return spells;
    }

    /// <summary>Rounded to the four decimals a figure has.</summary>
    private static decimal? ByDays(decimal? quota, IReadOnlyList<Period>? spells, Period whole)
        => quota is not { } all || spells is null ? quota
            : spells is [var only] && only == whole ? all
            : Figure.Normalise(Math.Round(all * spells.Sum(s => s.Days) / whole.Days, 4, MidpointRounding.AwayFromZero));
}
