using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// Reads stretches of the ledger one after the other. Keeps its connection and the prepared statement on it: a follower asks
/// hundreds of times a second for an event or two.
/// </summary>
internal sealed class PageReader(NpgsqlDataSource dataSource, int mostBytes) : IAsyncDisposable
{
    private static readonly string PageSql = EmbeddedSql.Read("Sql/read_page.sql");
    private NpgsqlConnection? connection;

    /// <summary>The events after one position up to another, or fewer of them where they are large.</summary>
    /// <exception cref="LedgerGapException">The first position is missing; a later gap ends what is read.</exception>
    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(long after, long last, CancellationToken cancellationToken)
    {
        if (connection is { } kept)
        {
            try
            {
                return await ReadAsync(kept, isKept: true, after, last, cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested && DatabaseFault.IsTransient(fault))
            {
                // Lost while nobody used it, as like as not: a new one is tried before anybody waits.
                await DisposeAsync();
            }
        }

        connection = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            return await ReadAsync(connection, isKept: false, after, last, cancellationToken);
        }
        catch (Exception fault) when (fault is not LedgerGapException)
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is { } kept)
        {
            connection = null;
            await kept.DisposeAsync();
        }
    }

    private async Task<IReadOnlyList<StoredEvent>> ReadAsync(
        NpgsqlConnection open, bool isKept, long after, long last, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(PageSql, open);
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = last });
        command.Parameters.Add(new() { Value = checked((int)(last - after)) });
        if (isKept)
            await command.PrepareAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var page = new List<StoredEvent>(checked((int)(last - after)));
        var bytes = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            var stored = StoredEventRow.Read(reader);
            var expected = after + page.Count + 1;
            if (stored.Position != expected)
                return UpToGap(page, new(expected, stored.Position));
            page.Add(stored);
            bytes += stored.Data.Length + (stored.Headers?.Length ?? 0);
            if (bytes >= mostBytes)
                return page;
        }

        return after + page.Count == last ? page : UpToGap(page, new(after + page.Count + 1, null));
    }

    // What comes before a gap is still handed out; the next read meets the gap at once.
    private static List<StoredEvent> UpToGap(List<StoredEvent> page, LedgerGapException gap) =>
        page.Count > 0 ? page : throw gap;
}
