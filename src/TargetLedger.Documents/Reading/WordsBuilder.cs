using System.Text;
using TargetLedger.Documents.Cleaning;

namespace TargetLedger.Documents.Reading;

/// <summary>Collects the words of a paragraph or cell, and what was left out of them or is to be pointed out.</summary>
internal sealed class WordsBuilder
{
    private const int LongestJoined = 2_000;

    private readonly StringBuilder _text = new();
    private readonly List<Change> _changes = [];
    private int _leftOut;

    public int Length => _text.Length;

    public bool EndsInSpace => _text.Length > 0 && _text[^1] is ' ' or '\n';

    public void Append(string? text)
    {
        _text.Append(text);
        if (_text.Length > ReadingLimits.MaxCharacters)
            throw Refusal.TooLong();
    }

    public void Append(char character) => _text.Append(character);

    /// <summary>Words that do not stay in the text.</summary>
    public void LeaveOut(ChangeKind kind, string words)
    {
        if (words.Length == 0)
            return;
        if ((_leftOut += words.Length) > ReadingLimits.MaxCharacters)
            throw Refusal.TooLong();

        // Word parts one deletion into many runs; it is one change to whoever reads of it.
        if (kind == ChangeKind.Deleted && Last(kind) is { } last && last.Start == _text.Length)
            _changes[^1] = last with { Was = last.Was + words };
        else
            _changes.Add(new(kind, _text.Length, _text.Length, words, ""));
    }

    /// <summary>Words from <paramref name="start"/> on that stay, and are pointed out.</summary>
    public void PointOut(ChangeKind kind, int start)
    {
        if (start < _text.Length)
            Add(kind, start, _text.ToString(start, _text.Length - start));
    }

    /// <summary>The words so far; the builder starts again.</summary>
    public Words Take()
    {
        var words = new Words(_text.ToString(), [.. _changes]);
        _text.Clear();
        _changes.Clear();
        _leftOut = 0;
        return words;
    }

    public void Append(Words words)
    {
        var start = _text.Length;
        Append(words.Text);
        _changes.AddRange(words.Changes.Select(c => c with { Start = c.Start + start, End = c.End + start }));
    }

    private void Add(ChangeKind kind, int start, string words)
    {
        if (Last(kind) is { } last && last.End == start && last.Start < start)
            _changes[^1] = last with { End = _text.Length, Was = last.Was + words, Became = last.Became + words };
        else
            _changes.Add(new(kind, start, _text.Length, words, words));
    }

    /// <summary>The last change, where more words of its kind may be added to it: not to one that is long already.</summary>
    private Change? Last(ChangeKind kind)
        => _changes.Count > 0 && _changes[^1] is { } last && last.Kind == kind && last.Was.Length < LongestJoined ? last : null;
}
