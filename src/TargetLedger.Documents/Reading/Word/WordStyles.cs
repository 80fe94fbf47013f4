using System.Globalization;
using TargetLedger.Documents.Reading.Archives;

namespace TargetLedger.Documents.Reading.Word;

/// <summary>What paragraph styles say of numbers and headings, with what they inherit.</summary>
internal sealed class WordStyles
{
    /// <summary>Styles based on one another in a circle would never end.</summary>
    private const int MostAncestors = 20;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private string? _default;

    public static WordStyles Read(Package package, string mainPart)
    {
        var styles = new WordStyles();
        if (package.Related(mainPart, "styles") is not { } part)
            return styles;
        using var walk = package.Read(part)!;
        while (walk.Read())
        {
            if (walk.IsStartOf("style") && walk.Attribute("styleId") is { } id)
                styles.Add(walk, id);
        }

        return styles;
    }

    public ParagraphStyle Of(string? id)
    {
        var found = new ParagraphStyle(null, null, false);
        for (var depth = 0; depth < MostAncestors && (id ?? _default) is { } name && _styles.TryGetValue(name, out var style); depth++)
        {
            found = new(
                found.Number ?? (style.Number is { } number ? number with { Style = name } : null),
                found.OutlineLevel ?? style.OutlineLevel,
                found.IsContents || style.IsContents);
            if ((id = style.BasedOn) is null)
                break;
        }

        return found;
    }

    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Add(XmlWalk walk, string id)
    {
        if (walk.Attribute("default") is "1" or "true" && walk.Attribute("type") == "paragraph")
            _default = id;

        var style = new Style(null, null, null, false);
        foreach (var child in walk.Children())
        {
            style = child switch
            {
                "basedOn" => style with { BasedOn = walk.Attribute("val") },
                "name" => Named(style, walk.Attribute("val") ?? ""),
                "pPr" => ReadProperties(walk, style),
                _ => style,
            };
        }

        _styles[id] = style;
    }

    /// <summary>Word's own styles are known by their English names whatever language they are shown in.</summary>
    private static Style Named(Style style, string name)
    {
        if (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && Number(name[8..]) is { } level and >= 1)
            return style with { OutlineLevel = style.OutlineLevel ?? level - 1 };
        return style with { IsContents = name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) && Number(name[4..]) is not null };
    }

    private static Style ReadProperties(XmlWalk walk, Style style)
    {
        foreach (var child in walk.Children())
        {
            style = child switch
            {
                "outlineLvl" => style with { OutlineLevel = Number(walk.Attribute("val")) },
                "numPr" => style with { Number = NumberReference.Read(walk) },
                _ => style,
            };
        }

        return style;
    }

    private sealed record Style(string? BasedOn, NumberReference? Number, int? OutlineLevel, bool IsContents);
}

/// <param name="OutlineLevel">0 for the highest, 9 for body text.</param>
internal sealed record ParagraphStyle(NumberReference? Number, int? OutlineLevel, bool IsContents);

/// <param name="List">The id of a numbering instance; 0 takes an inherited number away.</param>
/// <param name="Style">The style it comes from, whose level may be told by the list.</param>
internal sealed record NumberReference(int List, int? Level, string? Style = null)
{
    /// <summary>The walk stands on &lt;w:numPr&gt;. Null where it names no list.</summary>
    public static NumberReference? Read(XmlWalk walk)
    {
        var (list, level) = ((int?)null, (int?)null);
        foreach (var child in walk.Children())
        {
            if (child == "numId")
                list = WordStyles.Number(walk.Attribute("val"));
            else if (child == "ilvl")
                level = WordStyles.Number(walk.Attribute("val"));
        }

        return list is { } id ? new(id, level) : null;
    }
}
