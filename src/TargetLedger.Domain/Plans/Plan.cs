using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Plans;

/// <summary>方案/要点: the document, its sections and tasks.</summary>
public sealed record Plan(
    string Id,
    string Code,
    string Title,
    string Issuer,
    DateOnly IssuedOn,
    Period Period,
    string? DocumentNumber,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<PlanSection> Sections,
    int? Commitments,
    long Version)
{
    /// <summary>In force: every commitment of it is recorded.</summary>
    public bool Confirmed => Commitments is not null;

    public static Plan? Fold(string id, IEnumerable<Recorded> history)
        => history.Aggregate((Plan?)null, (state, e) => Evolve(id, state, e));

    public static Plan Evolve(string id, Plan? state, Recorded recorded) => recorded.Event switch
    {
        PlanDrawnUp e => new(id, e.Code, e.Title, e.Issuer, e.IssuedOn, e.Period, e.DocumentNumber, e.Sources, e.Sections, null, recorded.Version),
        PlanConfirmed e => state! with { Commitments = e.Commitments, Version = recorded.Version },
        _ => throw new InvalidOperationException($"A plan does not know {recorded.Event.GetType().Name}."),
    };
}
