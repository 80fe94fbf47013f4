using static TargetLedger.Documents.Quantities.Phrases;
using static TargetLedger.Documents.Quantities.PurposeWords;
using static TargetLedger.Documents.Quantities.Support;

namespace TargetLedger.Documents.Quantities;

/// <summary>Clauses that say for whom something is done, or who qualifies: 对年产值超过1亿元的企业….</summary>
internal static class Addressees
{
    // 对年产值超过1亿元的企业…, 达到50人的…
    public static bool StartsWithCondition(Figure figure)
    {
        var clause = figure.View.AsSpan(figure.Clause.Start, figure.Clause.End - figure.Clause.Start).TrimStart();
        if (clause.IsEmpty || clause[0] is not ('对' or '凡' or '若') || (clause.StartsWith("对接", StringComparison.Ordinal) && clause.Length > 2 && clause[2] is not ('种' or '受' or '待' or '到' or '入' or '警' or '诉')) || clause.StartsWith("对标", StringComparison.Ordinal) || clause.StartsWith("对外", StringComparison.Ordinal) || clause.StartsWith("对口", StringComparison.Ordinal))
            return clause.EndsWith("的", StringComparison.Ordinal);
        if (IsOnlyDealtWith(figure))
            return true;
        // 对大型商场每季度开展1次检查: how often something is done to what is meant.
        if (EachMarks.IsEachTime(figure) && figure.UnitClass == UnitClass.Count)
            return false;
        var behind = figure.View.AsSpan(figure.End, figure.Clause.End - figure.End);
        // 对共建国家出口占比提高到45% is reached: nothing follows that would hang on it.
        if (figure.Binding.IsStated && Trimmed(behind).IsEmpty && !HasAny(figure.View.AsSpan(figure.Clause.Start, figure.Clause.SentenceEnd - figure.Clause.Start), Supports))
            return false;
        // 对180家药店、20家企业的检查覆盖率达到100%: whose rate it is.
        if (figure.UnitClass == UnitClass.Count && !figure.Binding.IsStated && figure.Paragraph.Figures.Find(f => f.Start >= figure.End && f.Start < figure.Clause.End && f.Unit?.Kind == UnitClass.Share) is { } rate
            && figure.View.AsSpan(figure.End, rate.Start - figure.End) is var between && between.LastIndexOf('的') is >= 0 and var of && between[of..].Contains('率'))
            return true;
        // 对120个小区实施改造 is to be done; 对规模1亿元以上的企业给予… is a condition.
        if (figure.UnitClass == UnitClass.Count && figure.Binding.After is null && Verbs.First(figure.View, figure.AfterStart, figure.Clause.End) is not null)
            return HasAny(figure.View.AsSpan(figure.Clause.Start, figure.Clause.SentenceEnd - figure.Clause.Start), Supports);
        if (IsDoneForThem(figure, behind))
            return false;
        // 对验收不合格的18个村,6月底前全部整改到位: all of them, though the next clause counts nothing.
        if (figure.UnitClass == UnitClass.Count && !figure.Binding.IsStated && IsFinishedInNextClause(figure))
            return false;
        // 对排查出的637个点位,年内…: what the next clause is about.
        if (figure.UnitClass == UnitClass.Count && !figure.Binding.IsStated && Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: true) is null && !EachMarks.IsEach(figure) && Verbs.First(figure.View, figure.AfterStart, figure.Clause.End) is null)
            return true;
        return behind.Contains('的') || figure.Clause.End >= figure.Clause.SentenceEnd || Verbs.First(figure.View, figure.Clause.Start + 1, figure.Start) is null;
    }

    // 对年收入500万元以上的企业开展培育、新增数据商50家: behind those who are meant stands what is done, and how much of it.
    private static bool IsDoneForThem(Figure figure, ReadOnlySpan<char> behind)
    {
        if (figure.Previous is not { } previous || figure.UnitClass is not (UnitClass.Count or UnitClass.Size) || behind.Contains('的') || NamesSupport(figure.View.AsSpan(figure.Clause.Start, figure.Clause.SentenceEnd - figure.Clause.Start)))
            return false;
        // What is done is told behind the last of what qualifies them: 的企业, 的平台.
        var whom = figure.Before.LastIndexOf('的') + 1;
        return (whom > 0 || previous.Kind == MentionKind.Target) && Verbs.Last(figure.View, figure.Floor + whom, figure.Start) is not null;
    }

    private static bool IsFinishedInNextClause(Figure figure)
    {
        if (figure.Paragraph.Clauses.Find(c => c.Start > figure.Clause.End - 1 && !c.IsAside && c.SentenceStart == figure.Clause.SentenceStart) is not { } next)
            return false;
        var words = figure.Paragraph.Flat.AsSpan(next.Start, next.End - next.Start);
        return words.Contains("全部", StringComparison.Ordinal) && (HasAny(words, Finishing) || HasAny(words, Settled)) && !figure.Paragraph.Figures.Exists(f => f.Start >= next.Start && f.Start < next.End);
    }

    // 对11个未开工项目实行专班推进, 对43家机构制定方案: how they are dealt with, not what is to become of so many.
    private static bool IsOnlyDealtWith(Figure figure)
    {
        if (figure.UnitClass != UnitClass.Count || figure.Binding.IsStated || !Trimmed(figure.Before).StartsWith("对", StringComparison.Ordinal))
            return false;
        var behind = figure.View.AsSpan(figure.End, figure.Clause.End - figure.End);
        if (HasAny(behind, ["实行“", "制定方案", "制定整改方案", "制定工作方案", "制定化解方案"]))
            return true;
        // 对反馈的27项问题逐项销号,确保整改完成率达到100%: the rate says how far.
        return StartingWord(behind, ["问题", "隐患", "线索", "案件", "意见", "信访"]).Length > 0 && figure.Paragraph.ClauseBehind(figure.Clause) is { } next && figure.Paragraph.HasFigure(next.Start, next.End, static f => f.Unit?.Kind == UnitClass.Share)
            && HasAny(figure.Paragraph.Flat.AsSpan(next.Start, next.End - next.Start), ["整改率", "整改完成率", "销号率", "办结率", "化解率", "整治完成率"]);
    }

    // 为全县2600户家庭实施改造, 对120个小区开展排查: those something is done for are counted.
    public static bool IsServed(Figure figure)
    {
        var lead = Trimmed(figure.Before);
        // 3.对老街等5处院落重新整治: an item of a list within a cell.
        lead = lead.TrimStart("0123456789.、()");
        // 对高度100米以上的32栋建筑开展体检: what qualifies them stands between.
        if (lead is "的" && figure.Previous is { Kind: MentionKind.Condition or MentionKind.Description })
        {
            var first = figure.Previous;
            while (first.Previous is { Kind: MentionKind.Condition or MentionKind.Description } earlier)
                first = earlier;
            lead = Trimmed(first.Before);
            lead = lead.IsEmpty ? lead : lead[..1];
        }

        // 为符合条件的3000名学生发放助学金
        if (lead.Length > 2 && lead[^1] == '的' && lead[0] is '为' or '给' or '向' or '对' && Verbs.First(figure.View, figure.Floor, figure.Start) is null)
            lead = lead[..1];
        // 对银杏里、纺机新村等6个小区进行改造: some of them are named.
        if (lead.Length > 2 && lead[^1] == '等' && lead[0] is '为' or '给' or '向' or '对' && (lead.Contains('、') || figure.Unit?.Text is not ("类" or "种" or "项")) && Verbs.First(figure.View, figure.Floor, figure.Start) is null)
            lead = lead[..1];
        foreach (var scope in Existing)
        {
            if (lead.EndsWith(scope, StringComparison.Ordinal))
            {
                lead = Trimmed(lead[..^scope.Length]);
                break;
            }
        }

        return figure.UnitClass == UnitClass.Count && figure.Binding.After is null && lead.Length > 0 && lead[^1] is '为' or '给' or '对' or '向'
            && (Verbs.First(figure.View, figure.AfterStart, figure.Clause.End) is not null
                // 完成对35家企业的走访: what is done is a noun behind them.
                || (lead[^1] == '对' && figure.Behind.Contains('的') && Verbs.EndingAt(figure.View, figure.Floor, figure.Start - 1, single: false) is not null));
    }
}
