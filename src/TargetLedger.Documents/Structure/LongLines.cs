using System.Buffers;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>
/// Parts lines no office writes: a text that has lost its line ends, or was made to keep a reader busy. Much of reading a line looks back and
/// forth in it, so that a line of a million signs would take for ever and two hundred of five thousand take seconds.
/// </summary>
internal static class LongLines
{
    private const int Longest = 5_000;
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。;!?");
    private static readonly SearchValues<char> Pauses = SearchValues.Create(",、: ");

    public static SourceDocument Part(SourceDocument document) => document.Blocks.Any(IsLong)
        ? document with { Blocks = [.. document.Blocks.SelectMany(b => IsLong(b) ? Parts((SourceParagraph)b) : [b])] }
        : document;

    private static bool IsLong(SourceBlock block) => block is SourceParagraph { Clean.Text.Length: > Longest };

    private static IEnumerable<SourceBlock> Parts(SourceParagraph line)
    {
        for (var from = 0; from < line.Clean.Text.Length;)
        {
            var till = from + EndOf(line.Clean.Text.AsSpan(from));
            var part = line.Clean.Part(from, till);
            yield return new SourceParagraph(line.Clean.SourceStart(from), line.Clean.SourceEnd(till), part, line.HeadingLevel);
            from = till;
        }
    }

    /// <summary>Behind the last sentence that is whole; where there is none behind a pause, or in the middle of whatever it is.</summary>
    private static int EndOf(ReadOnlySpan<char> rest)
    {
        if (rest.Length <= Longest)
            return rest.Length;
        var piece = rest[..Longest];
        var end = piece.LastIndexOfAny(SentenceEnds);
        if (end < Longest / 2)
            end = Math.Max(end, piece.LastIndexOfAny(Pauses));
        if (end >= 0)
            return end + 1;
        return char.IsHighSurrogate(piece[^1]) ? Longest - 1 : Longest;
    }
}
