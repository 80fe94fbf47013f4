using TargetLedger.Domain.Commitments;

namespace TargetLedger.Documents.Quantities;

/// <summary>
/// Reads the figures of a paragraph or a cell: first what stands there (numbers, units, bounds, times), then what each figure is
/// for, by its place in the clause – never by the words of one document.
/// </summary>
/// <param name="plan">The plan's period, against which 年底 and 去年 are read.</param>
/// <param name="isReport">The document tells of what was done: what does not look ahead is no target.</param>
internal sealed class MentionReader(Days? plan, bool isReport = false)
{
    public List<Mention> Read(string text)
    {
        var paragraph = new Paragraph(text, plan, isReport);
        var mentions = new List<Mention>();
        if (paragraph.Figures.Count == 0)
            return mentions;

        foreach (var clause in paragraph.Clauses)
            ReadClause(paragraph, clause, mentions);
        Distribution.ShareOut(paragraph, mentions);
        mentions.Sort((a, b) => a.Start.CompareTo(b.Start));
        return mentions;
    }

    private static void ReadClause(Paragraph paragraph, Clause clause, List<Mention> mentions)
    {
        var figures = new List<Quantity>();
        foreach (var one in paragraph.FiguresIn(clause.Start, clause.End))
        {
            if (paragraph.ClauseOf(one.Start) == clause)
                figures.Add(one);
        }

        ShareUnits(paragraph, clause, figures);
        Figure? previous = null;
        for (var i = 0; i < figures.Count; i++)
        {
            // A size or a condition belongs to the noun behind it, which the next figure counts: 投资1亿元以上的项目20个.
            var floor = previous is null ? clause.Start : previous.Kind == MentionKind.Target ? previous.AfterEnd : previous.End;
            var binding = BoundWords.Around(paragraph.Form, figures[i], floor);
            var next = i + 1 < figures.Count ? BoundWords.Around(paragraph.Form, figures[i + 1], figures[i].End).Start : clause.End;
            var figure = new Figure(paragraph, clause, figures[i], binding, floor, next, previous);
            var kind = Purpose.Of(figure);
            figure.Kind = kind;
            if (figures[i].Unit is not null || kind == MentionKind.Target)
                mentions.Add(figure.ToMention());
            previous = figure;
            clause.Figures.Add(figure);
        }
    }

    // 分别新建20、30所: the last one's unit is everyone's.
    private static void ShareUnits(Paragraph paragraph, Clause clause, List<Quantity> figures)
    {
        var isShared = paragraph.Form.AsSpan(clause.Start, clause.End - clause.Start).Contains("分别", StringComparison.Ordinal);
        for (var i = figures.Count - 2; i >= 0; i--)
        {
            var (end, next) = (figures[i].End, figures[i + 1].Start);
            // 3个和4个工作日: 个 begins the unit that only the last one spells out.
            var isBegun = figures[i].Unit?.Text == "个" && figures[i + 1].Unit is { Kind: not UnitClass.Count } whole && whole.Text.StartsWith('个');
            if ((isBegun || (isShared && figures[i].Unit is null)) && Figure.Connectors(paragraph.Form, end, next) == next - end)
                figures[i] = figures[i] with { Unit = figures[i + 1].Unit };
        }
    }
}
