using Npgsql;

namespace TargetLedger.Boards;

/// <summary>What a batch of events changes in one table: rows that are no more as they were, and rows as they are now.</summary>
internal sealed class RowChanges<TRow>
    where TRow : class, IBoardRow<TRow>
{
    private readonly List<TRow> gone = [];
    private readonly List<TRow> written = [];

    /// <param name="before">The rows the table holds for one owner, in order.</param>
    /// <param name="after">The rows it is to hold.</param>
    public void Add(IReadOnlyList<TRow> before, IReadOnlyList<TRow> after)
    {
        for (var i = 0; i < Math.Max(before.Count, after.Count); i++)
            Add(i < before.Count ? before[i] : null, i < after.Count ? after[i] : null);
    }

    /// <summary>One row, null where it is not.</summary>
    public void Add(TRow? before, TRow? after)
    {
        if (Equals(before, after))
            return;
        if (before is not null && (after is null || !TRow.Table.Replaces))
            gone.Add(before);
        if (after is not null)
            written.Add(after);
    }

    /// <summary>Copies the rows into a table that holds nothing of their owners.</summary>
    public async Task CopyAsync(NpgsqlConnection connection, string suffix, CancellationToken cancellationToken)
    {
        if (gone.Count > 0)
            throw new InvalidOperationException($"Rows of {TRow.Table.Name} would have to be replaced.");
        if (written.Count > 0)
            await RowCopy.WriteAsync(connection, suffix, written, cancellationToken);
    }

    /// <summary>Adds at most two statements, however many rows there are.</summary>
    public void AddTo(NpgsqlBatch batch, string suffix)
    {
        if (gone.Count > 0)
        {
            var delete = new NpgsqlBatchCommand(BoardSql.Delete(TRow.Table, suffix));
            delete.Parameters.Add(new() { Value = Column.Of(gone, r => r.Owner) });
            if (TRow.Table.Ordered)
                delete.Parameters.Add(new() { Value = Column.Of(gone, r => r.Ordinal) });
            batch.BatchCommands.Add(delete);
        }

        if (written.Count > 0)
        {
            var insert = new NpgsqlBatchCommand(BoardSql.Insert(TRow.Table, suffix));
            foreach (var column in TRow.Columns(written))
                insert.Parameters.Add(new() { Value = column });
            batch.BatchCommands.Add(insert);
        }
    }
}
