using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>An item of a document with everything below it; the root holds what stands before the first number.</summary>
internal sealed class OutlineItem(Numbering? number, Piece? head, OutlineItem? parent)
{
    // Asked again and again once the tree is whole.
    private string? _title;
    private bool? _answers;
    private bool? _answersSomewhere;
    private int? _answeringChildren;
    private bool? _isDeep;

    public Numbering? Number { get; } = number;

    /// <summary>The rest of the numbered line.</summary>
    public Piece? Head { get; } = head;

    public OutlineItem? Parent { get; } = parent;

    /// <summary>Paragraphs behind it that bear no number.</summary>
    public List<Piece> Body { get; } = [];

    public List<OutlineItem> Children { get; } = [];

    public List<SourceTable> Tables { get; } = [];

    /// <summary>It begins within the paragraph of the item before it.</summary>
    public bool IsInline { get; init; }

    /// <summary>It says itself who answers.</summary>
    public bool Answers => _answers ??= Own.Any(p => p.Answers.Any(a => a.Units.Count > 0));

    /// <summary>It, or something below it, says who answers.</summary>
    public bool AnswersSomewhere => _answersSomewhere ??= Answers || Children.Exists(c => c.AnswersSomewhere);

    /// <summary>How many of its children say themselves who answers.</summary>
    public int AnsweringChildren => _answeringChildren ??= Children.Count(c => c.Answers);

    /// <summary>Some of its children have children.</summary>
    public bool IsDeep => _isDeep ??= Children.Exists(c => c.Children.Count > 0);

    public IEnumerable<Piece> Own => Head is null ? Body : Body.Prepend(Head);

    public IEnumerable<Piece> Whole => Own.Concat(Children.SelectMany(c => c.Whole));

    /// <summary>The first sentence of the numbered line, as people call the item.</summary>
    public string Title => _title ??= Head is null ? "" : Titles.Of(Head);

    public IEnumerable<OutlineItem> Ancestors
    {
        get
        {
            for (var item = Parent; item is not null; item = item.Parent)
                yield return item;
        }
    }
}

/// <summary>Builds the tree of a document's items from their numbers alone: a kind of number not yet open goes below the last item.</summary>
internal static partial class Outline
{
    private const int LongestPiece = 4_000;

    public static OutlineItem Of(IEnumerable<SourceBlock> blocks)
    {
        var root = new OutlineItem(null, null, null);
        var current = root;
        foreach (var block in blocks)
        {
            if (block is SourceTable table)
            {
                current.Tables.Add(table);
                continue;
            }

            var paragraph = (SourceParagraph)block;
            var isInline = false;
            foreach (var piece in Pieces(paragraph))
            {
                current = Place(current, piece, isInline);
                isInline = true;
            }
        }

        return root;
    }

    private static OutlineItem Place(OutlineItem current, Piece piece, bool isInline)
    {
        var number = Numbering.Read(piece.Form);
        if (number is null && NameLabel().Match(piece.Form) is { Success: true } label)
            number = new(NumberingKind.Named, "", 0, label.Length);
        number ??= Numbering.ReadBare(piece.Form, current.Number);
        // Below a numbered item it is a part of what the item says.
        if (number is null && !isInline && current.Ancestors.Prepend(current).All(i => i.Number is null or { Kind: NumberingKind.Named, Value: > 0 }))
            number = Numbering.ReadOrdinal(piece.Form, current.Number);
        if (number is null && piece.HeadingLevel is { } level && piece.Text.Length <= 60)
            number = new(NumberingKind.Heading, "", level, 0);
        if (number is not { } numbered)
        {
            current.Body.AddRange(AnsweredSentences.Of(piece));
            return current;
        }

        var parent = Above(current, numbered);
        var (head, below) = Parts(piece.Part(numbered.Length..));
        var item = new OutlineItem(numbered, head, parent) { IsInline = isInline };
        item.Body.AddRange(below);
        parent.Children.Add(item);
        return item;
    }

    // (一)扩大需求。实施项目215个。(市发展改革委)举办活动150场。(市商务局) is a heading with two tasks below.
    private static (Piece Head, IReadOnlyList<Piece> Below) Parts(Piece line)
    {
        if (!HeadedParagraphs.IsHeaded(line) || AnsweredSentences.Of(line).Count == 1)
            return (line, []);
        var end = line.Form.IndexOf('。', StringComparison.Ordinal) + 1;
        return (line.Part(..end), AnsweredSentences.Of(line.Part(end..).Trimmed()));
    }

