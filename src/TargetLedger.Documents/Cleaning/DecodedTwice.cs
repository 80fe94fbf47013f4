using System.Text;

namespace TargetLedger.Documents.Cleaning;

/// <summary>UTF-8 that some program took for another encoding: the bytes are all there, so what was meant can be read.</summary>
internal static class DecodedTwice
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Latin = Strict(1252);
    private static readonly Encoding Gbk = Strict(936);

    public static string? FromLatin(string text) => Read(text, Latin);

    /// <summary>
    /// Chinese taken for Chinese. Ordinary words hardly ever are valid UTF-8 when written in GBK; the whole run must be, but for
    /// a last character that lost its partner.
    /// </summary>
    public static string? FromGbk(string text) => Read(text, Gbk);

    private static string? Read(string text, Encoding takenFor)
    {
        try
        {
            var read = StrictUtf8.GetString(takenFor.GetBytes(text));
            return read.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? read : null;
        }
        catch (Exception e) when (e is EncoderFallbackException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding Strict(int codePage)
        => CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
