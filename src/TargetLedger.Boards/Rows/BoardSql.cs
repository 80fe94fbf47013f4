using System.Collections.Concurrent;

namespace TargetLedger.Boards;

/// <summary>The statements of <c>Rows/Sql</c>, for the tables of one build.</summary>
internal static class BoardSql
{
    private static readonly ConcurrentDictionary<(string Name, string Suffix), string> Statements = new();

    public static string Read(string name, string suffix) => Statements.GetOrAdd(
        (name, suffix),
        static key => Text(key.Name).Replace("{suffix}", key.Suffix, StringComparison.Ordinal));

    public static string Insert(BoardTable table, string suffix) => Read($"{table.Name}.insert", suffix);

    public static string Select(BoardTable table, string suffix) => Read($"{table.Name}.select", suffix);

    public static string Copy(BoardTable table, string suffix)
        => Read("copy_rows", suffix).Replace("{table}", table.Name, StringComparison.Ordinal);

    public static string Delete(BoardTable table, string suffix) => Read(table.Ordered ? "delete_rows" : "delete_heads", suffix)
        .Replace("{table}", table.Name, StringComparison.Ordinal)
        .Replace("{owner}", table.Owner, StringComparison.Ordinal);

    private static string Text(string name)
    {
        using var stream = typeof(BoardSql).Assembly.GetManifestResourceStream($"Rows/Sql/{name}.sql")
            ?? throw new InvalidOperationException($"There is no statement {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