    // 【项目名称】城东学校: forms one below the other, each of which begins with its name.
    [GeneratedRegex(@"^(\((项目|任务|事项|实事|工程|行动)名称\):?|(项目|任务|事项|实事|工程|行动)名称:)\s*(?=[^\s。;]{2,40}$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex NameLabel();

    // The nearest open item of the same kind closes; a new kind opens below.
    private static OutlineItem Above(OutlineItem current, Numbering number)
    {
        for (var item = current; item.Parent is not null; item = item.Parent)
        {
            if (item.Number is { } open && IsSame(open, number))
                return item.Parent;
        }

        // Chapters never stand below articles, nor headings of a style below numbers.
        var above = current;
        while (above.Parent is not null && Rank(above.Number!.Value) >= Rank(number) && Rank(number) < 3)
            above = above.Parent;
        return above;
    }

    private static bool IsSame(Numbering open, Numbering number)
        => open.Kind == number.Kind
            && (open.Kind != NumberingKind.Heading || open.Value == number.Value)
            && (open.Kind != NumberingKind.Dotted || open.Label.Count(c => c == '.') == number.Label.Count(c => c == '.'));

    private static int Rank(Numbering number) => number.Kind switch
    {
        NumberingKind.Part => 0,
        NumberingKind.Chapter => 1,
        NumberingKind.Division => 2,
        _ => 3,
    };

    // 1.…。2.…。 in one paragraph: pasted text has lost its line ends.
    private static IEnumerable<Piece> Pieces(SourceParagraph paragraph)
    {
        var whole = new Piece(paragraph.Clean, 0, paragraph.Clean.Text, null, paragraph.HeadingLevel).Trimmed();
        if (whole.Text.Length == 0)
            yield break;

        foreach (var piece in Items(whole))
        {
            foreach (var part in Cut(piece))
                yield return part;
        }
    }

    // Nobody writes paragraphs of thousands of sentences; what comes as one is read in parts.
    private static IEnumerable<Piece> Cut(Piece piece)
    {
        var start = 0;
        while (piece.Text.Length - start > LongestPiece)
        {
            var end = piece.Form.AsSpan(start, LongestPiece).LastIndexOfAny('。', ';', '\n') + 1;
            if (end < LongestPiece / 2)
                end = char.IsHighSurrogate(piece.Text[start + LongestPiece - 1]) ? LongestPiece - 1 : LongestPiece;
            yield return piece.Part(start..(start + end));
            start += end;
        }

        yield return start == 0 ? piece : piece.Part(start..);
    }

    private static IEnumerable<Piece> Items(Piece whole)
    {
        var start = 0;
        for (var at = 1; at < whole.Form.Length; at++)
        {
            if (whole.Form[at - 1] is not ('。' or ';' or ')' or '\n' or ':') || !IsInlineNumber(whole.Form, at))
                continue;
            yield return whole.Part(start..at).Trimmed();
            start = at;
        }

        yield return start == 0 ? whole : whole.Part(start..).Trimmed();
    }

    private static bool IsInlineNumber(string form, int at)
    {
        while (at < form.Length && form[at] == ' ')
            at++;
        // Only a number that can be the next of its row, and a number that says so itself.
        if (at >= form.Length || !(form[at] == '(' || Numeral.IsStart(form[at])) || Numbering.Read(form[at..Math.Min(form.Length, at + 12)]) is not { } number)
            return false;
        if (number.Kind is not (NumberingKind.Digit or NumberingKind.Han or NumberingKind.HanBracket or NumberingKind.DigitBracket) || form[at + number.Length - 1] == ' ')
            return false;
        if (number.Value == 1)
            return form[at - 1] is '。' or ':' or ' ';
        // Some earlier piece of the paragraph must have begun with the number before it.
        for (var i = at - 1; i >= Math.Max(0, at - LongestPiece); i--)
        {
            if ((i == 0 || form[i - 1] is '。' or ';' or ')' or ' ' or '\n' or ':') && Numbering.Read(form[i..Math.Min(form.Length, i + 12)]) is { } earlier
                && earlier.Kind == number.Kind)
                return earlier.Value == number.Value - 1;
        }

        return false;
    }
}

internal static class Titles
{
    private const int Longest = 60;

    /// <summary>The first sentence, or, where that is long, its first clause; without what stands in a bracket behind it.</summary>
    public static string Of(Piece piece)
    {
        var form = piece.Form;
        var end = form.AsSpan().IndexOfAny("。;!?\n");
        if (end < 0)
            end = form.Length;
        var from = 0;
        if (piece.Answers is [var answer, ..] && answer.Start < end)
        {
            // 由县水利局牵头,9月底前建成泵站: who answers opens the sentence, and is no title alone.
            if (answer.Start == 0 && answer.End < end)
                from = answer.End + 1;
            else
                end = answer.Start;
        }

        if (end > Longest)
        {
            var comma = from + form.AsSpan(from, end - from).IndexOfAny(',', ':');
            end = comma > from + 3 ? comma : char.IsHighSurrogate(piece.Text[Longest - 1]) ? Longest - 1 : Longest;
        }
        else if (form.AsSpan(0, end).IndexOf(':') is > 3 and var colon && end - colon > 12)
        {
            end = colon;
        }

        return piece.Text[..end].TrimEnd(' ', ',', ',', ':', ':', '(', '(', '。');
    }
}
