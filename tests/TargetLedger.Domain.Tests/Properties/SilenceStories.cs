using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.JointLeads;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>Commitments of every kind and what their units report of them, now and then: what is left is silence.</summary>
internal static class SilenceStories
{
    private static readonly string[] Reporters = [Hrss, Hrss, Hrss, Education, Jinjiang, Qingyang, Wuhou];

    private static readonly CommitmentMade Both = Training with { Responsible = [new(Role.Lead, Hrss, Side: "东"), new(Role.Lead, Education, Side: "西")], Nodes = [] };

    public static Gen<CommitmentMade> ByNodes { get; } =
        from cadence in Gen.Elements(Enum.GetValues<Cadence>())
        from days in Gen.ListOf(Stories.DayOfYear, 4)
        from count in Gen.Choose(1, 4)
        from strength in Gen.Elements(Strength.Forecast, Strength.Binding, Strength.Stretch)
        from end in Gen.Choose(9, 12)
        select Scheme with
        {
            Cadence = cadence,
            Strength = strength,
            Period = Months(1, end),
            Nodes = [.. days.Take(count).Select((d, i) => new Node($"n{i + 1}", $"n{i + 1}", d))],
        };

    private static Gen<object[]> Joint { get; } =
        from target in Stories.Target
        from way in Gen.Elements(Enum.GetValues<JointTarget>())
        from own in Gen.Choose(1, 900)
        select (object[])
        [
            Both with { Target = target },
            new JointLeadAgreed(way, [new("东", Finance, way == JointTarget.PerSide ? new(Bound.AtLeast, own, "w") : null), new("西", Wuhou)], "a"),
        ];

    private static Gen<object[]> Beginning { get; } = Gen.OneOf(Stories.Made.Select(m => (object[])[m]), ByNodes.Select(m => (object[])[m]), Joint);

    private static Gen<(string Unit, DateOnly Through, decimal Total, NodeStatement[] Nodes)> Report { get; } =
        from unit in Gen.Elements(Reporters)
        from month in Gen.Choose(1, 12)
        from midMonth in Gen.Choose(0, 3)
        from total in Gen.Choose(0, 1_500)
        from node in Gen.Choose(1, 4)
        from state in Gen.Elements(Enum.GetValues<Progress>())
        from earlier in Gen.Choose(0, 40)
        let through = midMonth == 0 ? Day(month, 15) : EndOf(month)
        select (unit, through, total / 2m, state == Progress.Completed ? [Reached($"n{node}", through.AddDays(-earlier))] : new NodeStatement[] { new($"n{node}", state) });

    /// <summary>The events of a commitment; a few reports or none.</summary>
    public static Arbitrary<IReadOnlyList<object>> All { get; } = Arb.From(
        from beginning in Beginning
        from reports in Gen.ListOf(Report, 8)
        from count in Gen.Choose(0, 8)
        select (IReadOnlyList<object>)[.. beginning, .. reports.Take(count).Select((r, i) => Made((CommitmentMade)beginning[0], r.Unit, r.Through, r.Total, r.Nodes, i + 1))]);

    private static object Made(CommitmentMade made, string unit, DateOnly through, decimal total, NodeStatement[] nodes, int id) => made.Measure is null
        ? Words(id, unit, new(new(2014, 1, 1), through), [.. nodes.Where(n => made.Nodes.Any(m => m.Id == n.Node))])
        : Stands(id, unit, through, total);
}
