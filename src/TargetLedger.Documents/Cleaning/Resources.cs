namespace TargetLedger.Documents.Cleaning;

/// <summary>The tables cleaning works by: text files of this assembly, a line a key, a tab, and its values, the likeliest first; "#" before remarks.</summary>
internal static class Resources
{
    public static IEnumerable<(string Key, string[] Values)> Pairs(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab <= 0 || line[0] == '#')
                continue;

            yield return (line[..tab], line[(tab + 1)..].Split(' '));
        }
    }
}
