using System.Collections.Immutable;

namespace TargetLedger.Domain.Commitments;

/// <summary>Who answered for which periods, by what was known until a change was made back in time.</summary>
/// <param name="ChangedOn">The day the change was recorded.</param>
/// <param name="Responsible">Leads alone.</param>
/// <param name="Divisions">Without quotas.</param>
/// <param name="Nodes">Without words.</param>
public sealed record EarlierDuties(
    DateOnly ChangedOn,
    ImmutableList<Dated<IReadOnlyList<Responsibility>>> Responsible,
    ImmutableList<Division> Divisions,
    ImmutableList<Dated<Period>> Periods,
    ImmutableList<NodeState> Nodes);

/// <summary>
/// A duty may be made back in time, for figures to add up; nobody misses by it what had fallen due before. Only changes that
/// reach back are kept: what holds from its own day on was known before anything about it fell due.
/// </summary>
internal static class Duties
{
    /// <summary>The commitment with those who answered by what was known on a day; null where that is what is known now.</summary>
    internal static Commitment? DutiesKnownOn(this Commitment commitment, DateOnly day)
        => commitment.EarlierDuties.Find(d => d.ChangedOn > day) is { } then ? commitment.With(then) : null;

    /// <summary>The commitment by all that was known of duties one after the other, each with the last day it was; at last as it is now.</summary>
    internal static IEnumerable<(Commitment Known, DateOnly Through)> DutiesInTurn(this Commitment commitment)
        => commitment.EarlierDuties.DistinctBy(d => d.ChangedOn).Select(d => (commitment.With(d), d.ChangedOn.AddDays(-1))).Append((commitment, DateOnly.MaxValue));

    /// <param name="from">The first day the change holds; null for all days.</param>
    /// <param name="on">The day it is recorded.</param>
    internal static ImmutableList<EarlierDuties> DutiesBefore(this Commitment commitment, DateOnly? from, DateOnly on)
        => from >= on || on == commitment.MadeOn
            ? commitment.EarlierDuties
            : commitment.EarlierDuties.Add(new(
                on,
                commitment.Responsible.ConvertAll(d => d with { Value = [.. d.Value.Where(r => r.Role == Role.Lead)] }),
                commitment.Divisions.ConvertAll(d => d with { Terms = d.Terms with { Quotas = [] } }),
                commitment.Periods,
                commitment.Nodes.ConvertAll(n => new NodeState(new(n.Node.Id, "", n.Node.Planned)))));

    /// <summary>A node changes what is owed from the day it was planned for, or now is, where somebody reports by node.</summary>
    internal static ImmutableList<EarlierDuties> DutiesBefore(this Commitment commitment, Node planned, DateOnly on)
    {
        if (!Divisions.CadencesOf(commitment).Contains(Cadence.ByNode))
            return commitment.EarlierDuties;
        var before = commitment.Nodes.Find(n => n.Node.Id == planned.Id)?.Node.Planned;
        return commitment.DutiesBefore(before < planned.Planned ? before : planned.Planned, on);
    }

    private static Commitment With(this Commitment commitment, EarlierDuties then)
        => commitment with { Responsible = then.Responsible, Divisions = then.Divisions, Periods = then.Periods, Nodes = then.Nodes };
}
