using System.Net;
using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Cleaning;

/// <summary>Markup that a copy of a web page left in its text.</summary>
internal static partial class StrayTags
{
    public static List<Splice> Find(string text)
    {
        if (!text.AsSpan().ContainsAny('<', '&'))
            return [];
        return [.. Markup().Matches(text).Select(m => new Splice(m.Index, m.Index + m.Length, Read(m.Value)))];
    }

    private static string Read(string markup)
        => markup[0] == '<' ? "" : WebUtility.HtmlDecode(markup) is { Length: > 0 } read && !char.IsControl(read[0]) ? read : "";

    [GeneratedRegex(
        "</?(?:p|br|hr|div|span|a|b|i|u|em|strong|font|img|table|tbody|thead|tr|td|th|ul|ol|li|h[1-6]|center|section|o:p|st1:[a-z]+|!--)(?:\\s[^<>]{0,300})?/?>"
        + "|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|lsquo|rsquo|middot|mdash|ndash|hellip|emsp|ensp|bull|times|permil|#\\d{2,5}|#x[0-9a-f]{2,4});",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Markup();
}
