using System.Collections.Concurrent;

namespace TargetLedger.Boards;

/// <summary>The statements of <c>Lights/Sql</c>, for the tables of one build.</summary>
internal static class LightSql
{
    private static readonly ConcurrentDictionary<(string Name, string Suffix), string> Statements = new();

    public static string Read(string name, string suffix) => Statements.GetOrAdd(
        (name, suffix),
        static key => Text(key.Name).Replace("{suffix}", key.Suffix, StringComparison.Ordinal));

    private static string Text(string name)
    {
        using var stream = typeof(LightSql).Assembly.GetManifestResourceStream($"Lights/Sql/{name}.sql")
            ?? throw new InvalidOperationException($"There is no statement {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
