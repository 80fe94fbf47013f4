using Npgsql;

namespace TargetLedger.Boards;

/// <summary>Puts rows into a table that holds nothing of their owners yet, by binary COPY.</summary>
internal static class RowCopy
{
    private const int SendFrom = 1 << 16;

    public static async Task WriteAsync<TRow>(
        NpgsqlConnection connection, string suffix, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : IBoardRow<TRow>
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync(BoardSql.Copy(TRow.Table, suffix), cancellationToken);
        var binary = new BinaryRows();
        binary.Begin();
        Action<int>[] columns = [.. TRow.Columns(rows).Select(c => Writer(binary, c))];
        for (var i = 0; i < rows.Count; i++)
        {
            binary.StartRow((short)columns.Length);
            foreach (var write in columns)
                write(i);
            if (binary.Written.Length < SendFrom)
                continue;
            await copy.WriteAsync(binary.Written, cancellationToken);
            binary.Clear();
        }

        binary.End();
        await copy.WriteAsync(binary.Written, cancellationToken);
    }

    private static Action<int> Writer(BinaryRows binary, Array column) => column switch
    {
        string?[] texts => i => binary.Add(texts[i]),
        int[] numbers => i => binary.Add(numbers[i]),
        int?[] numbers => i => binary.Add(numbers[i]),
        long[] numbers => i => binary.Add(numbers[i]),
        long?[] numbers => i => binary.Add(numbers[i]),
        decimal[] figures => i => binary.Add(figures[i]),
        decimal?[] figures => i => binary.Add(figures[i]),
        bool[] flags => i => binary.Add(flags[i]),
        Guid[] ids => i => binary.Add(ids[i]),
        DateOnly[] days => i => binary.Add(days[i]),
        DateOnly?[] days => i => binary.Add(days[i]),
        _ => throw new InvalidOperationException($"No column is written from {column.GetType().Name}."),
    };
}
