using System.Collections.Immutable;

namespace TargetLedger.Domain.Commitments;

/// <summary>Who answered, by what was known until a change was made back in time.</summary>
/// <param name="ChangedOn">The day the change was recorded.</param>
/// <param name="Responsible">Leads alone.</param>
/// <param name="Divisions">Without quotas.</param>
public sealed record EarlierDuties(DateOnly ChangedOn, ImmutableList<Dated<IReadOnlyList<Responsibility>>> Responsible, ImmutableList<Division> Divisions);

/// <summary>
/// A duty may be made back in time, for figures to add up; nobody misses by it what had fallen due before. Only changes that
/// reach back are kept: what holds from its own day on was known before anything about it fell due.
/// </summary>
internal static class Duties
{
    /// <summary>The commitment with those who answered by what was known on a day; null where that is what is known now.</summary>
    internal static Commitment? DutiesKnownOn(this Commitment commitment, DateOnly day)
        => commitment.EarlierDuties.Find(d => d.ChangedOn > day) is { } then
            ? commitment with { Responsible = then.Responsible, Divisions = then.Divisions }
            : null;

    /// <param name="from">The first day the change holds; null for all days.</param>
    /// <param name="on">The day it is recorded.</param>
    internal static ImmutableList<EarlierDuties> DutiesBefore(this Commitment commitment, DateOnly? from, DateOnly on)
        => from >= on || on == commitment.MadeOn
            ? commitment.EarlierDuties
            : commitment.EarlierDuties.Add(new(
                on,
                commitment.Responsible.ConvertAll(d => d with { Value = [.. d.Value.Where(r => r.Role == Role.Lead)] }),
                commitment.Divisions.ConvertAll(d => d with { Terms = d.Terms with { Quotas = [] } })));
}
