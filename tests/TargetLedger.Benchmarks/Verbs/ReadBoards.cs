using System.CommandLine;
using Npgsql;
using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>Boards over a province's commitments, now and as of some moment of the year, with few and with many reports behind them.</summary>
internal sealed class ReadBoards : IVerb
{
    private static readonly Option<int> Commitments = new("--commitments") { Description = "how many commitments", DefaultValueFactory = _ => 100_000 };

    private static readonly Option<int[]> Reports = new("--reports")
    {
        Description = "measured when so many months are reported",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [2, 12],
    };

    private static readonly Option<bool> Quiet = new("--quiet") { Description = "leave out what is measured while reports go on" };

    public string Name => "board";

    public string Description => "compliance boards, unit pages and boards under other rules, live and as of a past moment";

    public IReadOnlyList<Option> Options { get; } = [Commitments, Reports, Quiet];

    public async Task RunAsync(Bench bench, ParseResult options, CancellationToken cancellationToken)
    {
        await using var database = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        var commitments = options.GetValue(Commitments);
        var ledger = new LargeLedger(database, commitments);
        bench.Report.Progress($"drawing up {commitments:N0} commitments");
        await ledger.DrawUpAsync(cancellationToken);

        var month = 0;
        foreach (var reports in options.GetValue(Reports)!.Order())
        {
            while (month < reports)
            {
                await ledger.ReportAsync(++month, cancellationToken);
                bench.Report.Progress($"month {month} is reported");
            }

            await database.ExecuteAsAdminAsync("VACUUM ANALYZE ledger.mt_events", cancellationToken);
            await using var house = new House(database, ledger);
            await house.BuildAsync(bench.Report, cancellationToken);
            await MeasureAsync(bench, house, commitments, month, options.GetValue(Quiet), cancellationToken);
        }
    }

    private static async Task MeasureAsync(Bench bench, House house, int commitments, int month, bool quiet, CancellationToken cancellationToken)
    {
        var head = await house.Reader.HeadAsync(cancellationToken);
        var settings = $"commitments={commitments} events={head}";
        var today = new DateOnly(2014, 1, 1).AddMonths(month).AddDays(4);
#pragma warning disable CA5394 // A seeded sequence is wanted here, not a secret.
        var random = new Random(1);

        await MeasureWhatIfAsync();
        await MeasureOneAsync("board", () => house.Queries.ComplianceAsync(BoardFilter.None, new AsOf.Now(today), null, new(), cancellationToken));
        await MeasureOneAsync("unit", () => house.Queries.UnitAsync(LargeLedger.UnitCode(random.Next(LargeLedger.Units)), new AsOf.Now(today), null, cancellationToken));
        await MeasureOneAsync("board-as-of", () => house.Queries.ComplianceAsync(
            BoardFilter.None, new AsOf.AtPosition(random.NextInt64(house.FirstReport, head + 1)), today.AddDays(-random.Next(60)), new(), cancellationToken));
        if (quiet)
            return;
        await house.BuildRowsAsync(bench.Report, cancellationToken);
        await using (house.ReportOn(month + 1, cancellationToken))
        {
            await MeasureOneAsync("board-busy", () => house.Queries.ComplianceAsync(BoardFilter.None, new AsOf.Now(today), null, new(), cancellationToken));
            await MeasureOneAsync("unit-busy", () => house.Queries.UnitAsync(LargeLedger.UnitCode(random.Next(LargeLedger.Units)), new AsOf.Now(today), null, cancellationToken));
        }
#pragma warning restore CA5394

        // The first board tried out for a day reads all there is; those after it, under whatever rules, do not.
        async Task MeasureWhatIfAsync()
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            await TryAsync(30);
            bench.Report.Progress($"the day's first board tried out took {System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMilliseconds:N0} ms, the process holds {GC.GetTotalMemory(true) / 1_000_000:N0} MB");
            await MeasureOneAsync("what-if", () => TryAsync(random.Next(1, 100)));
        }

        Task TryAsync(int yellowTo) => house.Queries.WhatIfAsync(
            BoardFilter.None, new(new(RulesPreset.ShareOfPace, YellowTo: yellowTo)), new AsOf.Now(today), null, new(), cancellationToken);

