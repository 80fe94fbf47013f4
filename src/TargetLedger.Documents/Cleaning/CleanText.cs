namespace TargetLedger.Documents.Cleaning;

/// <summary>Words after cleaning. Every place in them can be led back to the document's text.</summary>
public sealed class CleanText
{
    private readonly int _start;
    private readonly Edit[] _edits;

    /// <param name="start">Where the words begin in the document's text.</param>
    /// <param name="edits">The places where source and clean text differ in length, in order; the rest runs one to one.</param>
    internal CleanText(string text, int start, Edit[] edits) => (Text, _start, _edits) = (text, start, edits);

    /// <summary>The cleaned words.</summary>
    public string Text { get; }

    /// <summary>Words nothing was done to.</summary>
    public static CleanText Unchanged(string text, int start) => new(text, start, []);

    /// <summary>Where the unit at <paramref name="cleanStart"/> of <see cref="Text"/> begins in the document's text.</summary>
    public int SourceStart(int cleanStart)
    {
        if (Before(cleanStart) is not { } edit)
            return _start + cleanStart;
        return cleanStart < edit.CleanEnd ? edit.SourceStart : edit.SourceEnd + cleanStart - edit.CleanEnd;
    }

    /// <summary>Where the last unit before <paramref name="cleanEnd"/> of <see cref="Text"/> ends in the document's text.</summary>
    public int SourceEnd(int cleanEnd)
    {
        if (cleanEnd == 0)
            return _start;
        if (Before(cleanEnd - 1) is not { } edit)
            return _start + cleanEnd;
        return cleanEnd <= edit.CleanEnd ? edit.SourceEnd : edit.SourceEnd + cleanEnd - edit.CleanEnd;
    }

    /// <summary>The words from one place up to another.</summary>
    internal CleanText Part(int from, int till) => new(
        Text[from..till],
        SourceStart(from),
        [
            .. _edits
                .Where(e => e.CleanEnd > from && e.CleanStart < till)
                .Select(e => e with { CleanStart = Math.Max(e.CleanStart, from) - from, CleanEnd = e.CleanEnd - from }),
        ]);

    public override string ToString() => Text;

    /// <summary>The last edit that begins at or before a place of the clean text.</summary>
    private Edit? Before(int clean)
    {
        var (low, high) = (0, _edits.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_edits[middle].CleanStart <= clean)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? null : _edits[low - 1];
    }

    /// <summary>One stretch of source replaced by one of another length, either of which may be empty.</summary>
    internal readonly record struct Edit(int SourceStart, int SourceEnd, int CleanStart, int CleanEnd);
}
