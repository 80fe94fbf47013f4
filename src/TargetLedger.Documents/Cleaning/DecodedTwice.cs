using System.Text;
using System.Text.Unicode;

namespace TargetLedger.Documents.Cleaning;

/// <summary>UTF-8 that some program took for another encoding: the bytes are all there, so what was meant can be read.</summary>
internal static class DecodedTwice
{
    private static readonly Encoding Latin = OrQuestionMark(1252);
    private static readonly Encoding Gbk = OrQuestionMark(936);

    public static string? FromLatin(string text) => Read(text, Latin);

    /// <summary>
    /// Chinese taken for Chinese. Ordinary words hardly ever are valid UTF-8 when written in GBK; the whole run must be, but for
    /// a last character that lost its partner.
    /// </summary>
    public static string? FromGbk(string text) => Read(text, Gbk) ?? Read(text[..^1], Gbk);

    private static string? Read(string text, Encoding takenFor)
    {
        var bytes = takenFor.GetBytes(text);
        if (bytes.AsSpan().Contains((byte)'?') || !Utf8.IsValid(bytes))
            return null;
        var read = Encoding.UTF8.GetString(bytes);
        return read.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? read : null;
    }

    /// <summary>Nearly every run of characters is sound and fails here, so failing has to be cheap: no exceptions.</summary>
    private static Encoding OrQuestionMark(int codePage)
        => CodePagesEncodingProvider.Instance.GetEncoding(codePage, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;
}
