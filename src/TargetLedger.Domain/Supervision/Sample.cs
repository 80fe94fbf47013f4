using System.Collections.Immutable;

namespace TargetLedger.Domain.Supervision;

/// <summary>A sample and what was found.</summary>
/// <param name="Actor">The account that drew it.</param>
/// <param name="Findings">The latest for each report, in the order they were recorded.</param>
public sealed record Sample(Guid Id, SampleDrawn Drawn, long Position, DateTimeOffset At, string Actor, ImmutableList<SampleFinding> Findings, long Version)
{
    public static Sample Evolve(Guid id, Sample? state, Recorded recorded) => recorded.Event switch
    {
        SampleDrawn e => new(id, e, recorded.Position, recorded.At.Utc, recorded.Actor, [], recorded.Version),
        SampleChecked e => state! with
        {
            Findings = state.Findings.RemoveAll(f => f.Report == e.Report).Add(new(e.Report, e.Result, e.Comment, recorded.Position, recorded.Actor)),
            Version = recorded.Version,
        },
        _ => throw new InvalidOperationException($"A sample does not know {recorded.Event.GetType().Name}."),
    };
}

/// <param name="Position">Where it is recorded.</param>
/// <param name="Actor">The account that looked.</param>
public sealed record SampleFinding(Guid Report, CheckResult Result, string? Comment, long Position, string Actor);
