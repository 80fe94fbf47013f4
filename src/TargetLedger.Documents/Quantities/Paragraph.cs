namespace TargetLedger.Documents.Quantities;

/// <summary>A stretch between commas, or what stands in a bracket.</summary>
internal sealed record Clause(int Start, int End, int SentenceStart, int SentenceEnd, bool IsAside)
{
    /// <summary>The clause before it in the same sentence.</summary>
    public Clause? Previous { get; init; }

    /// <summary>Its figures as they are read, in order.</summary>
    public List<Figure> Figures { get; } = [];

    public bool Equals(Clause? other) => other is not null && Start == other.Start && End == other.End;

    public override int GetHashCode() => HashCode.Combine(Start, End);
}

/// <summary>A paragraph taken apart: one form of signs, sentences, clauses, times, figures.</summary>
internal sealed class Paragraph
{
    /// <summary>Stands for what is in brackets when a clause is looked at from outside.</summary>
    public const char Aside = '\u0001';

    private readonly int[] _depths;
    private readonly List<Clause> _outer;
    private readonly List<Clause> _asides;

    /// <param name="isReport">What it is part of tells of the past.</param>
    public Paragraph(string text, Days? plan, bool isReport = false)
    {
        Text = text;
        Form = Signs.OneForm(text);
        Plan = plan;
        Times = TimeWords.Find(Form, plan);
        var hidden = Hidden(Form, Times);
        Figures = QuantityScanner.Scan(Form, hidden);
        _depths = Depths(Form);
        Flat = string.Create(Form.Length, (Form, _depths), static (flat, state) =>
        {
            for (var i = 0; i < flat.Length; i++)
                flat[i] = state._depths[i] > 0 ? Aside : state.Form[i];
        });
        Sentences = SentencesOf(Form);
        Clauses = ClausesOf();
        (_outer, _asides) = (Clauses.FindAll(c => !c.IsAside), Clauses.FindAll(c => c.IsAside));
        Tenses = new(Form, _depths, Times, Sentences, isReport);
        Scopes = ScopeLabels.Of(Form);
    }

    public string Text { get; }

    public string Form { get; }

    /// <summary>The form with everything in brackets blanked out.</summary>
    public string Flat { get; }

    public Days? Plan { get; }

    public List<TimeWord> Times { get; }

    public List<Quantity> Figures { get; }

    public List<(int Start, int End)> Sentences { get; }

    public List<Clause> Clauses { get; }

    public TenseMarks Tenses { get; }

    /// <summary>Where it tells how large something is as a whole.</summary>
    public List<(int Start, int End)> Scopes { get; }

    public Clause? ClauseOf(int place)
    {
        var clauses = _depths[place] > 0 ? _asides : _outer;
        var at = Sorted.First(clauses, place + 1, static c => c.Start) - 1;
        return at >= 0 && place < clauses[at].End ? clauses[at] : null;
    }

    /// <summary>The next figure behind a place.</summary>
    public Quantity? FigureAfter(int place)
    {
        var at = Sorted.First(Figures, place + 1, static f => f.Start);
        return at < Figures.Count ? Figures[at] : null;
    }

    /// <summary>The times that begin from one place on and before another.</summary>
    public TimeWord[] TimesIn(int from, int till) => [.. Sorted.Within(Times, from, till, static t => t.Start)];

    /// <summary>The last figure that ends before a place.</summary>
    public Quantity? FigureBefore(int place)
    {
        var at = Sorted.First(Figures, place, static f => f.End) - 1;
        return at >= 0 ? Figures[at] : null;
    }

    /// <summary>The figures that begin from one place on and before another.</summary>
    public ReadOnlySpan<Quantity> FiguresIn(int from, int till) => Sorted.Within(Figures, from, till, static f => f.Start);

    public bool HasFigure(int from, int till, Func<Quantity, bool> holds)
    {
        foreach (var figure in FiguresIn(from, till))
        {
            if (holds(figure))
                return true;
        }

        return false;
    }

