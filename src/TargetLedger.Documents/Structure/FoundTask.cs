using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>A task as it was found, before its figures are read.</summary>
internal sealed class FoundTask(string? number, string title, Piece titlePiece, IReadOnlyList<string> path)
{
    public string? Number { get; } = number;

    public string Title { get; } = title;

    public Piece TitlePiece { get; } = titlePiece;

    public IReadOnlyList<string> Path { get; } = path;

    /// <summary>Prose that tells what is to be done; who answers and by when is blanked out.</summary>
    public List<Piece> Prose { get; } = [];

    public List<AnsweringUnit> Units { get; } = [];

    /// <summary>As the document states it; null where only its prose may say.</summary>
    public Due? Due { get; set; }

    /// <summary>Words of a deadline that could not be read.</summary>
    public Piece? UnreadDeadline { get; set; }

    /// <summary>Figures of cells, already read.</summary>
    public List<(Piece Piece, Mention Mention)> Cells { get; } = [];

    /// <summary>The same task under another name.</summary>
    public FoundTask Named(string? number, string title, Piece titlePiece)
    {
        var named = new FoundTask(number, title, titlePiece, Path.Count > 0 && Path[^1] == title ? [.. Path.SkipLast(1)] : Path) { Due = Due, UnreadDeadline = UnreadDeadline };
        named.Prose.AddRange(Prose);
        named.Units.AddRange(Units);
        named.Cells.AddRange(Cells);
        return named;
    }

    public void Take(Piece piece, Days? plan)
    {
        var answers = piece.Answers;
        var text = piece.Text.ToCharArray();
        foreach (var answer in answers)
        {
            Add(answer.Units);
            if (answer.Deadline is { } stated)
                TakeDeadline(piece.Part(stated.Start..stated.End).Trimmed(), plan);
            // What answers is not what is to be done; a line end keeps the sentences before and behind it apart.
            text.AsSpan(answer.Start, answer.End - answer.Start).Fill('\n');
        }

        Prose.Add(answers.Count == 0 ? piece : piece.With(new string(text)));
    }

    /// <summary>Units named in another place: their groups go on from those named before.</summary>
    public void Add(IReadOnlyList<AnsweringUnit> units)
    {
        var group = Units.Count == 0 ? 0 : Units[^1].Group;
        Units.AddRange(units.Select(u => u with { Group = u.Group + group }));
    }

    public void TakeDeadline(Piece words, Days? plan)
    {
        if (words.Text.Trim() is "" or "-" or "/" or "—")
            return;
        Due ??= Deadlines.Stated(words.Form, plan);
        if (Due is null)
            UnreadDeadline = words;
    }
}
