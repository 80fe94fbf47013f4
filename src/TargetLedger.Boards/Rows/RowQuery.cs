using Npgsql;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>Reads rows of several tables in one round trip.</summary>
internal sealed class RowQuery(ReadSnapshot snapshot)
{
    private readonly List<(NpgsqlBatchCommand Command, Action<NpgsqlDataReader> Take)> parts = [];

    /// <summary>The list is filled by <see cref="ExecuteAsync"/>.</summary>
    public List<TRow> Add<TRow>(params NpgsqlParameter[] parameters)
        where TRow : IBoardRow<TRow>
    {
        var rows = new List<TRow>();
        var command = new NpgsqlBatchCommand(BoardSql.Select(TRow.Table, snapshot.Suffix));
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        parts.Add((command, reader => rows.Add(TRow.Read(reader))));
        return rows;
    }

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(snapshot.Connection);
        foreach (var (command, _) in parts)
            batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var (_, take) in parts)
        {
            while (await reader.ReadAsync(cancellationToken))
                take(reader);
            await reader.NextResultAsync(cancellationToken);
        }
    }
}
