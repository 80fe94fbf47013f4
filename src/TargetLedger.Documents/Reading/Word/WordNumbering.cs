using System.Text;
using TargetLedger.Documents.Reading.Archives;

namespace TargetLedger.Documents.Reading.Word;

/// <summary>
/// The numbers Word shows before paragraphs and does not store in them (ECMA-376 part 1, 17.9). They are counted as the
/// paragraphs come.
/// </summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, NumberList> _lists;
    private readonly Dictionary<int, Level[]> _definitions;
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<(int List, int Level)> _begun = [];

    private WordNumbering(Dictionary<int, NumberList> lists, Dictionary<int, Level[]> definitions) => (_lists, _definitions) = (lists, definitions);

    public static WordNumbering Read(Package package, string mainPart)
    {
        var (lists, definitions) = (new Dictionary<int, NumberList>(), new Dictionary<int, Level[]>());
        using var walk = package.Related(mainPart, "numbering") is { } part ? package.Read(part) : null;
        while (walk?.Read() == true)
        {
            if (walk.IsStartOf("abstractNum") && WordStyles.Number(walk.Attribute("abstractNumId")) is { } definition)
                definitions[definition] = ReadDefinition(walk);
            else if (walk.IsStartOf("num") && WordStyles.Number(walk.Attribute("numId")) is { } list)
                lists[list] = ReadList(walk);
        }

        return new(lists, definitions);
    }

    /// <summary>The label of the next paragraph of this list, with a blank after it where it could be taken for part of the words; null for none.</summary>
    public string? Next(NumberReference? reference)
    {
        if (reference is null || !_lists.TryGetValue(reference.List, out var list) || !_definitions.TryGetValue(list.Definition, out var levels))
            return null;

        var level = reference.Level ?? Math.Max(0, Array.FindIndex(levels, l => reference.Style is not null && l.Style == reference.Style));
        if (level >= Levels)
            return null;
        Level At(int i) => list.Overrides.GetValueOrDefault(i)?.Level ?? levels[i];

        var counters = Count(reference.List, list, level, At);
        if (At(level).Format is "bullet" or "none")
            return null;

        var label = Label(level, counters, At);
        return label.Length > 0 && (char.IsAsciiLetterOrDigit(label[^1]) || label[^1] == '.') ? label + " " : label;
    }

    private int?[] Count(int id, NumberList list, int level, Func<int, Level> at)
    {
        if (!_counters.TryGetValue(list.Definition, out var counters))
            _counters[list.Definition] = counters = new int?[Levels];

        for (var above = 0; above < level; above++)
            counters[above] ??= at(above).Start;
        var begins = _begun.Add((id, level));
        counters[level] = begins && list.Overrides.GetValueOrDefault(level)?.Start is { } start ? start : counters[level] + 1 ?? at(level).Start;
        for (var below = level + 1; below < Levels; below++)
        {
            // 17.9.10: a level begins again after any level above it, or only after the one it names; 0 stands for never.
            if (at(below).Restart is not { } restart || (restart > 0 && level < restart))
                counters[below] = null;
        }

        return counters;
    }

    private static string Label(int level, int?[] counters, Func<int, Level> at)
    {
        var label = new StringBuilder();
        var pattern = at(level).Pattern;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var counted = pattern[++i] - '1';
                label.Append(NumberFormats.Write(counters[counted] ?? at(counted).Start, at(level).IsDecimal ? "decimal" : at(counted).Format));
            }
            else
            {
                label.Append(pattern[i]);
            }
        }

        return label.ToString();
    }

    private static Level[] ReadDefinition(XmlWalk walk)
    {
        var levels = Enumerable.Repeat(new Level(1, "none", "", null, false, null), Levels).ToArray();
        foreach (var child in walk.Children())
        {
            if (child == "lvl" && WordStyles.Number(walk.Attribute("ilvl")) is { } i and < Levels)
                levels[i] = ReadLevel(walk);
        }

        return levels;
    }

    private static Level ReadLevel(XmlWalk walk)
    {
        var level = new Level(0, "decimal", "", null, false, null);
        foreach (var child in walk.Children())
        {
            level = child switch
            {
                "start" => level with { Start = WordStyles.Number(walk.Attribute("val")) ?? 0 },
                "numFmt" => level with { Format = walk.Attribute("val") ?? "decimal" },
                "lvlText" => level with { Pattern = walk.Attribute("val") ?? "" },
                "lvlRestart" => level with { Restart = WordStyles.Number(walk.Attribute("val")) },
                "isLgl" => level with { IsDecimal = walk.IsOn() },
                "pStyle" => level with { Style = walk.Attribute("val") },
                _ => level,
            };
        }

        return level;
    }

    private static NumberList ReadList(XmlWalk walk)
    {
        var (definition, overrides) = (-1, new Dictionary<int, Override>());
        foreach (var child in walk.Children())
        {
            if (child == "abstractNumId")
                definition = WordStyles.Number(walk.Attribute("val")) ?? -1;
            else if (child == "lvlOverride" && WordStyles.Number(walk.Attribute("ilvl")) is { } i and < Levels)
                overrides[i] = ReadOverride(walk);
        }

        return new(definition, overrides);
    }

    private static Override ReadOverride(XmlWalk walk)
    {
        var found = new Override(null, null);
        foreach (var child in walk.Children())
        {
            if (child == "startOverride")
                found = found with { Start = WordStyles.Number(walk.Attribute("val")) };
            else if (child == "lvl")
                found = found with { Level = ReadLevel(walk) };
        }

        return found;
    }

    private sealed record Level(int Start, string Format, string Pattern, int? Restart, bool IsDecimal, string? Style);

    private sealed record Override(int? Start, Level? Level);

    private sealed record NumberList(int Definition, Dictionary<int, Override> Overrides);
}
