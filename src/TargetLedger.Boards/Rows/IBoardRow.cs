using Npgsql;

namespace TargetLedger.Boards;

/// <summary>A row of one of the boards' tables. Rows are compared by value, so that only those that changed are written.</summary>
internal interface IBoardRow<TSelf>
    where TSelf : IBoardRow<TSelf>
{
    static abstract BoardTable Table { get; }

    /// <summary>The key of the aggregate it belongs to.</summary>
    string Owner { get; }

    /// <summary>Its place among the rows of one owner, from 0 on without gaps; 0 where an owner has one row.</summary>
    int Ordinal { get; }

    /// <summary>The rows column by column, in the order of the table and of the insert statement.</summary>
    static abstract Array[] Columns(IReadOnlyList<TSelf> rows);

    /// <summary>Reads the columns in the order of the select statement.</summary>
    static abstract TSelf Read(NpgsqlDataReader row);
}

/// <param name="Owner">The column that holds the aggregate's key.</param>
/// <param name="Ordered">An owner has several rows, told apart by the column <c>ordinal</c>.</param>
/// <param name="Replaces">Its insert puts a row in the place of the one with the same key: for tables whose rows change often.</param>
internal sealed record BoardTable(string Name, string Owner, bool Ordered, bool Replaces = false);

internal static class Column
{
    public static Array Of<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> value)
    {
        var column = new T[rows.Count];
        for (var i = 0; i < column.Length; i++)
            column[i] = value(rows[i]);
        return column;
    }

    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static T? OrNull<T>(this NpgsqlDataReader row, int column)
        where T : struct
        => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);
}
