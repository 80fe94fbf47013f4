using System.Buffers;
using System.Text;

namespace TargetLedger.Documents.Reading.Texts;

/// <summary>
/// Finds out how a text is encoded. A byte order mark says it, valid UTF-8 is UTF-8; else the candidates are tried and the
/// one whose characters are those of ordinary Chinese is taken. Bytes no candidate can read become U+FFFD, which cleaning
/// points out.
/// </summary>
internal static class TextDecoding
{
    /// <summary>Enough to tell encodings apart.</summary>
    private const int SampleBytes = 64 * 1024;

    /// <summary>Below this share of familiar characters nothing has been recognised.</summary>
    private const double LeastFamiliar = 0.2;

    private static readonly Encoding Utf8 = new UTF8Encoding(false);
    private static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false);
    private static readonly Encoding Gb18030 = Legacy("GB18030");
    private static readonly Encoding Big5 = Legacy("big5");

    /// <param name="declared">What the document itself says, as web pages do; believed where the bytes agree.</param>
    /// <param name="most">Characters; more is refused before it is decoded.</param>
    public static string Decode(ReadOnlyMemory<byte> bytes, string? declared = null, int most = ReadingLimits.MaxHtmlCharacters)
    {
        var (encoding, mark) = Marked(bytes.Span) ?? (Choose(bytes, declared), 0);
        var body = bytes.Span[mark..];
        if (encoding.GetCharCount(body) > most)
            throw Refusal.TooLong();
        return encoding.GetString(body).ReplaceLineEndings("\n");
    }

    private static (Encoding Encoding, int Mark)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, ..] => (Utf16, 2),
        [0xFE, 0xFF, ..] => (Utf16BigEndian, 2),
        [0x84, 0x31, 0x95, 0x33, ..] => (Gb18030, 4),
        _ => null,
    };

    private static Encoding Choose(ReadOnlyMemory<byte> bytes, string? declared)
    {
        var hasNul = bytes.Span.Contains((byte)0);
        if (!hasNul && System.Text.Unicode.Utf8.IsValid(bytes.Span))
            return Utf8;

        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)].Span;
        // A stray NUL is damage like any other; where there are many, ordinary signs take two bytes.
        var candidates = sample.Count((byte)0) * 20 > sample.Length ? [Utf16, Utf16BigEndian] : new[] { Utf8, Gb18030, Big5, Utf16, Utf16BigEndian };
        var (best, familiar) = (candidates[0], double.MinValue);
        foreach (var candidate in candidates)
        {
            // What the document declares wins where it is about as good: short texts can be read in more than one way.
            var share = Familiarity(candidate, sample) + (IsDeclared(candidate, declared) ? 0.1 : 0);
            if (share > familiar)
                (best, familiar) = (candidate, share);
        }

        return familiar >= LeastFamiliar ? best : throw Refusal.NotText();
    }

    /// <summary>The share of familiar characters among those that are not ASCII, less what cannot be read or is no text.</summary>
    private static double Familiarity(Encoding encoding, ReadOnlySpan<byte> sample)
    {
        var characters = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(sample.Length));
        try
        {
            var count = encoding.GetDecoder().GetChars(sample, characters, flush: false);
            var (ascii, other, familiar, unreadable) = (0, 0, 0, 0);
            foreach (var c in characters.AsSpan(0, count))
            {
                if (c == '\uFFFD' || char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f')) || c is >= '\uE000' and <= '\uF8FF')
                    unreadable++;
                else if (c < 0x80)
                    ascii++;
                else
                    (other, familiar) = (other + 1, familiar + (FamiliarCharacters.Contains(c) ? 1 : 0));
            }

            // Plain English in UTF-16 has nothing but ASCII, and is as sure as can be.
            var share = other == 0 ? (ascii > 0 ? 1 : 0) : (double)familiar / other;
            return share - 2.0 * unreadable / Math.Max(count, 1);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private static bool IsDeclared(Encoding candidate, string? declared) => declared?.ToLowerInvariant() switch
    {
        "utf-8" or "utf8" => candidate.Equals(Utf8),
        "gb2312" or "gbk" or "gb18030" => candidate.Equals(Gb18030),
        "big5" or "big5-hkscs" => candidate.Equals(Big5),
        _ => false,
    };

    /// <summary>Left to themselves code pages decode what they do not know to "?", which nobody could tell from a question.</summary>
    private static Encoding Legacy(string name)
        => CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;
}