        async Task MeasureOneAsync(string name, Func<Task> ask)
            => await bench.MeasureAsync(
                name,
                settings,
                "answers/s",
                () => ClosedLoop.RunAsync(1, bench.Duration, _ => ask()),
                "page of rows",
                async () => (await ClosedLoop.RunAsync(1, bench.Duration / 2, _ => house.ReadPageAsync(cancellationToken))).Value);
    }

    /// <summary>What a server keeps running, without its HTTP.</summary>
    private sealed class House : IAsyncDisposable
    {
        private const int ReportsPerSecond = 200;

        private readonly BenchLedger database;
        private readonly LargeLedger large;
        private readonly LedgerFollower follower;
        private readonly BoardsProjection boards = new(LedgerZone.Default);
        private readonly LightsProjection lights = new(LedgerZone.Default);
        private string pageSql = "";

        public House(BenchLedger database, LargeLedger large)
        {
            this.database = database;
            this.large = large;
            Reader = new(database.DataSource, large.Clock);
            follower = new(database.DataSource, Reader);
            Queries = new(Reader, new(database.DataSource), boards, lights);
        }

        public LedgerReader Reader { get; }

        public BoardQueries Queries { get; }

        public long FirstReport => large.FirstReport;

        public async Task BuildAsync(Report report, CancellationToken cancellationToken)
        {
            var runner = await CatchUpAsync(lights, report, cancellationToken);
            pageSql = Floor.Read("board_page").Replace("{suffix}", $"_{(await runner.ReadStateAsync(cancellationToken)).Build}", StringComparison.Ordinal);
        }

        /// <summary>What a server follows beside the entries.</summary>
        public Task BuildRowsAsync(Report report, CancellationToken cancellationToken) => CatchUpAsync(boards, report, cancellationToken);

        public async Task ReadPageAsync(CancellationToken cancellationToken)
        {
            await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
            await using var command = new NpgsqlCommand(pageSql, connection) { Parameters = { new() { Value = Environment.TickCount % 10_000 } } };
            await command.PrepareAsync(cancellationToken);
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            while (await row.ReadAsync(cancellationToken))
                _ = row.GetString(2);
        }

        /// <summary>Reports go on at a steady rate and both projections follow, until what is returned is disposed of.</summary>
        public IAsyncDisposable ReportOn(int month, CancellationToken cancellationToken) => new Reporting(this, month, cancellationToken);

        public ValueTask DisposeAsync() => follower.DisposeAsync();

        private async Task<ProjectionRunner> CatchUpAsync(IProjection projection, Report report, CancellationToken cancellationToken)
        {
            var began = Environment.TickCount64;
            var runner = new ProjectionRunner(database.DataSource, projection, follower);
            await runner.CatchUpAsync(cancellationToken);
            report.Progress($"{projection.Name} is level after {(Environment.TickCount64 - began) / 1000.0:N1} s");
            return runner;
        }

        private sealed class Reporting : IAsyncDisposable
        {
            private readonly CancellationTokenSource stop;
            private readonly Task running;

            public Reporting(House house, int month, CancellationToken cancellationToken)
            {
                stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                running = Task.WhenAll(
                    ReportAsync(house, month, stop.Token),
                    new ProjectionRunner(house.database.DataSource, house.boards, house.follower).RunAsync(stop.Token),
                    new ProjectionRunner(house.database.DataSource, house.lights, house.follower).RunAsync(stop.Token));
            }

            public async ValueTask DisposeAsync()
            {
                await stop.CancelAsync();
                await running;
                stop.Dispose();
            }

            private static async Task ReportAsync(House house, int month, CancellationToken cancellationToken)
            {
                await using var ledger = new Ledger(house.database.DataSource, house.large.Clock);
                using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / ReportsPerSecond));
                try
                {
                    for (var i = 0; await timer.WaitForNextTickAsync(cancellationToken); i++)
                    {
                        var (stream, report) = house.large.ReportOf(house.large.Number(i), month);
                        await ledger.AppendAsync(
                            new([new(stream, "commitment", ExpectedVersion.Any, [LargeLedger.NewEvent(report)])], new(SampleEvents.Account)), cancellationToken);
                    }
                }
                catch (OperationCanceledException)
                {
                    // Enough.
                }
            }
        }
    }
}
