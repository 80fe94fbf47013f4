namespace TargetLedger.Documents.Cleaning;

/// <summary>The tables cleaning works by: text files of this assembly, a key, a tab and a value a line, "#" before remarks.</summary>
internal static class Resources
{
    public static IEnumerable<(string Key, string Value)> Pairs(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab <= 0 || line[0] == '#')
                continue;

            // OpenCC writes several candidates, the most likely first.
            var value = line[(tab + 1)..];
            var blank = value.IndexOf(' ', StringComparison.Ordinal);
            yield return (line[..tab], blank < 0 ? value : value[..blank]);
        }
    }
}
