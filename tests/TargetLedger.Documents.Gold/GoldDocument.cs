using System.Globalization;
using System.Reflection;

namespace TargetLedger.Documents.Gold;

/// <summary>An invented document in a neutral form, and what a careful person reads in it.</summary>
/// <param name="Format">What it is rendered to before it is read: txt, gb18030, html, docx, xlsx.</param>
/// <param name="Lines">Paragraphs; lines that begin with "|" are rows of a table, "^" a cell merged upwards, "&lt;" to the left.</param>
public sealed record GoldDocument(string Name, bool IsHeldOut, string Format, IReadOnlyList<string> Lines, IReadOnlyList<GoldTask> Tasks, IReadOnlyList<GoldFigure> Past)
{
    /// <summary>All of the set: written with their lists before anything was tuned; the held-out half was not looked at while tuning.</summary>
    public static IReadOnlyList<GoldDocument> All { get; } = [.. Load()];

    private static IEnumerable<GoldDocument> Load()
    {
        var assembly = typeof(GoldDocument).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var text = Read(assembly, name);
            var (head, body) = (text[..text.IndexOf("---\n", StringComparison.Ordinal)], text[(text.IndexOf("---\n", StringComparison.Ordinal) + 4)..]);
            var gold = Read(assembly, Path.ChangeExtension(name, ".gold"));
            var (tasks, past) = GoldTask.Parse(gold);
            yield return new(
                Path.GetFileNameWithoutExtension(name.Replace('\\', '/')),
                name.StartsWith("HeldOut", StringComparison.Ordinal),
                head.Split(':', 2)[1].Trim(),
                body.TrimEnd('\n').Split('\n'),
                tasks,
                past);
        }
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

/// <param name="Units">Names with the role the document states, if any; null where nothing is compared.</param>
/// <param name="Due">A day, a recurrence, ongoing, "-" for none; null where nothing is compared.</param>
public sealed record GoldTask(string? Number, string Title, IReadOnlyList<(string Name, string? Role)>? Units, string? Due, IReadOnlyList<GoldFigure> Targets)
{
    internal static (List<GoldTask> Tasks, List<GoldFigure> Past) Parse(string text)
    {
        var tasks = new List<GoldTask>();
        var past = new List<GoldFigure>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = line.Contains(' ', StringComparison.Ordinal) ? line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim() : "";
            if (line.StartsWith("task ", StringComparison.Ordinal))
            {
                var parts = rest.Split(' ', 2);
                tasks.Add(new(parts[0] == "~" ? null : parts[0], parts[1], null, null, []));
            }
            else if (line.StartsWith("units:", StringComparison.Ordinal) && rest != "~")
            {
                var units = rest.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(u => u.Split('='));
                tasks[^1] = tasks[^1] with { Units = [.. units.Select(u => (u[0], u.Length > 1 ? u[1] : null))] };
            }
            else if (line.StartsWith("due:", StringComparison.Ordinal) && rest != "~")
                tasks[^1] = tasks[^1] with { Due = rest };
            else if (line.StartsWith("target", StringComparison.Ordinal))
                tasks[^1] = tasks[^1] with { Targets = [.. tasks[^1].Targets, GoldFigure.Parse(rest) with { IsOptional = line[6] == '?' }] };
            else if (line.StartsWith("past:", StringComparison.Ordinal))
                past.Add(GoldFigure.Parse("at_least " + rest));
        }

        return (tasks, past);
    }
}

/// <param name="IsOptional">Careful people differ: neither found nor missed counts.</param>
public sealed record GoldFigure(string Bound, decimal Value, decimal? Upper, string Unit, bool IsOptional = false)
{
    internal static GoldFigure Parse(string text)
    {
        var parts = text.Split(' ');
        return parts[0] == "range"
            ? new(parts[0], Number(parts[1]), Number(parts[2]), parts[3])
            : new(parts[0], Number(parts[1]), null, parts.Length > 2 ? parts[2] : "");
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
