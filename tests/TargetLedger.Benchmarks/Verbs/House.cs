using Npgsql;
using TargetLedger.Boards;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>What a server keeps running, without its HTTP.</summary>
internal sealed class House : IAsyncDisposable
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
        Slices = new(new(database.DataSource), boards);
        Inbox = new(Queries, Reader, boards);
        Warnings = new(Queries, Slices);
        Timeliness = new(Queries, Slices);
        Samples = new(Reader, Queries, Slices);
    }

    public LedgerReader Reader { get; }

    public BoardQueries Queries { get; }

    public CommitmentSlices Slices { get; }

    public InboxQueries Inbox { get; }

    public WarningQueries Warnings { get; }

    public TimelinessQueries Timeliness { get; }

    public SampleQueries Samples { get; }

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
