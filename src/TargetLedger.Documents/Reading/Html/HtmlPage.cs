using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using TargetLedger.Documents.Reading.Texts;

namespace TargetLedger.Documents.Reading.Html;

/// <summary>
/// A web page: its blocks in reading order, scripts and styles left out, navigation and footers kept in the text and not
/// read on. Nothing it refers to is fetched, no script runs.
/// </summary>
internal static partial class HtmlPage
{
    /// <summary>Where a page says how it is encoded (HTML standard, 13.2.3.2).</summary>
    private const int PrologueBytes = 4096;

    public static Transcript Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
        => Read(TextDecoding.Decode(bytes, DeclaredEncoding(bytes.Span)), cancellation);

    public static Transcript Read(string source, CancellationToken cancellation)
    {
        HtmlSize.Check(source);
        using var document = new HtmlParser().ParseDocument(source);
        var blocks = new HtmlBlocks(cancellation);
        blocks.Read(document.Body ?? (INode)document);
        return blocks.Transcript;
    }

    private static string? DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        var prologue = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, PrologueBytes)]);
        return Charset().Match(prologue) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex("""charset\s*=\s*["']?(?<name>[A-Za-z0-9_-]+)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Charset();
}
