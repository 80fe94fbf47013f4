using System.CommandLine;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TargetLedger.Boards;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Benchmarks;

/// <summary>
/// A month closed over a province's commitments when nobody has reported: every period recorded as missed while the boards
/// follow, and then who reported and who did not, by unit.
/// </summary>
internal sealed class CloseMonth : IVerb
{
    private const int MonthsReported = 5;
    private const int CachedStates = 10_000;

    private static readonly Option<int> Commitments = new("--commitments") { Description = "how many commitments", DefaultValueFactory = _ => 100_000 };

    public string Name => "closing";

    public string Description => "a month closed: missed periods recorded, and the rates by unit";

    public IReadOnlyList<Option> Options { get; } = [Commitments];

    public async Task RunAsync(Bench bench, ParseResult options, CancellationToken cancellationToken)
    {
        await using var database = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        var commitments = options.GetValue(Commitments);
        var large = new LargeLedger(database, commitments);
        bench.Report.Progress($"drawing up {commitments:N0} commitments");
        await large.DrawUpAsync(cancellationToken);
        for (var month = 1; month <= MonthsReported; month++)
            await large.ReportAsync(month, cancellationToken);
        await database.ExecuteAsAdminAsync("VACUUM ANALYZE ledger.mt_events", cancellationToken);

        await using var office = new Office(database);
        bench.Report.Progress("the boards are made");
        await office.GetLevelAsync(cancellationToken);
        var settings = $"commitments={commitments} units={LargeLedger.Units} reports={MonthsReported * commitments}";
        var next = MonthsReported + 1;
        await bench.MeasureAsync("closing", settings, "s", async () => new(await office.CloseAsync(next++, bench.Report, cancellationToken)));
        await bench.MeasureAsync("closing-again", settings, "s", async () => new(await office.CloseAsync(next - 1, bench.Report, cancellationToken)));
        await bench.MeasureAsync("rates", settings, "s", async () => new(await office.CountAsync(cancellationToken)));
    }

    /// <summary>What a server runs, without its HTTP.</summary>
    private sealed class Office : IAsyncDisposable
    {
        private readonly CancellationTokenSource stopping = new();
        private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        private readonly Clock clock = new();
        private readonly BoardsProjection boards = new(LedgerZone.Default);
        private readonly LightsProjection lights = new(LedgerZone.Default);
        private readonly BenchLedger database;
        private readonly Ledger ledger;
        private readonly LedgerFollower follower;
        private readonly BoardsWatch watch;
        private readonly Task running;

        public Office(BenchLedger database)
        {
            this.database = database;
            ledger = new(database.DataSource, clock);
            follower = new(database.DataSource, ledger.Reader);
            var (rows, entries) = (new ProjectionRunner(database.DataSource, boards, follower), new ProjectionRunner(database.DataSource, lights, follower));
            watch = new(database.DataSource, lights, rows.Watch, entries.Watch);
            running = Task.WhenAll(rows.RunAsync(stopping.Token), entries.RunAsync(stopping.Token));
        }

        public async Task GetLevelAsync(CancellationToken cancellationToken)
        {
            var head = await ledger.Reader.HeadAsync(cancellationToken);
            while (!await watch.WaitForAsync(head, TimeSpan.FromSeconds(10), cancellationToken))
            {
                // The first build.
            }
        }

        /// <returns>Seconds until the last missed period is recorded.</returns>
        public async Task<double> CloseAsync(int month, Report report, CancellationToken cancellationToken)
        {
            // Late enough for the month to be overdue, early enough for the next not to be.
            clock.Now = new DateTimeOffset(2014, month, 20, 9, 0, 0, TimeSpan.FromHours(8)).AddMonths(1);
            var time = new LedgerTime(clock, LedgerZone.Default);
            var closer = new PeriodCloser(
                ledger,
                new CommitmentSlices(new ProjectionReader(database.DataSource), boards),
                watch,
                new StateCache(ledger.Reader, time, TimeProvider.System, CachedStates),
                time,
                new ServerMetrics(services.GetRequiredService<IMeterFactory>()),
                NullLogger<PeriodCloser>.Instance);
            var began = Stopwatch.GetTimestamp();
            await closer.CloseAsync(cancellationToken);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            await GetLevelAsync(cancellationToken);
            report.Progress($"{closer.Progress!.Missed:N0} periods missed; the boards are level {Stopwatch.GetElapsedTime(began).TotalSeconds - seconds:N1} s later; {GC.GetTotalMemory(forceFullCollection: false) / 1_048_576:N0} MiB in use");
            return seconds;
        }

        /// <returns>Seconds for the answer.</returns>
        public async Task<double> CountAsync(CancellationToken cancellationToken)
        {
            var queries = new BoardQueries(ledger.Reader, new(database.DataSource), boards, lights);
            var timeliness = new TimelinessQueries(queries, new(new(database.DataSource), boards));
            var began = Stopwatch.GetTimestamp();
            var cutoff = new DateOnly(2014, 6, 30);
            await timeliness.CountAsync(new(From: cutoff, To: cutoff), TimelinessBy.Unit, new AsOf.Now(new(2014, 7, 20)), null, new(), cancellationToken);
            return Stopwatch.GetElapsedTime(began).TotalSeconds;
        }

        public async ValueTask DisposeAsync()
        {
            await stopping.CancelAsync();
            await running;
            await follower.DisposeAsync();
            await ledger.DisposeAsync();
            await services.DisposeAsync();
            stopping.Dispose();
        }
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2014, 6, 20, 9, 0, 0, TimeSpan.FromHours(8));

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
