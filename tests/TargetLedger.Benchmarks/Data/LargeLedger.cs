using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>
/// A province's year: two thousand units, twenty plans, and every month a report on every commitment, in an order that has
/// nothing to do with the list's. The same size gives the same ledger.
/// </summary>
internal sealed class LargeLedger(BenchLedger database, int commitments)
{
    public const int Units = 2_000;
    private const int Plans = 20;
    private const int SectionsOfPlan = 10;
    private const int CommitmentsOfTask = 10;
    private const int EventsAtOnce = 1_000;

    // Larger than any number of commitments, and prime: its multiples visit all of them.
    private const long Stride = 1_000_003;

    private readonly SteppedClock clock = new();

    public TimeProvider Clock => clock;

    public long FirstReport { get; private set; }

    public static string UnitCode(int unit) => $"u{unit:0000}";

    public async Task DrawUpAsync(CancellationToken cancellationToken)
    {
        clock.Now = At(new(2014, 1, 2));
        await using var ledger = new Ledger(database.DataSource, clock);
        await AppendAsync(ledger, Enumerable.Range(0, Units).Select(u => (StreamIds.Unit(UnitCode(u)), (object)new UnitRegistered(UnitCode(u), $"第{u}单位", UnitKind.Department, []))), cancellationToken);
        for (var plan = 0; plan < Plans; plan++)
            await AppendAsync(ledger, PlanEvents(plan), cancellationToken);
        FirstReport = await ledger.Reader.HeadAsync(cancellationToken) + 1;
    }

    /// <summary>Every commitment's report of a month from 1 on; months after the twelfth correct nothing and add a report each.</summary>
    public async Task ReportAsync(int month, CancellationToken cancellationToken)
    {
        var period = MonthOf(month);
        clock.Now = At(period.End.AddDays(5));
        await using var ledger = new Ledger(database.DataSource, clock);
        await AppendAsync(ledger, Enumerable.Range(0, commitments).Select(i => ReportOf(Number(i), month)), cancellationToken);
    }

    public (string Stream, object Event) ReportOf(int commitment, int month)
    {
        // Some are ahead, some behind, and every tenth stands still.
        var rate = commitment % 10 == 0 ? 0m : 4 + commitment % 9;
        var period = MonthOf(month);
        return (
            Stream(commitment),
            new ProgressReported(Guid.CreateVersion7(), UnitCode(Lead(commitment)), period, period.End, rate, rate * month, Text: new("举办高技能人才培训班两期,覆盖重点企业十二家")));
    }

    /// <summary>On a day of the ledger's year, one after the other.</summary>
    public async Task RecordAsync(DateOnly day, IEnumerable<(string Stream, object Event)> events, CancellationToken cancellationToken)
    {
        clock.Now = At(day);
        await using var ledger = new Ledger(database.DataSource, clock);
        await AppendAsync(ledger, events, cancellationToken);
    }

    public int Count => commitments;

    public int Number(int i) => (int)(i * Stride % commitments);

    public static Period MonthOf(int month)
    {
        var start = new DateOnly(2014, 1, 1).AddMonths(month - 1);
        return new(start, start.AddMonths(1).AddDays(-1));
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new(9, 0)), TimeSpan.FromHours(8));

    public static int Lead(int commitment) => commitment / 5 % Units;

    private static string PlanCode(int plan) => $"PLAN-{plan:00}";

    public string Stream(int commitment) => StreamIds.Commitment(PlanCode(commitment % Plans), $"{commitment}-1");

    private IEnumerable<(string Stream, object Event)> PlanEvents(int plan)
    {
        var stream = StreamIds.Plan(PlanCode(plan));
        var year = new Period(new(2014, 1, 1), new(2014, 12, 31));
        yield return (stream, new PlanDrawnUp(PlanCode(plan), $"第{plan}号要点", "市委办公厅", year.Start, year, [], [.. Enumerable.Range(0, SectionsOfPlan).Select(s => new SectionHeading($"{s}", $"第{s}部分"))]));
        var own = Enumerable.Range(0, (commitments - plan + Plans - 1) / Plans).Select(i => i * Plans + plan).ToArray();
        foreach (var task in own.Chunk(CommitmentsOfTask).Select((_, i) => i))
            yield return (stream, new TaskListed($"{task % SectionsOfPlan}", $"{task}", $"任务{task}", []));
        foreach (var (commitment, i) in own.Select((c, i) => (c, i)))
        {
            var task = i / CommitmentsOfTask;
            yield return (Stream(commitment), new CommitmentMade(
                stream,
                $"{task % SectionsOfPlan}",
                $"{task}",
                i % CommitmentsOfTask,
                $"{commitment}-1",
                $"事项{commitment}",
                year,
                Cadence.Monthly,
                Strength.Binding,
                [new(Role.Lead, UnitCode(Lead(commitment))), new(Role.Partner, UnitCode((Lead(commitment) + 1 + commitment % 7) % Units))],
                [],
                [],
                new("培训人次", "人次", MeasureKind.Cumulative),
                new(Bound.AtLeast, 100, "100人次")));
        }

        yield return (stream, new PlanConfirmed(own.Length));
    }

    private static async Task AppendAsync(Ledger ledger, IEnumerable<(string Stream, object Event)> events, CancellationToken cancellationToken)
    {
        var pending = Task.CompletedTask;
        foreach (var part in events.Chunk(EventsAtOnce))
        {
            var request = new AppendRequest(
                [
                    .. part.GroupBy(e => e.Stream, StringComparer.Ordinal).Select(s => new StreamAppend(
                        s.Key, s.Key[..s.Key.IndexOf('-', StringComparison.Ordinal)], ExpectedVersion.Any, [.. s.Select(e => NewEvent(e.Event))])),
                ],
                new(SampleEvents.Account));
            await pending;
            pending = ledger.AppendAsync(request, cancellationToken);
        }

        await pending;
    }

    public static NewEvent NewEvent(object body) => new(Guid.CreateVersion7(), EventCatalog.AliasOf(body), EventCatalog.Write(body));

    private sealed class SteppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
