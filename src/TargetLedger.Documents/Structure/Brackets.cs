namespace TargetLedger.Documents.Structure;

/// <summary>Which bracket a place of a text stands in, and where that closes; found in one pass for places that are asked for in order.</summary>
internal sealed class Brackets(string form)
{
    private readonly Stack<int> _open = new();
    private readonly Dictionary<int, int> _closing = [];
    private int _read;
    private int _matched;

    /// <summary>The innermost bracket that is open before a place, on its line; -1 where none is. Places are asked for in order.</summary>
    public int OpenAt(int place)
    {
        for (; _read < place; _read++)
        {
            if (form[_read] == '(')
                _open.Push(_read);
            else if (form[_read] == ')')
                _open.TryPop(out _);
            else if (form[_read] == '\n')
                _open.Clear();
        }

        return _open.TryPeek(out var open) ? open : -1;
    }

    /// <summary>As <see cref="Quantities.Signs.Closing"/>: the end of the text where it does not close.</summary>
    public int Closing(int open)
    {
        if (_matched == 0)
            Match();
        return _closing.GetValueOrDefault(open, form.Length);
    }

    private void Match()
    {
        var opened = new Stack<int>();
        for (; _matched < form.Length; _matched++)
        {
            if (form[_matched] == '(')
                opened.Push(_matched);
            else if (form[_matched] == ')' && opened.TryPop(out var open))
                _closing.Add(open, _matched);
        }
    }
}
