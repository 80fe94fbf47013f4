using AngleSharp.Dom;

namespace TargetLedger.Documents.Reading.Html;

/// <summary>White space as a browser shows it, and which elements stand on lines of their own.</summary>
internal static class HtmlText
{
    /// <summary>Line breaks and blanks of the source become one blank; none begins a line. Wide and no-break spaces stay.</summary>
    public static void Append(WordsBuilder line, string source)
    {
        var wordStart = -1;
        for (var i = 0; i <= source.Length; i++)
        {
            var isSpace = i == source.Length || source[i] is ' ' or '\n' or '\t' or '\r' or '\f';
            if (!isSpace)
            {
                if (wordStart < 0)
                    wordStart = i;
                continue;
            }

            if (wordStart >= 0)
                line.Append(source[wordStart..i]);
            wordStart = -1;
            if (i < source.Length && line.Length > 0 && !line.EndsInSpace)
                line.Append(' ');
        }
    }

    /// <summary>All of the text below, in one line; of very much only the beginning.</summary>
    public static string Of(INode node)
    {
        var words = new WordsBuilder();
        foreach (var text in node.GetDescendants().OfType<IText>().Where(t => t.ParentElement is not { } parent || !HtmlNoise.IsNoText(parent)))
        {
            Append(words, text.Data);
            if (words.Length > MostQuoted)
                return words.Take().Text[..MostQuoted] + "…";
        }

        return words.Take().Text.Trim();
    }

    private const int MostQuoted = 2_000;

    /// <summary>Whether there are at least so many characters that are not blank; counted no further.</summary>
    public static bool Holds(INode node, int characters)
    {
        foreach (var text in node.GetDescendants().OfType<IText>())
        {
            characters -= text.Data.AsSpan().Trim().Length;
            if (characters <= 0)
                return true;
        }

        return false;
    }

    public static bool IsBlock(string name) => name is "p" or "div" or "section" or "article" or "main" or "header" or "footer" or "nav" or "aside" or "ul"
        or "ol" or "li" or "dl" or "dt" or "dd" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "table" or "thead" or "tbody" or "tfoot" or "tr" or "td"
        or "th" or "caption" or "blockquote" or "pre" or "hr" or "form" or "fieldset" or "figure" or "figcaption" or "address" or "center" or "body" or "details"
        or "summary" or "ucapcontent" or "zoom" or "founder-content";
}
