using TargetLedger.Domain.Drafting;

namespace TargetLedger.Documents.Confirming;

/// <summary>Cuts the sentence around a place out of a document's text, so that a reading can be seen beside what it was read from.</summary>
internal sealed class SourcePlaces
{
    private const int MostAround = 240;
    private const int MostWords = 2_000;
    private readonly string _text;
    private readonly int[] _starts;

    public SourcePlaces(string text)
    {
        _text = text;
        var starts = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1)
            starts.Add(i);
        starts.Add(text.Length);
        _starts = [.. starts];
    }

    /// <param name="start">In code points, as all places of a draft.</param>
    public SourcePlace At(int start, int end, string? cell)
    {
        start = Math.Clamp(start, 0, _starts.Length - 1);
        end = Math.Clamp(end, start, _starts.Length - 1);
        var first = start;
        while (first > 0 && start - first < MostAround && !Ends(first - 1))
            first--;
        var last = end;
        while (last < _starts.Length - 1 && last - end < MostAround && !Ends(last))
            last++;
        if (last < _starts.Length - 1 && IsSign(last))
            last++;
        return new(start, end, Words(first, start).TrimStart(), Words(start, Math.Min(end, start + MostWords)), Words(end, last).TrimEnd(), cell);
    }

    private bool Ends(int at) => _text[_starts[at]] is '\n' or '\t' or '\r' || IsSign(at);

    private bool IsSign(int at) => _text[_starts[at]] is '。' or '；' or ';' or '！' or '!' or '？' or '?';

    private string Words(int start, int end) => Storable.Text(_text[_starts[start].._starts[end]], int.MaxValue);
}
