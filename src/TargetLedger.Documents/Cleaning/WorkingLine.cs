using System.Text;

namespace TargetLedger.Documents.Cleaning;

/// <summary>A stretch of a line to be replaced, not empty; places count in the line as it is at that step.</summary>
internal readonly record struct Splice(int Start, int End, string Becomes);

/// <summary>
/// A line on its way through the steps of cleaning: each step sees what the last one made of it, and every place is known in
/// the document's text.
/// </summary>
internal sealed class WorkingLine
{
    private readonly string _source;
    private readonly int _start;
    private readonly DamageList _damages;
    private readonly List<Change> _changes;

    /// <summary>Where each unit begins and ends in the document's text; null as long as the line runs one to one.</summary>
    private (int[] Starts, int[] Ends)? _places;

    /// <param name="damages">No step touches what cannot be read.</param>
    /// <param name="changes">Takes what the steps do.</param>
    public WorkingLine(string source, int start, int end, DamageList damages, List<Change> changes)
    {
        (_source, _start, _damages, _changes) = (source, start, damages, changes);
        Text = source[start..end];
    }

    public string Text { get; private set; }

    /// <summary>Replaces, and lists it under its kind; what only follows from the layout goes without.</summary>
    public void Apply(List<Splice> splices, ChangeKind? kind)
    {
        splices.RemoveAll(s => _damages.Touch(SourceStart(s.Start), SourceEnd(s.End - 1)));
        if (splices.Count == 0)
            return;

        var text = new StringBuilder(Text.Length);
        var capacity = Text.Length + splices.Sum(s => s.Becomes.Length);
        var (starts, ends) = (new int[capacity], new int[capacity]);
        var copied = 0;
        foreach (var splice in splices)
        {
            for (; copied < splice.Start; copied++)
                Write(Text[copied], SourceStart(copied), SourceEnd(copied));

            // Of one length, unit answers to unit: the place of 万 in a converted phrase stays exact.
            var isOneToOne = splice.Becomes.Length == splice.End - splice.Start;
            for (var i = 0; i < splice.Becomes.Length; i++)
            {
                Write(
                    splice.Becomes[i],
                    SourceStart(isOneToOne ? splice.Start + i : splice.Start),
                    SourceEnd(isOneToOne ? splice.Start + i : splice.End - 1));
            }

            copied = splice.End;
            if (kind is { } listed)
                List(listed, SourceStart(splice.Start), SourceEnd(splice.End - 1), splice.Becomes);
        }

        for (; copied < Text.Length; copied++)
            Write(Text[copied], SourceStart(copied), SourceEnd(copied));
        (Text, _places) = (text.ToString(), (starts, ends));

        void Write(char c, int start, int end)
        {
            (starts[text.Length], ends[text.Length]) = (start, end);
            text.Append(c);
        }
    }

    public CleanText Done()
    {
        if (_places is not { } places)
            return CleanText.Unchanged(Text, _start);

        var edits = new List<CleanText.Edit>();
        var source = _start;
        for (var i = 0; i < Text.Length;)
        {
            var (start, end, next) = (places.Starts[i], places.Ends[i], i + 1);
            while (next < Text.Length && places.Starts[next] == start)
                next++;
            if (start > source)
                edits.Add(new(source, start, i, i));
            if (end - start != next - i)
                edits.Add(new(start, end, i, next));
            (source, i) = (end, next);
        }

        return new(Text, _start, [.. edits]);
    }

    private int SourceStart(int i) => _places is { } places ? places.Starts[i] : _start + i;

    private int SourceEnd(int i) => _places is { } places ? places.Ends[i] : _start + i + 1;

    /// <summary>Neighbours of one kind are one change.</summary>
    private void List(ChangeKind kind, int start, int end, string becomes)
    {
        if (_changes.Count > 0 && _changes[^1] is { } last && last.Kind == kind && last.End == start && last.Was.Length < 200)
            _changes[^1] = last with { End = end, Was = _source[last.Start..end], Became = last.Became + becomes };
        else
            _changes.Add(new(kind, start, end, _source[start..end], becomes));
    }
}
