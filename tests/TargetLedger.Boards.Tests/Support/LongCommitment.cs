using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Boards.Tests;

/// <summary>The events of one commitment, one after the other: reports, some with nodes, and what supervisors do about those of late.</summary>
internal sealed class LongCommitment
{
    private readonly List<Guid> reports = [];
    private int version;

    public string Stream { get; } = $"{StreamIds.CommitmentType}-{Guid.CreateVersion7()}";

    public object Next() => ++version switch
    {
        1 => new CommitmentMade(
            "plan-x", "3", "11", 1, "11-1", "培养高技能人才", new(new(2014, 1, 1), new(2014, 12, 31)), Cadence.Monthly, Strength.Binding,
            [new(Role.Lead, "rensheju")], [new("n1", "印发方案", new(2014, 6, 20))], [], new("高技能人才", "人", MeasureKind.Cumulative), new(Bound.AtLeast, 30_000, "3万名")),
        > 2 when version % 11 == 0 => new ProgressCorrected(Of(3), "漏计一期", version, version * 2.5m),
        > 2 when version % 13 == 0 => new ProgressReturned(Of(2), "缺佐证材料"),
        > 2 when version % 17 == 0 => new ProgressWithdrawn(Of(4), "重复填报"),
        > 2 when version % 19 == 0 => new NodeReached("n1", new(2014, 6, (version % 28) + 1)),
        > 2 when version % 3 == 0 => new ProgressVerified(Of(1), version * 1.25m),
        _ => Report(),
    };

    private Guid Of(int ago) => reports[Math.Max(0, reports.Count - ago)];

    private ProgressReported Report()
    {
        var (report, month) = (Guid.CreateVersion7(), new DateOnly(2014, (version % 12) + 1, 1));
        reports.Add(report);
        return new(
            report, "rensheju", new(month, month.AddDays(27)), month.AddDays(27), version, version * 1.5m, Text: new("进展"),
            Nodes: version % 7 == 0 ? [new("n1", Progress.Completed, month)] : null);
    }
}
