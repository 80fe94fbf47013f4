using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace TargetLedger.Documents.Reading.Html;

/// <summary>What of a page is not the document: told by the element, its role, or the names its makers gave it.</summary>
internal static partial class HtmlNoise
{
    /// <summary>More text than this in one place is the document, whatever its makers call the place.</summary>
    private const int LongestNoise = 1_500;

    private const int LongestLink = 40;

    /// <summary>Not shown as text at all.</summary>
    public static bool IsNoText(IElement element)
        => element.LocalName is "script" or "style" or "noscript" or "template" or "iframe" or "object" or "embed" or "svg" or "canvas" or "audio" or "video"
                or "select" or "input" or "textarea" or "head" or "title" or "link" or "meta";

    /// <summary>Text that a browser does not show: left out, and listed.</summary>
    public static bool IsHidden(IElement element)
        => element.HasAttribute("hidden")
            || (element.GetAttribute("style") is { } style && Invisible().IsMatch(style));

    public static bool IsNoise(IElement element)
        => IsLinkList(element)
            || element.LocalName is "nav" or "footer" or "aside" or "button"
            || element.GetAttribute("role") is "navigation" or "contentinfo" or "search" or "complementary" or "banner"
            || ((IsNamedNoise(element.Id) || element.ClassList.Any(IsNamedNoise))
                && element.LocalName is not ("body" or "main" or "article")
                && element.QuerySelector("h1") is null
                && !HtmlText.Holds(element, LongestNoise));

    /// <summary>Several links and next to nothing else lead somewhere else. Annexes to a document are a few links with longer names.</summary>
    private static bool IsLinkList(IElement element)
    {
        if (element.LocalName is not ("ul" or "ol" or "dl" or "div" or "p") || element.ChildElementCount == 0)
            return false;

        var (linked, other, links) = (0, 0, 0);
        foreach (var node in element.GetDescendants())
        {
            if (node is IElement { LocalName: "a" })
                links++;
            else if (node is IText text)
                Count(text, ref linked, ref other);
            if (other > LongestNoise / 10 || linked > LongestNoise)
                return false;
        }

        return links >= 3 && other * 5 <= linked && linked / links <= LongestLink;
    }

    private static void Count(IText text, ref int linked, ref int other)
    {
        var characters = text.Data.AsSpan().Trim().Length;
        if (text.ParentElement?.Closest("a") is not null)
            linked += characters;
        else
            other += characters;
    }

    private static bool IsNamedNoise(string? name) => name is not null && NoiseName().IsMatch(name);

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Invisible();

    [GeneratedRegex(
        "^(?:(?:top|main|left|right|side|sub|foot|bottom|site|page|m)[-_]?)?(?:nav|navbar|header|logo|navigation|menu|breadcrumbs?|crumbs?|crumb[-_]?nav|position|location|dangqian|footer|foot|bottom|copyright"
        + "|sidebar|aside|share|bdshare|bdsharebuttonbox|toolbar|tools?|print|search|login|related|xgxx|recommend|prevnext|pager|pagination|qrcode|ewm|links?|friendlink|yqlj"
        + "|advert|ads?|banner)(?:[-_]?(?:box|bar|list|wrap|area|con|content|inner|left|right|top|main|\\d+))*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex NoiseName();
}
