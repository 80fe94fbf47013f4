using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.EventStore;
using TargetLedger.Testing;

namespace TargetLedger.Boards.Tests;

/// <summary>A ledger, its boards and a clock; events are recorded as a test says, without asking the rules.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly LedgerFollower follower;

    private Office(LedgerDatabase database)
    {
        Database = database;
        Ledger = new(database.DataSource, Clock);
        follower = new(database.DataSource, Ledger.Reader);
        Boards = new(LedgerZone.Default);
        Runner = new(database.DataSource, Boards, follower);
        Lights = new(LedgerZone.Default, fewestChanges: 20);
        LightsRunner = new(database.DataSource, Lights, follower);
        Queries = AnotherNode();
        Slices = new(new(database.DataSource), Boards);
        Timeliness = new(Queries, Slices);
    }

    public LedgerDatabase Database { get; }

    public SteppedClock Clock { get; } = new(new(2014, 6, 4, 9, 0, 0, TimeSpan.FromHours(8)));

    public Ledger Ledger { get; }

    public BoardsProjection Boards { get; }

    public ProjectionRunner Runner { get; }

    public LightsProjection Lights { get; }

    public ProjectionRunner LightsRunner { get; }

    public BoardQueries Queries { get; private set; }

    public CommitmentSlices Slices { get; }

    public TimelinessQueries Timeliness { get; private set; }

    public InboxQueries Inbox => new(Queries, Ledger.Reader, Boards);

    public DateOnly Today => Moment.Of(Clock.Now, LedgerZone.Default).Day;

    public AsOf Now => new AsOf.Now(Today);

    public static async Task<Office> OpenAsync() => new(await LedgerDatabase.CreateAsync());

    /// <summary>With the sample plan in force: 23 tasks, 31 commitments.</summary>
    public static async Task<Office> WithSamplePlanAsync()
    {
        var office = await OpenAsync();
        await office.ImportAsync(SampleFiles.Plan);
        return office;
    }

    public static string Commitment(string number) => StreamIds.Commitment(SampleFiles.Plan.Plan.Code, number);

    public async Task<PlanImport> ImportAsync(PlanFile file, bool confirm = true)
    {
        var import = PlanImport.Of(file, new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), Rules.Default);
        await AppendAsync([.. import.Streams.Select(s => (s.Stream, s.Events))]);
        if (confirm)
            await RecordAsync(import.Plan, import.Confirmation);
        return import;
    }

    /// <returns>The position of the last event.</returns>
    public Task<long> RecordAsync(string stream, params object[] events) => AppendAsync([(stream, events)]);

    /// <summary>An event for each of several streams, recorded together.</summary>
    public Task RecordAsync(IReadOnlyList<(string Stream, object Event)> events)
        => AppendAsync([.. events.Select(e => (e.Stream, (IReadOnlyList<object>)[e.Event]))]);

    /// <summary>A report of the lead or a member, submitted.</summary>
    public async Task<Guid> ReportAsync(string number, string unit, Period period, decimal? amount, decimal? total, DateOnly? through = null)
    {
        var report = Guid.CreateVersion7();
        await RecordAsync(Commitment(number), new ProgressReported(report, unit, period, through ?? period.End, amount, total));
        return report;
    }

    /// <summary>Brings the boards level with the ledger.</summary>
    public async Task CatchUpAsync()
    {
        await Runner.CatchUpAsync(TestContext.Current.CancellationToken);
        await LightsRunner.CatchUpAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The same questions asked where nothing is remembered.</summary>
    public BoardQueries AnotherNode() => new(Ledger.Reader, new(Database.DataSource), Boards, Lights);

    /// <summary>From here on nothing is counted beforehand: every answer is made of everything there is.</summary>
    public async Task ForgetEntriesAsync()
    {
        await Database.ExecuteAsAdminAsync("DELETE FROM boards.projections WHERE name = 'lights'");
        Queries = AnotherNode();
        Timeliness = new(Queries, Slices);
    }

    public async Task<ComplianceBoard> BoardAsync(BoardFilter? filter = null, DateOnly? on = null, AsOf? at = null)
        => (await Queries.ComplianceAsync(filter ?? BoardFilter.None, at ?? Now, on, PageRequest.Whole)).Answer;

    public async Task<BoardRow> RowAsync(string number, DateOnly? on = null)
        => (await BoardAsync(on: on)).Rows.Single(r => r.Number == number);

    public async Task<IReadOnlyList<StoredEvent>> EventsAsync()
    {
        var events = new List<StoredEvent>();
        await foreach (var stored in Ledger.Reader.ReadAllAsync())
            events.Add(stored);
        return events;
    }

    public async ValueTask DisposeAsync()
    {
        await follower.DisposeAsync();
        await Ledger.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task<long> AppendAsync(IReadOnlyList<(string Stream, IReadOnlyList<object> Events)> streams)
    {
        var request = new AppendRequest(
            [
                .. streams.Select(s => new StreamAppend(
                    s.Stream,
                    s.Stream[..s.Stream.IndexOf('-', StringComparison.Ordinal)],
                    ExpectedVersion.Any,
                    [.. s.Events.Select(e => new NewEvent(Guid.CreateVersion7(), EventCatalog.AliasOf(e), EventCatalog.Write(e)))])),
            ],
            new("keeper"));
        return (await Ledger.AppendAsync(request)).ShouldBeOfType<AppendResult.Appended>().LastPosition;
    }
}