    /// <summary>The next clause of the same sentence, outside of brackets.</summary>
    public Clause? ClauseBehind(Clause clause)
    {
        var at = Sorted.First(_outer, clause.End, static c => c.Start);
        return at < _outer.Count && _outer[at].SentenceStart == clause.SentenceStart ? _outer[at] : null;
    }

    /// <summary>Whether a sign stands within a figure: 1,000.</summary>
    private bool IsInFigure(int place)
    {
        var at = Sorted.First(Figures, place, static f => f.Start) - 1;
        return at >= 0 && place < Figures[at].End;
    }

    /// <summary>The words the clause is looked at through: brackets blanked out, unless it is one itself.</summary>
    public string View(Clause clause) => clause.IsAside ? Form : Flat;

    private static bool[] Hidden(string form, List<TimeWord> times)
    {
        var hidden = new bool[form.Length];
        var (quote, title) = (-1, -1);
        for (var i = 0; i < form.Length; i++)
        {
            switch (form[i])
            {
                case '“': quote = i; break;
                case '”' when quote >= 0: Hide(quote, i + 1); quote = -1; break;
                case '《': title = title < 0 ? i : title; break;
                case '》' when title >= 0: Hide(title, i + 1); title = -1; break;
                case '"':
                    if (quote >= 0)
                    {
                        Hide(quote, i + 1);
                        quote = -1;
                    }
                    else
                    {
                        quote = i;
                    }

                    break;
                case '。' or '\n': (quote, title) = (-1, -1); break;
            }
        }

        foreach (var time in times)
            Hide(time.Start, time.End);
        return hidden;

        void Hide(int start, int end) => hidden.AsSpan(start, end - start).Fill(true);
    }

    private static int[] Depths(string form)
    {
        var depths = new int[form.Length];
        for (var (i, depth) = (0, 0); i < form.Length; i++)
        {
            if (form[i] == '(')
                depths[i] = ++depth;
            else if (form[i] == ')')
                depths[i] = depth > 0 ? depth-- : 0;
            else if (form[i] == '\n')
                depth = 0;
            else
                depths[i] = depth;
        }

        return depths;
    }

    private List<(int Start, int End)> SentencesOf(string form)
    {
        var sentences = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i <= form.Length; i++)
        {
            if (i < form.Length && !(Signs.IsSentenceEnd(form[i]) && _depths[i] == 0))
                continue;
            if (i > start)
                sentences.Add((start, i));
            start = i + 1;
        }

        return sentences;
    }

    private List<Clause> ClausesOf()
    {
        var clauses = new List<Clause>();
        foreach (var (start, end) in Sentences)
        {
            Clause? previous = null;
            var from = start;
            for (var i = start; i <= end; i++)
            {
                if (i < end && !(Form[i] is ',' or ':' && _depths[i] == 0 && !IsInFigure(i)))
                    continue;
                if (i > from)
                {
                    previous = new Clause(from, i, start, end, IsAside: false) { Previous = previous };
                    clauses.Add(previous);
                }

                from = i + 1;
            }

            AddAsides(start, end, clauses);
        }

        return clauses;
    }

    private void AddAsides(int start, int end, List<Clause> clauses)
    {
        for (var open = start; open < end; open++)
        {
            if (Form[open] != '(' || _depths[open] != 1)
                continue;
            var close = Math.Min(Signs.Closing(Form, open), end);
            Clause? previous = null;
            var from = open + 1;
            for (var i = from; i <= close; i++)
            {
                if (i < close && !(Form[i] is ',' or ':' or ';' or '。' && !IsInFigure(i)))
                    continue;
                if (i > from)
                {
                    previous = new Clause(from, i, start, end, IsAside: true) { Previous = previous };
                    clauses.Add(previous);
                }

                from = i + 1;
            }

            open = close;
        }
    }
}
