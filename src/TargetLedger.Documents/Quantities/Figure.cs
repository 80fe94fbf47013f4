using TargetLedger.Domain.Commitments;

namespace TargetLedger.Documents.Quantities;

/// <summary>A quantity in its clause: what stands before and behind it, and what binds it.</summary>
internal sealed class Figure
{
    private static readonly string[] ChangeVerbs = ["压减", "减少", "降低", "压缩", "缩减", "削减", "缩短", "提高", "增加", "压降"];

    public Figure(Paragraph paragraph, Clause clause, Quantity quantity, Binding binding, int floor, int next, Figure? previous)
    {
        (Paragraph, Clause, Quantity, Own, Floor, Previous) = (paragraph, clause, quantity, binding, floor, previous);
        View = paragraph.View(clause);
        (AfterStart, AfterEnd) = After(next);
        IsJoined = previous is not null && Connectors(View, floor, binding.Start) == binding.Start - floor;
        Binding = IsJoined && binding is { Before: null, Change: null } && previous!.Behind.IsEmpty && (quantity.Unit is null || previous.Unit is null || previous.Unit.Text == quantity.Unit.Text) ? Inherited(binding, previous) : binding;
    }

    public Paragraph Paragraph { get; }

    public Clause Clause { get; }

    public Quantity Quantity { get; }

    /// <summary>What binds it: its own words, or those of the figure it is joined to (增长5%、6%).</summary>
    public Binding Binding { get; }

    /// <summary>The clause as looked at: brackets blanked out.</summary>
    public string View { get; }

    /// <summary>Where what belongs to it begins: the clause, or the end of the figure before.</summary>
    public int Floor { get; }

    public Figure? Previous { get; }

    /// <summary>Nothing but 、 or 和 stands between it and the figure before.</summary>
    public bool IsJoined { get; }

    public int AfterStart { get; }

    public int AfterEnd { get; }

    public MentionKind Kind { get; set; }

    public double Confidence { get; set; } = 0.9;

    /// <summary>It tells how much of something there is.</summary>
    public bool IsStock { get; set; }

    public UnitWord? Unit => Quantity.Unit;

    public int Start => Own.Start;

    public int End => Own.End;

    /// <summary>What stands before it in its part of the clause.</summary>
    public ReadOnlySpan<char> Before => View.AsSpan(Floor, Own.Start - Floor);

    public ReadOnlySpan<char> Behind => View.AsSpan(AfterStart, AfterEnd - AfterStart);

    public UnitClass UnitClass => Unit?.Kind ?? UnitClass.Count;

    private Binding Own { get; }

    public Mention ToMention()
    {
        var bound = BoundOf();
        var value = Quantity.Value;
        // 增长1倍 is twice, like 翻一番; 提高到2倍 says so itself.
        if (bound == Bound.Growth && UnitClass == UnitClass.Times && Paragraph.Form[Quantity.Start] != '翻')
            value++;
        return new(
            Kind,
            Own.Start,
            Own.End,
            Measures.Of(this),
            Plain(value),
            Quantity.Upper is { } upper ? Plain(upper) : null,
            bound,
            (Binding.Change == -1 && !IsRevised) || (bound == Bound.Growth && IsChangeOf && "压减降缩削".Contains(Measures.Subject(this)[0])) || bound == Bound.AtMost || (bound == Bound.Approx && Binding.Before == Bound.AtMost),
            Unit?.Text ?? "",
            IsAspirational(),
            [],
            IsOpen: false,
            PeriodOf(),
            Confidence);
    }

    /// <summary>12000, not 12000.0.</summary>
    public static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private Bound BoundOf()
    {
        if (Quantity.Upper is not null)
            return Bound.Range;
        if (Binding.Change is 1 or -1 && !Binding.IsAbsolute && UnitClass is UnitClass.Share or UnitClass.Points or UnitClass.Times)
            return Bound.Growth;
        // 增速高于平均水平1个百分点: points that nothing binds are a distance.
        if (UnitClass == UnitClass.Points && Binding is { Before: null, Change: null })
            return Bound.Growth;
        if (Paragraph.Form[Quantity.Start] == '翻' || IsChangedBy || IsChangeOf)
            return Bound.Growth;
        if (Binding.After is { } after && !(after == Bound.AtLeast && Binding.Before == Bound.MoreThan))
            return after;
        if (Quantity.IsVague)
            return Bound.MoreThan;
        if (Binding.Before is { } before)
            return before;
        if (Quantity.Value == 0)
            return Bound.Exactly;
        return Binding is { Change: -1, IsAbsolute: true } && !IsRevised ? Bound.AtMost : Bound.AtLeast;
    }

    // 办理周期缩短10天, 事故比上年减少20起: by how much something changes. 减少审批事项20项 is something done.
    private bool IsChangedBy
    {
        get
        {
            if (Own is not { Change: 1 or -1, IsAbsolute: false } || !Behind.Trim([' ', Paragraph.Aside]).IsEmpty)
                return false;
            // 公园提升5座, 校舍扩容20间 are works, not changes of a level.
            if (UnitClass is UnitClass.Count or UnitClass.Size && Paragraph.Form.AsSpan(Own.Start, Quantity.Start - Own.Start) is var words && words.IndexOfAny("提扩拓改升优") >= 0 && !words.StartsWith("提高", StringComparison.Ordinal) && !Unit!.Text.Contains('/'))
                return false;
            if (Before.Contains("同比", StringComparison.Ordinal) || Paragraph.TimesIn(Floor + 1, Own.Start).Any(t => t.End <= Own.Start && Paragraph.Form[t.Start - 1] is '比' or '较'))
                return true;
            var subject = Measures.Subject(this);
            return subject.Length > 1 && Verbs.EndingAt(subject, 0, subject.Length, single: false) is null;
        }
    }

