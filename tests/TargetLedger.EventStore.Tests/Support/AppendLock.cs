using System.Diagnostics;
using Npgsql;
using TargetLedger.Testing;

namespace TargetLedger.EventStore.Tests;

/// <summary>Holds the ledger's append lock, as a slow node would, so that a test decides what waits for what.</summary>
internal sealed class AppendLock : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private AppendLock(NpgsqlConnection connection) => this.connection = connection;

    public static Task<AppendLock> HoldAsync(LedgerDatabase database) => HoldAsync(database.AdminConnectionString);

    public static async Task<AppendLock> HoldAsync(string connectionString)
    {
        var holder = new NpgsqlConnection(connectionString);
        await holder.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(ledger.append_lock())", holder);
        await command.ExecuteNonQueryAsync();
        return new(holder);
    }

    /// <summary>Waits until a batch has been sent and waits for the lock; gives the process that runs it.</summary>
    /// <param name="waiters">How many are to wait; the first to come is given.</param>
    public async Task<int> WaitForWaiterAsync(int waiters = 1)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(20))
        {
            await using var command = new NpgsqlCommand(
                """
                SELECT array_agg(w.pid ORDER BY w.waitstart) FROM pg_locks w
                WHERE w.locktype = 'advisory' AND NOT w.granted
                  AND w.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """,
                connection);
            if (await command.ExecuteScalarAsync() is int[] pids && pids.Length >= waiters)
                return pids[0];
            await Task.Delay(5);
        }

        throw new TimeoutException("No append came to wait for the lock.");
    }

    public async ValueTask DisposeAsync()
    {
        await using (var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection))
            await command.ExecuteNonQueryAsync();
        await connection.DisposeAsync();
    }
}
