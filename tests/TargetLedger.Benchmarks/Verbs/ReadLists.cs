using System.CommandLine;
using System.Diagnostics;
using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Supervision;
using TargetLedger.Domain.Telling;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>Inboxes, the supervisors' queue, warning signs, samples, divisions and timeliness over a province's commitments, asked the way the server asks.</summary>
internal sealed class ReadLists : IVerb
{
    private static readonly Option<int> Commitments = new("--commitments") { Description = "how many commitments", DefaultValueFactory = _ => 100_000 };

    private static readonly Option<int> Months = new("--months") { Description = "how many months are reported", DefaultValueFactory = _ => 5 };

    private static readonly Option<bool> Plain = new("--plain") { Description = "first ask each once where nothing is counted beforehand" };

    public string Name => "lists";

    public string Description => "inboxes, queue, warnings, samples, divisions and timeliness, alone and while reports go on";

    public IReadOnlyList<Option> Options { get; } = [Commitments, Months, Plain];

    public async Task RunAsync(Bench bench, ParseResult options, CancellationToken cancellationToken)
    {
        await using var database = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        var large = new LargeLedger(database, options.GetValue(Commitments));
        bench.Report.Progress($"drawing up {large.Count:N0} commitments");
        await large.DrawUpAsync(cancellationToken);
        var months = options.GetValue(Months);
        var year = new BusyYear(large, months);
        await year.PlayAsync(bench.Report.Progress, cancellationToken);
        await database.ExecuteAsAdminAsync("VACUUM ANALYZE ledger.mt_events", cancellationToken);

        await using var house = new House(database, large);
        await house.BuildRowsAsync(bench.Report, cancellationToken);
        var settings = $"commitments={large.Count} events={await house.Reader.HeadAsync(cancellationToken)}";
        var lists = new Lists(house, year.Today, cancellationToken);
        if (options.GetValue(Plain))
            await AskOnceAsync(bench, lists, settings, "-plain");

        await house.BuildAsync(bench.Report, cancellationToken);
        var began = Stopwatch.GetTimestamp();
        await lists.QueueAsync();
        bench.Report.Progress($"the day's first list took {Stopwatch.GetElapsedTime(began).TotalMilliseconds:N0} ms, the process holds {GC.GetTotalMemory(true) / 1_000_000:N0} MB");
        await MarkAsync(house, large, year, cancellationToken);
        await house.BuildRowsAsync(bench.Report, cancellationToken);
        await house.BuildAsync(bench.Report, cancellationToken);
        await MeasureAsync(bench, lists, settings, "");
        await AskOnceAsync(bench, lists, settings, "");
        await using (house.ReportOn(months + 1, cancellationToken))
            await MeasureAsync(bench, lists, settings, "-busy");
    }

    /// <summary>Two thousand items of the supervisors' are seen, and a quarter of these done with.</summary>
    private static async Task MarkAsync(House house, LargeLedger large, BusyYear year, CancellationToken cancellationToken)
    {
        string? cursor = null;
        for (var page = 0; page < 4; page++)
        {
            var found = await house.Inbox.InboxAsync(new(InboxOwner.Supervision, null, Done: true), new AsOf.Now(year.Today), null, new(500, cursor), cancellationToken);
            string[] keys = [.. found.Answer.Items.Select(i => i.Key)];
            await large.RecordAsync(
                year.Today,
                [(StreamIds.Inbox(InboxMarks.Supervision), page == 0 ? new InboxItemsDone(InboxMarks.Supervision, keys) : new InboxItemsSeen(InboxMarks.Supervision, keys))],
                cancellationToken);
            cursor = found.Next;
            if (cursor is null)
                return;
        }
    }

    private static async Task MeasureAsync(Bench bench, Lists lists, string settings, string suffix)
    {
        await lists.BeginPagesAsync();
        foreach (var (name, ask) in lists.Often)
            await bench.MeasureAsync(name + suffix, settings, "answers/s", () => ClosedLoop.RunAsync(1, bench.Duration, _ => ask()));
    }

    /// <summary>What takes seconds, or is asked a few times a year.</summary>
    private static async Task AskOnceAsync(Bench bench, Lists lists, string settings, string suffix)
    {
        foreach (var (name, ask) in suffix.Length > 0 ? lists.Often.Concat(lists.Seldom) : lists.Seldom)
        {
            await bench.MeasureAsync(name + suffix, settings, "s", async () =>
            {
                var began = Stopwatch.GetTimestamp();
                await ask();
                return new(Stopwatch.GetElapsedTime(began).TotalSeconds);
            });
        }
    }

    private sealed class Lists(House house, DateOnly today, CancellationToken cancellationToken)
    {
#pragma warning disable CA5394 // A seeded sequence is wanted here, not a secret.
        private readonly Random random = new(1);
        private readonly AsOf now = new AsOf.Now(today);
        private string? later;

        public IEnumerable<(string Name, Func<Task> Ask)> Often =>
        [
            ("inbox-unit", () => house.Inbox.InboxAsync(new(InboxOwner.Units, [AnyUnit()]), now, null, new(), cancellationToken)),
            ("inbox-supervisor", () => house.Inbox.InboxAsync(new(InboxOwner.Supervision, null), now, null, new(), cancellationToken)),
            ("queue", QueueAsync),
            ("queue-later", () => house.Queries.QueueAsync(BoardFilter.None, QueueKind.Unverified, now, null, new(100, later), cancellationToken)),
            ("queue-unit", () => house.Queries.QueueAsync(new(Units: [AnyUnit()]), null, now, null, new(), cancellationToken)),
            ("warnings", () => house.Warnings.ListAsync(WarningFilter.None, null, now, null, new(), cancellationToken)),
            ("divisions", () => house.Queries.DivisionsAsync(new(), now, null, new(), cancellationToken)),
            ("timeliness-units", () => house.Timeliness.CountAsync(TimelinessFilter.None, TimelinessBy.Unit, now, null, new(), cancellationToken)),
            ("timeliness-groups", () => house.Timeliness.CountAsync(TimelinessFilter.None, TimelinessBy.Group, now, null, new(), cancellationToken)),
            ("timeliness-missing", () => house.Timeliness.ListAsync(TimelinessFilter.None, Timeliness.Missing, now, null, new(), cancellationToken)),
            ("call-list", () => new CallListQueries(house.Queries, house.Timeliness, house.Inbox).ListAsync(TimelinessFilter.None, now, null, new(), cancellationToken)),
        ];

        public IEnumerable<(string Name, Func<Task> Ask)> Seldom =>
        [
            ("sample-population", () => house.Samples.PopulationAsync(new SamplePopulation(0), cancellationToken)),
            ("samples-drawn", () => house.Samples.ListAsync(now, new(), cancellationToken)),
        ];

        public Task QueueAsync() => house.Queries.QueueAsync(BoardFilter.None, null, now, null, new(), cancellationToken);

        /// <summary>A later page stands where its first one stood.</summary>
        public async Task BeginPagesAsync()
        {
            later = null;
            for (var page = 0; page < 10; page++)
            {
                if ((await house.Queries.QueueAsync(BoardFilter.None, QueueKind.Unverified, now, null, new(100, later), cancellationToken)).Next is not { } next)
                    return;
                later = next;
            }
        }

        private string AnyUnit() => LargeLedger.UnitCode(random.Next(LargeLedger.Units));
#pragma warning restore CA5394
    }
}
