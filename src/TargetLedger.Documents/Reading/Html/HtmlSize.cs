namespace TargetLedger.Documents.Reading.Html;

/// <summary>
/// A look at a page's source before it becomes a tree of objects: a tree costs far more memory than its source, and some
/// nestings take quadratic time.
/// </summary>
internal static class HtmlSize
{
    public static void Check(string source)
    {
        if (source.Length > ReadingLimits.MaxHtmlCharacters)
            throw Refusal.PageTooLarge();

        var (tags, depth, attributes, formats, repeated) = (0, 0, 0, 0, 0);
        for (var i = source.IndexOf('<', StringComparison.Ordinal); i >= 0; i = source.IndexOf('<', i + 1))
        {
            var name = NameAt(source, i + 1, out var isEnd);
            if (name.IsEmpty)
                continue;
            attributes += AttributesAt(source, i + 1);
            if (++tags > ReadingLimits.MaxHtmlTags || attributes > 4 * ReadingLimits.MaxHtmlTags)
                throw Refusal.PageTooLarge();

            // An open <b> or <font> is made anew in every block that begins before its end (13.2.4.3).
            if (IsFormat(name))
                formats = isEnd ? Math.Max(0, formats - 1) : formats + 1;
            else if (!isEnd && (repeated += formats) > 4 * ReadingLimits.MaxHtmlTags)
                throw Refusal.PageTooLarge();
            if (NeedsNoEnd(name))
                continue;
            depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > ReadingLimits.MaxHtmlDepth)
                throw Refusal.PageTooLarge();
        }
    }

    private static ReadOnlySpan<char> NameAt(string source, int start, out bool isEnd)
    {
        isEnd = start < source.Length && source[start] == '/';
        if (isEnd)
            start++;
        var end = start;
        while (end < source.Length && end - start < 16 && (char.IsAsciiLetterOrDigit(source[end]) || source[end] == ':'))
            end++;
        return source.AsSpan(start, end - start);
    }

    private static int AttributesAt(string source, int start)
    {
        var end = source.AsSpan(start).IndexOf('>');
        return (end < 0 ? source.AsSpan(start) : source.AsSpan(start, end)).Count('=');
    }

    /// <summary>Void elements, and those whose end another's start implies (HTML standard, 13.1.2.4).</summary>
    private static bool NeedsNoEnd(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[16];
        name.ToLowerInvariant(lower);
        return lower[..name.Length] is "br" or "img" or "input" or "meta" or "link" or "hr" or "col" or "wbr" or "area" or "base" or "embed" or "param"
            or "source" or "track" or "p" or "li" or "td" or "th" or "tr" or "dd" or "dt" or "option" or "tbody" or "thead" or "tfoot" or "html" or "head" or "body";
    }

    private static bool IsFormat(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[16];
        name.ToLowerInvariant(lower);
        return lower[..name.Length] is "a" or "b" or "big" or "code" or "em" or "font" or "i" or "nobr" or "s" or "small" or "strike" or "strong" or "tt" or "u";
    }
}