    // 压减一般性支出5%, 缩短办理时间3天: the verb of change stands before what it changes. 增加床位500张 is something made.
    private bool IsChangeOf
        => (UnitClass is UnitClass.Share or UnitClass.Points or UnitClass.Duration || UnitClass == UnitClass.Money && "压减降缩削".Contains(Measures.Subject(this).FirstOrDefault())) && !Own.IsStated && Behind.Trim([' ', Paragraph.Aside]).IsEmpty
            && Measures.Subject(this) is { Length: > 3 } words && ChangeVerbs.Any(v => words.StartsWith(v, StringComparison.Ordinal)) && words[2] is not ('到' or '至');

    // 目标由12%下调至10%: the target falls, not what it is about.
    private bool IsRevised => Binding.IsAbsolute && View.AsSpan(Clause.Start, Own.Start - Clause.Start) is var lead
        && (lead.Contains("目标", StringComparison.Ordinal) || lead.Contains("任务", StringComparison.Ordinal) || lead.Contains("计划", StringComparison.Ordinal));

    // 力争 holds for what follows it in its clause, and for figures joined to it.
    private bool IsAspirational()
        => Binding.IsAspirational || (Previous is { } previous && IsJoined && previous.IsAspirational())
            || View.AsSpan(Clause.Start, Own.Start - Clause.Start) is var lead && (lead.Contains("力争", StringComparison.Ordinal) || lead.Contains("争取", StringComparison.Ordinal) && lead.Length - lead.IndexOf("争取", StringComparison.Ordinal) < 20 || lead.Contains("力求", StringComparison.Ordinal));

    /// <summary>The last time named before it in its sentence that is not a comparison.</summary>
    private Days? PeriodOf()
    {
        TimeWord? last = null;
        foreach (var time in Paragraph.Times)
        {
            if (time.Start >= Clause.SentenceStart && time.Start < Own.Start && time.Days is not null && time.Tense != Tense.Past && !(time.Tense == Tense.None && !time.IsWholePeriod))
                last = time;
        }

        return (last ?? YearBefore())?.Days;
    }

    /// <summary>到2026年,…达到80%;…达到90%: the year a sentence begins with holds behind its semicolons too.</summary>
    private TimeWord? YearBefore()
    {
        TimeWord? year = null;
        for (var at = Paragraph.Sentences.FindIndex(s => s.Start == Clause.SentenceStart) - 1; at >= 0 && year is null; at--)
        {
            var (start, end) = Paragraph.Sentences[at];
            if (Paragraph.Form[end] != ';')
                return null;
            var times = Paragraph.TimesIn(start, end);
            if (times.Length == 0)
                continue;
            // Only where nothing but a year is named, before any figure.
            if (times is not [{ IsDue: true, Tense: Tense.Ahead, Days: { End: { Month: 12, Day: 31 } } } only] || only.Start - start > 12 || !Paragraph.FiguresIn(start, only.Start).IsEmpty || Paragraph.Form.AsSpan(only.Start, only.End - only.Start).IndexOf('月') >= 0)
                return null;
            year = only;
        }

        return year;
    }

    private (int Start, int End) After(int next)
    {
        var start = Own.End;
        var end = start;
        // (间) behind 5000套 says the same unit again.
        while (start < next && View[start] == Paragraph.Aside)
            start++;
        end = start;
        while (end < next && View[end] is not ('、' or '(' or ')' or ' '))
            end++;
        return end < next || next >= Clause.End ? (start, end) : (start, Shared(start, end));
    }

    // Words between two figures with nothing to part them: 工作室和5个, 小区5个惠及居民300户.
    private int Shared(int start, int end)
    {
        for (var at = end - 1; at >= start && end - at <= 10; at--)
        {
            var length = View[at] is '和' or '及' or '与' or '并' or '或' ? 1 : 0;
            if (length > 0 && (at + length == end || Verbs.BeginningAt(View, at + length, end) is not null || View[at] is '和' && end - at <= 6))
                return at > start && View[at - 1] == '以' ? at - 1 : at;
        }

        // 培育营业收入超10亿元的企业: 的 ties the figure to what stands behind it, whatever verb there is before.
        if (start < end && View[start] == '的')
            return end;
        if (Verbs.EndingAt(View, Floor, Own.Start, single: true) is null && Verbs.Last(View, Floor, Own.Start) is not null && Own.After is not (Bound.AtLeast or Bound.AtMost))
            return start;
        return Verbs.First(View, start, end) is { } verb && verb.Start > start ? verb.Start : end;
    }

    private static Binding Inherited(Binding own, Figure previous)
        => own with { Before = previous.Binding.Before, After = own.After ?? previous.Binding.After, Change = previous.Binding.Change, IsAbsolute = previous.Binding.IsAbsolute };

    /// <summary>How many signs of nothing but joining words stand at the beginning of a stretch.</summary>
    public static int Connectors(string view, int start, int end)
    {
        var at = start;
        while (at < end && view[at] is '、' or '和' or '与' or '及' or ' ' or Paragraph.Aside or '或' or '并' or '以' or '/')
            at++;
        return at - start;
    }
}
