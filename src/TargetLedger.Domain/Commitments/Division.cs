using System.Collections.Immutable;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Commitments;

/// <summary>目标分解 as it is in force: of the whole, or of the quota of a member that divides it further.</summary>
/// <param name="Unit">Whose quota is divided; null for the whole.</param>
/// <param name="From">The first day it holds; null where it holds on all days.</param>
/// <param name="MemberCadence">How often members report; null where as often as the lead. Said with the whole's division, for all depths.</param>
public sealed record Division(Apportionment Terms, string? Unit = null, DateOnly? From = null, Cadence? MemberCadence = null, MemberDays MemberDays = MemberDays.OnTheDay);

/// <summary>How a member of part of the period counts.</summary>
public enum MemberDays
{
    /// <summary>Members of the day count with all they have reported, others do not.</summary>
    OnTheDay,

    /// <summary>Who was a member counts with what it added in that time, and its quota by its share of the period's days.</summary>
    ForItsDays,
}

/// <summary>Who is where in a commitment's divisions on a day.</summary>
public static class Divisions
{
    /// <summary>The division of the whole, or of a member's quota, that holds on a day; null where there is none.</summary>
    public static Division? DivisionOn(this Commitment commitment, DateOnly day, string? unit = null)
        => commitment.Divisions.FindLast(d => d.Unit == unit && !(d.From > day));

    /// <summary>How often a unit reports on the period that ends on a day.</summary>
    public static Cadence CadenceOf(this Commitment commitment, string unit, DateOnly day)
        => commitment.DivisionOn(day) is { MemberCadence: { } cadence } divided && (divided.Terms.Way == SummingUp.EachForItself || !commitment.IsLead(unit, day))
            ? cadence
            : commitment.Cadence;

    /// <summary>Every cadence somebody reports by, the commitment's own first.</summary>
    public static IEnumerable<Cadence> CadencesOf(Commitment commitment)
        => commitment.Divisions.Select(d => d.MemberCadence).OfType<Cadence>().Prepend(commitment.Cadence).Distinct();

    /// <summary>The groups it is divided among on a day, at every depth.</summary>
    public static IReadOnlyList<string> GroupsOn(this Commitment commitment, DateOnly day, UnitDirectory directory)
        => [.. commitment.Tree(day, directory).Select(d => d.Terms.Group).Distinct(StringComparer.Ordinal)];

    /// <summary>The members of a day at every depth, those above before those below them, each once.</summary>
    /// <param name="knownOn">By the members recorded on a day; null for all.</param>
    public static IReadOnlyList<string> DividedAmong(this Commitment commitment, DateOnly day, UnitDirectory directory, DateOnly? knownOn = null)
    {
        // Mostly there is one level.
        if (!commitment.Divisions.Exists(d => d.Unit is not null))
            return commitment.DivisionOn(day) is { } whole ? directory.MembersOn(whole.Terms.Group, day, knownOn) : [];
        return [.. commitment.Tree(day, directory, knownOn).SelectMany(d => directory.MembersOn(d.Terms.Group, day, knownOn)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The divisions that hold on a day: the whole's, then those of its members, then those below them.</summary>
    /// <param name="knownOn">By the members recorded on a day; null for all.</param>
    public static IReadOnlyList<Division> Tree(this Commitment commitment, DateOnly day, UnitDirectory directory, DateOnly? knownOn = null)
    {
        if (commitment.DivisionOn(day) is not { } whole)
            return [];

        var (tree, met) = (new List<Division> { whole }, new HashSet<string>(StringComparer.Ordinal));
        if (!commitment.Divisions.Exists(d => d.Unit is not null))
            return tree;
        for (var i = 0; i < tree.Count; i++)
        {
            foreach (var unit in directory.MembersOn(tree[i].Terms.Group, day, knownOn))
            {
                if (met.Add(unit) && commitment.DivisionOn(day, unit) is { } below)
                    tree.Add(below);
            }
        }

        return tree;
    }

    /// <summary>A division in force from a day on; what was planned of the same from that day or later gives way.</summary>
    internal static ImmutableList<Division> With(this ImmutableList<Division> history, Division division)
        => history.RemoveAll(d => d.Unit == division.Unit && (division.From is null || d.From >= division.From)).Add(division);
}
