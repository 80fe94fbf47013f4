using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace TargetLedger.EventStore;

/// <summary>One numbered script, and the hash by which a later change of it is noticed.</summary>
internal sealed record MigrationScript(int Version, string Name, string Sql, byte[] Sha256)
{
    private const string Folder = "Migrations/";

    public static IReadOnlyList<MigrationScript> All { get; } = ReadAll();

    private static MigrationScript[] ReadAll()
    {
        var scripts = typeof(MigrationScript).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .ToArray();
        for (var i = 0; i < scripts.Length; i++)
            if (scripts[i].Version != i + 1)
                throw new InvalidOperationException($"Migration {i + 1} is missing: found {scripts[i].Name}.");
        return scripts;
    }

    private static MigrationScript Read(string resource)
    {
        var sql = EmbeddedSql.Read(resource);
        var name = resource[Folder.Length..^".sql".Length];
        var version = int.Parse(name.AsSpan(0, name.IndexOf('_', StringComparison.Ordinal)), NumberStyles.None, CultureInfo.InvariantCulture);
        return new(version, name, sql, SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
    }
}

/// <summary>SQL lives in files of its own; they are carried in the assembly under their path in the project.</summary>
internal static class EmbeddedSql
{
    public static string Read(string path)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"No embedded file {path}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A checkout that turned line ends around must not look like a changed script.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
