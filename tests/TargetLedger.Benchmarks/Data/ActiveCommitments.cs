using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Units;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>Commitments of one plan that are reported on day by day, so that the next report is always one that is accepted.</summary>
internal sealed class ActiveCommitments(int commitments)
{
    public const string Unit = "renshe";
    private const string PlanCode = "P-2014";
    private static readonly DateOnly Begin = new(1990, 1, 1);
    private static readonly Period All = new(Begin, new(2090, 12, 31));
    private readonly string[] streams = [.. Enumerable.Range(0, commitments).Select(c => StreamIds.Commitment(PlanCode, $"{c}-1"))];

    public int Count => streams.Length;

    public string StreamOf(int commitment) => streams[commitment];

    /// <summary>The unit, the plan and its commitments, in force.</summary>
    public async Task DrawUpAsync(Ledger ledger, CancellationToken cancellationToken)
    {
        var plan = StreamIds.Plan(PlanCode);
        await Loading.AppendAsync(ledger, [(StreamIds.Unit(Unit), new UnitRegistered(Unit, "市人社局", UnitKind.Department, []))], cancellationToken);
        await Loading.AppendAsync(
            ledger,
            [
                (plan, new PlanDrawnUp(PlanCode, "人才工作要点", "市委办公厅", Begin, All, [], [new("1", "队伍建设")])),
                (plan, new TaskListed("1", "1", "培训高技能人才", [])),
                .. streams.Select((stream, c) => (stream, (object)Made(plan, c))),
                (plan, new PlanConfirmed(streams.Length)),
            ],
            cancellationToken);
    }

    /// <summary>A report of every commitment for each of so many days, day by day: the streams interleave as live traffic's do.</summary>
    public Task ReportAsync(Ledger ledger, int firstDay, int days, CancellationToken cancellationToken)
        => Loading.AppendAsync(
            ledger,
            Enumerable.Range(firstDay, days).SelectMany(day => streams.Select(stream => (stream, (object)Reported(day)))),
            cancellationToken);

    /// <summary>What a unit reports of a day, from 0 on; the day after the last one reported is accepted.</summary>
    public static ReportProgress Report(int day) => new(Guid.CreateVersion7(), Unit, DayOf(day), Amount: 5, Text: Words);

    private static ReportText Words { get; } = new("举办高技能人才培训班两期,覆盖重点企业十二家");

    private static Period DayOf(int day) => new(Begin.AddDays(day), Begin.AddDays(day));

    private static ProgressReported Reported(int day)
        => new(Guid.CreateVersion7(), Unit, DayOf(day), Begin.AddDays(day), 5, 5 * (day + 1), Text: Words);

    private static CommitmentMade Made(string plan, int commitment) => new(
        plan, "1", "1", commitment, $"{commitment}-1", "培训高技能人才", All, Cadence.Monthly, Strength.Binding,
        [new(Role.Lead, Unit)], [], [], new("培训人次", "人次", MeasureKind.Cumulative), new(Bound.AtLeast, 100_000, "10万人次"));
}
