using TargetLedger.Testing;

namespace TargetLedger.EventStore.Tests;

/// <summary>A test with an empty database, a ledger on it and a clock.</summary>
public abstract class LedgerTest : IAsyncLifetime
{
    private LedgerDatabase? database;
    private Ledger? ledger;

    internal static readonly DateTimeOffset Start = new(2014, 6, 5, 1, 0, 0, TimeSpan.Zero);

    internal SteppedClock Clock { get; } = new(Start);

    private protected LedgerDatabase Database => database!;

    private protected Ledger Ledger => ledger!;

    public virtual async ValueTask InitializeAsync()
    {
        database = await LedgerDatabase.CreateAsync();
        ledger = NewLedger();
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Ledger.DisposeAsync();
        await Database.DisposeAsync();
    }

    private protected Ledger NewLedger(LedgerOptions? options = null) => new(Database.DataSource, Clock, options);

    /// <summary>Keeps the writer busy with another request until all of these wait, so that they are taken together.</summary>
    private protected async Task<Task<AppendResult>[]> AppendTogetherAsync(AppendRequest[] requests, Ledger? through = null)
    {
        through ??= Ledger;
        await using var held = await AppendLock.HoldAsync(Database);
        _ = through.AppendAsync(Sample.One(Sample.NewStream()));
        await held.WaitForWaiterAsync();
        return [.. requests.Select(request => through.AppendAsync(request))];
    }

    private protected async Task<List<StoredEvent>> ReadAllAsync()
    {
        var all = new List<StoredEvent>();
        await foreach (var stored in Ledger.Reader.ReadAllAsync())
            all.Add(stored);
        return all;
    }
}
