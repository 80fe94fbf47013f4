using System.Collections.Immutable;
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
    ImmutableList<PlanSection> Sections,
    int? Commitments,
    long Version)
{
    /// <summary>In force: every commitment of it is recorded.</summary>
    public bool Confirmed => Commitments is not null;

    public static Plan? Fold(string id, IEnumerable<Recorded> history)
        => history.Aggregate((Plan?)null, (state, e) => Evolve(id, state, e));

    public static Plan Evolve(string id, Plan? state, Recorded recorded) => recorded.Event switch
    {
        PlanDrawnUp e => new(id, e.Code, e.Title, e.Issuer, e.IssuedOn, e.Period, e.DocumentNumber, e.Sources, [.. e.Sections.Select(s => new PlanSection(s.Number, s.Title, []))], null, recorded.Version),
        TaskListed e => state! with
        {
            Sections = state.Sections.ConvertAll(s => s.Number == e.Section ? s with { Tasks = s.Tasks.Add(new(e.Number, e.Title, e.Responsible)) } : s),
            Version = recorded.Version,
        },
        SectionListed e => state! with { Sections = state.Sections.Add(new(e.Number, e.Title, [])), Version = recorded.Version },
        TaskRetitled e => state! with
        {
            Sections = state.Sections.ConvertAll(s => s with { Tasks = s.Tasks.ConvertAll(t => t.Number == e.Task ? t with { Title = e.Title } : t) }),
            Version = recorded.Version,
        },
        PlanConfirmed e => state! with { Commitments = e.Commitments, Version = recorded.Version },
        _ => throw new InvalidOperationException($"A plan does not know {recorded.Event.GetType().Name}."),
    };
}

public sealed record PlanSection(string Number, string Title, ImmutableList<PlanTask> Tasks);

public sealed record PlanTask(string Number, string Title, IReadOnlyList<Responsibility> Responsible);
