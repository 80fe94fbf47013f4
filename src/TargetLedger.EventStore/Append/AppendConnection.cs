using System.Diagnostics;
using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// The writer's one connection and its prepared statement. A failed batch ends either as <see cref="RolledBackException"/>,
/// when the server itself said so, or as <see cref="AppendOutcomeUnknownException"/>; a connection in doubt is thrown away
/// and the next batch opens another.
/// </summary>
internal sealed class AppendConnection(NpgsqlDataSource dataSource, TimeProvider businessClock, TimeSpan timeout) : IAsyncDisposable
{
    // A connection that rested may have died unnoticed. Asking first costs a round trip only after a rest, and spares
    // callers an unknown outcome after each restart of the database.
    private static readonly TimeSpan RestBeforeAsking = TimeSpan.FromSeconds(2);

    private NpgsqlConnection? connection;
    private NpgsqlCommand? command;
    private string? warning;
    private long lastUsed;

    /// <exception cref="LedgerUnavailableException">No connection; nothing was sent.</exception>
    /// <exception cref="RolledBackException">Nothing of the batch was recorded.</exception>
    /// <exception cref="AppendOutcomeUnknownException">All of the batch was recorded, or nothing.</exception>
    public async Task<AppendResult[]> ExecuteAsync(IReadOnlyList<PendingAppend> appends)
    {
        var open = await OpenAsync();
        var columns = BatchColumns.Of(appends);
        try
        {
            warning = null;
            var results = CopyBatch.Suits(columns) ? await CopyAsync(appends, columns) : null;
            results ??= await CallAsync(open, appends, columns);
            lastUsed = Stopwatch.GetTimestamp();
            // A wait for the synchronous standby that was cancelled is a success with a warning: recorded here, perhaps
            // nowhere else. The function itself never warns.
            return warning is null ? results : throw new AppendOutcomeUnknownException(warning);
        }
        catch (PostgresException fault) when (fault.InvariantSeverity is "ERROR" && warning is null)
        {
            if (fault.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction || connection?.FullState is not System.Data.ConnectionState.Open)
                await DropAsync();
            throw new RolledBackException(fault);
        }
        catch (Exception fault) when (fault is not AppendOutcomeUnknownException)
        {
            await DropAsync();
            throw new AppendOutcomeUnknownException(warning ?? fault.Message, fault);
        }
    }

    private async Task<AppendResult[]> CallAsync(NpgsqlCommand append, IReadOnlyList<PendingAppend> appends, BatchColumns columns)
    {
        columns.Bind(append, Clock());
        var known = new List<int>();
        AppendResult[] results;
        await using (var reader = await append.ExecuteReaderAsync())
            results = await BatchResults.ReadAsync(reader, appends, columns, known);
        if (known.Count > 0)
            await ReadKnownAsync(appends, known, results);
        return results;
    }

    /// <summary>The batch is committed by now: whatever goes wrong here, a cancelled query too, does not undo it.</summary>
    private async Task ReadKnownAsync(IReadOnlyList<PendingAppend> appends, List<int> known, AppendResult[] results)
    {
        try
        {
            await BatchResults.ReadKnownAsync(connection!, appends, known, results);
        }
        catch (Exception fault)
        {
            await DropAsync();
            throw new AppendOutcomeUnknownException(fault.Message, fault);
        }
    }

    private async Task<AppendResult[]?> CopyAsync(IReadOnlyList<PendingAppend> appends, BatchColumns columns)
    {
        var copy = new CopyBatch(connection!, appends, columns, (int)Math.Ceiling(timeout.TotalSeconds));
        return await copy.RecordAsync(Clock()) is { } start
            ? BatchResults.Of(start, failures: null, known: [], appends, columns)
            : null;
    }

    /// <summary>The business time a batch is offered at.</summary>
    private DateTimeOffset Clock()
    {
        var now = businessClock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>Throws nothing; the next batch opens another connection.</summary>
    public async Task DropAsync()
    {
        var (oldCommand, oldConnection) = (command, connection);
        (command, connection) = (null, null);
        try
        {
            if (oldCommand is not null)
                await oldCommand.DisposeAsync();
        }
        catch (Exception)
        {
            // It is being thrown away because it is broken.
        }

        try
        {
            if (oldConnection is not null)
            {
                oldConnection.Notice -= Listen;
                await oldConnection.DisposeAsync();
            }
        }
        catch (Exception)
        {
            // As above; whatever it was, the batch that used it has its own outcome.
        }
    }

    public async ValueTask DisposeAsync() => await DropAsync();

    private async Task<NpgsqlCommand> OpenAsync()
    {
        try
        {
            if (connection is not null && Stopwatch.GetElapsedTime(lastUsed) > RestBeforeAsking && !await AnswersAsync(connection))
                await DropAsync();
            if (command is not null)
                return command;

            connection = await dataSource.OpenConnectionAsync();
            if (!await AnswersAsync(connection))
            {
                // It came out of the pool; the others there are as old.
                await DropAsync();
                dataSource.Clear();
                connection = await dataSource.OpenConnectionAsync();
            }

            connection.Notice += Listen;
            var prepared = BatchColumns.CreateCommand(connection, timeout);
            await prepared.PrepareAsync();
            lastUsed = Stopwatch.GetTimestamp();
            return command = prepared;
        }
        catch (Exception fault)
        {
            await DropAsync();
            throw new LedgerUnavailableException(fault.Message, fault);
        }
    }

    private static async Task<bool> AnswersAsync(NpgsqlConnection connection)
    {
        try
        {
            await using var question = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = 5 };
            await question.ExecuteScalarAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private void Listen(object sender, NpgsqlNoticeEventArgs notice)
    {
        if (notice.Notice.InvariantSeverity is "WARNING")
            warning = $"{notice.Notice.SqlState} {notice.Notice.MessageText}";
    }
}

/// <summary>The server said that the transaction is undone.</summary>
internal sealed class RolledBackException(PostgresException cause) : Exception(cause.MessageText, cause)
{
    public PostgresException Cause { get; } = cause;
}
