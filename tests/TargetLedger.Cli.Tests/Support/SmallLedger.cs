using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.EventStore;

namespace TargetLedger.Cli.Tests;

/// <summary>A database with the sample plan and three reports on one commitment, its boards built by <c>ledger rebuild</c>.</summary>
internal sealed class SmallLedger : IAsyncDisposable
{
    public const string Commitment = "CD-2014:4-1";

    private SmallLedger(LedgerDatabase database) => Database = database;

    public LedgerDatabase Database { get; }

    public string Connection => Database.ServerConnectionString;

    /// <summary>The position of the last event.</summary>
    public long Head { get; private set; }

    public static async Task<SmallLedger> CreateAsync()
    {
        var ledger = new SmallLedger(await LedgerDatabase.CreateAsync());
        await ledger.RecordAsync();
        (await Cli.RunAsync("rebuild", "--connection", ledger.Connection)).ShouldExit(ExitCode.Ok);
        return ledger;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    /// <summary>Does what only a superuser can: switches the guard off, changes the ledger, switches it on again.</summary>
    public Task TamperAsync(string table, string sql) => Database.ExecuteAsAdminAsync(
        $"ALTER TABLE ledger.{table} DISABLE TRIGGER USER; {sql}; ALTER TABLE ledger.{table} ENABLE ALWAYS TRIGGER {string.Join($"; ALTER TABLE ledger.{table} ENABLE ALWAYS TRIGGER ", Guards(table))}");

    private static string[] Guards(string table) => table switch
    {
        "mt_events" => ["mt_events_append_only", "mt_events_no_truncate"],
        "mt_streams" => ["mt_streams_moves_forward", "mt_streams_no_delete", "mt_streams_no_truncate"],
        _ => ["idempotency_append_only", "idempotency_no_truncate"],
    };

    private async Task RecordAsync()
    {
        await using var store = new Ledger(Database.DataSource, TimeProvider.System);
        var plan = PlanFileReader.Read(await File.ReadAllBytesAsync(Samples.Plan)).File!;
        var import = PlanImport.Of(plan, new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), Rules.Default);
        foreach (var append in import.InAppendsOf(AppendRequest.MaxEvents))
            await AppendAsync(store, "keeper", [.. append]);

        var stream = StreamIds.Commitment("CD-2014", "4-1");
        (DateOnly Start, DateOnly End, decimal Amount, decimal Total)[] reports =
        [
            (new(2014, 1, 1), new(2014, 5, 31), 14, 14),
            (new(2014, 6, 1), new(2014, 6, 30), 8, 22),
            (new(2014, 7, 1), new(2014, 7, 31), 4, 26),
        ];
        for (var i = 0; i < reports.Length; i++)
        {
            var (start, end, amount, total) = reports[i];
            var reported = new ProgressReported(
                StreamIds.NameBased("report", i.ToString()), "zuzhibu", new Period(start, end), end, amount, total, Text: new ReportText("完成首批评审"));
            await AppendAsync(store, "unit:zuzhibu", new ImportedStream(stream, StreamIds.CommitmentType, i + 1, [reported]));
        }
    }

    private async Task AppendAsync(Ledger store, string account, params ImportedStream[] streams)
    {
        var request = new AppendRequest(
            [.. streams.Select(s => new StreamAppend(
                s.Stream,
                s.Type,
                s.Version == 0 ? ExpectedVersion.None : ExpectedVersion.Exactly(s.Version),
                [.. s.Events.Select(e => new NewEvent(Guid.CreateVersion7(), EventCatalog.AliasOf(e), EventCatalog.Write(e)))]))],
            new AppendActor(account),
            new RequestKey(account, Guid.NewGuid().ToString("N"), new byte[] { 1 }, "{}"u8.ToArray()));
        Head = (await store.AppendAsync(request)).ShouldBeOfType<AppendResult.Appended>().LastPosition;
    }
}
