using Npgsql;

namespace TargetLedger.Boards;

/// <summary>What a batch of events changes in one table: rows that are no more as they were, and rows as they are now.</summary>
internal sealed class RowChanges<TRow>
    where TRow : IBoardRow<TRow>
{
    private readonly List<TRow> gone = [];
    private readonly List<TRow> written = [];

    /// <param name="before">The rows the table holds for one owner, in order.</param>
    /// <param name="after">The rows it is to hold.</param>
    public void Add(IReadOnlyList<TRow> before, IReadOnlyList<TRow> after)
    {
        for (var i = 0; i < Math.Max(before.Count, after.Count); i++)
        {
            if (i < before.Count && i < after.Count && EqualityComparer<TRow>.Default.Equals(before[i], after[i]))
                continue;
            if (i < before.Count)
                gone.Add(before[i]);
            if (i < after.Count)
                written.Add(after[i]);
        }
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
