using TargetLedger.Domain.Commitments;
using static TargetLedger.Documents.Quantities.Addressees;
using static TargetLedger.Documents.Quantities.Governed;
using static TargetLedger.Documents.Quantities.MeasuredTimes;
using static TargetLedger.Documents.Quantities.NextFigures;
using static TargetLedger.Documents.Quantities.Phrases;
using static TargetLedger.Documents.Quantities.PurposeWords;
using static TargetLedger.Documents.Quantities.Shares;

namespace TargetLedger.Documents.Quantities;

/// <summary>Whether somebody is to reach a figure, and how sure that is.</summary>
internal static class Reaching
{
    public static bool IsToBeReached(Figure figure)
    {
        var quantity = figure.Quantity;
        var binding = figure.Binding;
        var view = figure.View;
        var before = Trimmed(figure.Before);
        var behind = Trimmed(figure.Behind);
        var adjacent = Verbs.EndingAt(view, figure.Floor, figure.Start, single: true) is not null;
        var hasVerb = adjacent || Verbs.Last(view, figure.Floor, figure.Start) is not null;
        var isEach = EachMarks.IsEach(figure);
        if (figure.Unit is null)
            return IsIndex(figure, before, behind) && Sure(figure, 0.8);
        if (quantity.IsHan && figure.UnitClass == UnitClass.Count && quantity.Value <= 10 && quantity.Upper is null)
        {
            // 一个, 一批 are articles; 建成两所 counts.
            if (quantity.Value == 1 && binding.Before is null && !(isEach && (!EachMarks.IsEachTime(figure) || IsBoundBeforeVerb(figure) || IsWorkDoneEachTime(figure, behind))))
                return false;
            if (!adjacent && binding.Before is null && !isEach && !(figure.IsJoined || behind.IsEmpty) && !(before.EndsWith("等", StringComparison.Ordinal) && IsCountOfList(figure, behind)))
                return false;
        }

        if (behind.StartsWith("的", StringComparison.Ordinal) && Qualifying.IsAbilityMade(figure, behind))
            return Sure(figure, 0.8);
        if (isEach || adjacent)
            return Sure(figure, 0.95);
        // 境外游客三年翻一番: in how many years stands between.
        if (figure.Paragraph.Form[quantity.Start] == '翻' && behind.IsEmpty)
            return Sure(figure, 0.85);
        if ((binding.After is null or Bound.Approx || behind.IsEmpty) && (binding.Change is not null || binding.Before is not null))
            return Sure(figure, before.IsEmpty && figure.Clause.Previous is null ? 0.8 : 0.95);
        if (quantity.Upper is not null && (hasVerb || behind.IsEmpty))
            return Sure(figure, 0.9);
        if (hasVerb && (behind.IsEmpty || IsPunctuated(behind)))
            return Sure(figure, 0.95);
        // 统筹资金1.6亿元用于养老
        if (figure.UnitClass == UnitClass.Money && StartingWord(behind, ["用于", "投向", "专项用于"]).Length > 0 && EndsWithAny(before, ["资金", "经费", "财力", "债券", "投资"]))
            return Sure(figure, 0.8);
        if (figure.IsJoined && figure.Previous!.Kind == MentionKind.Target)
            return Sure(figure, 0.9);
        if (figure.UnitClass == UnitClass.Duration && (IsAnswerTime(figure, before, behind) || IsSupplyTime(figure, behind)))
            return Sure(figure, 0.8);
        if (IsServed(figure) || IsAllThereAre(figure) || IsCertainShare(figure, behind) || IsShareOfTarget(figure, before, behind))
            return Sure(figure, 0.75);
        // 首期3亿元于6月底前完成募集
        if (EndsWithAny(before, ["首期", "首批"]) && (HasAny(behind, Finishing) || HasAny(behind, Settled)))
            return Sure(figure, 0.75);
        // 88%左右,力争进入全省前三: a cell that begins with how far.
        if (figure.Quantity.Start == 0 && figure.UnitClass == UnitClass.Share && binding.After is not null && behind.IsEmpty)
            return Sure(figure, 0.6);
        if (binding.IsAspirational && behind.IsEmpty)
            return Sure(figure, 0.7);
        if (before.Contains('每') && figure.UnitClass == UnitClass.Count)
            return Sure(figure, 0.8);
        if (hasVerb && !behind.IsEmpty && figure.UnitClass is not UnitClass.Money && IsGoverned(figure))
            return Sure(figure, IsIn(figure, before) ? 0.6 : 0.8);
        if (before.Length >= 2 && behind.IsEmpty)
            return Sure(figure, 0.85);
        // 培育亿元镇3个: the size belongs to the noun, and the verb before it to both.
        if (before.Length == 1 && behind.IsEmpty && figure.UnitClass == UnitClass.Count && figure.Previous is { Kind: MentionKind.Description, UnitClass: UnitClass.Money or UnitClass.Size } size && size.End == figure.Floor && Verbs.First(view, figure.Clause.Start, size.Start) is not null)
            return Sure(figure, 0.75);
        // 10亿元以上项目8个、50亿元以上1个: the noun was said before.
        if (before.IsEmpty && behind.IsEmpty && figure.Previous is { Kind: MentionKind.Condition, UnitClass: UnitClass.Money or UnitClass.Size, Previous: { Kind: MentionKind.Target } counted } limit && limit.End == figure.Start && counted.Unit?.Text == figure.Unit.Text)
            return Sure(figure, 0.75);
        if (IsLabelled(figure, before, behind))
            return Sure(figure, 0.75);
        if (before.IsEmpty && !behind.IsEmpty && HasAny(behind, Finishing))
            return Sure(figure, 0.8);
        if (before.Length <= 1 && figure.Clause.Previous?.Figures is [.., { Kind: MentionKind.Target }] && figure.UnitClass == UnitClass.Count)
            return Sure(figure, 0.75);
        if (figure.Previous is { Kind: MentionKind.Target } && behind.IsEmpty)
            return Sure(figure, 0.8);
        if (figure.Previous is { Kind: MentionKind.Target } && figure.UnitClass == UnitClass.Count)
            return Sure(figure, 0.7);
        if (IsIn(figure, before) && (HasAny(behind, Finishing) || Verbs.First(view, figure.AfterStart, figure.AfterEnd) is not null || (NextCount(figure) && Verbs.First(view, figure.AfterStart, figure.Clause.End) is not null)))
            return Sure(figure, 0.6);
        if (before.Length >= 2 && figure.UnitClass is UnitClass.Share && HasAny(behind, Finishing))
            return Sure(figure, 0.8);
        // A verb nobody listed, with a count and a noun: asked about.
        if (figure.UnitClass == UnitClass.Count && before.Length >= 2 && before[^1] != '的' && !behind.IsEmpty && !quantity.IsHan && !HasAny(before, Verbs.Tending) && figure.AfterEnd == figure.Clause.End)
            return Sure(figure, 0.6);
        return false;

        static bool Sure(Figure figure, double confidence)
        {
            figure.Confidence = confidence;
            return true;
        }
    }

    // 灌溉水有效利用系数提高到0.585, 空气质量综合指数降至3.8以下: numbers that nothing is counted in.
    private static bool IsIndex(Figure figure, ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
        => figure.Binding.IsStated && behind.IsEmpty && !figure.Quantity.IsHan && figure.Quantity.Value < 10_000 && EndsWithAny(before, ["系数", "指数", "容积率", "综合得分", "pH值", "比值", "周转率"]);

    // 每季度至少开展一次检查: the bound stands before the verb.
    private static bool IsBoundBeforeVerb(Figure figure)
    {
        var lead = figure.View.AsSpan(figure.Floor, figure.Start - figure.Floor);
        var least = Math.Max(lead.LastIndexOf("至少", StringComparison.Ordinal), lead.LastIndexOf("不少于", StringComparison.Ordinal));
        return least >= 0 && Verbs.First(figure.View, figure.Floor + least, figure.Start) is { } verb && verb.Start <= figure.Floor + least + 3;
    }

    // 每季度开展一次联合检查, 水质检测每月一次 is work; 每月召开一次例会, 每季度通报一次 is how an office runs itself.
    private static bool IsWorkDoneEachTime(Figure figure, ReadOnlySpan<char> behind)
        => figure.Unit!.Text == "次" && (IsWorkNamedBefore(figure, behind) || IsWorkNamedBehind(figure, behind));

    private static bool IsWorkNamedBefore(Figure figure, ReadOnlySpan<char> behind)
    {
        var lead = figure.View.AsSpan(figure.Floor, figure.Start - figure.Floor);
        return behind.IsEmpty && lead.LastIndexOf('每') is > 2 and var each && Trimmed(lead[..each]) is var work
            && EndsWithAny(work, ["巡查", "巡检", "巡护", "巡诊", "巡河", "巡林", "检查", "检测", "监测", "检验", "检修", "体检", "抽检", "排查", "演练", "走访", "消杀", "消毒", "清淤", "清洗", "保洁", "维护", "养护"])
            && Verbs.Last(figure.View, figure.Floor + each, figure.Start) is null;
    }

    private static bool IsWorkNamedBehind(Figure figure, ReadOnlySpan<char> behind)
        => behind.Length > 2 && !HasAny(behind, ["会", "调度", "通报", "报告", "研究", "汇报", "总结", "分析", "自评", "自查"])
            && Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: false) is { } verb && figure.View[verb.Start..verb.End] is "开展" or "组织" or "举办" or "举行" or "组织开展" or "实施";

    // 利润总额:5.2亿元
    private static bool IsLabelled(Figure figure, ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
    {
        if (!before.IsEmpty || !behind.IsEmpty || figure.Previous is not null || figure.Clause.Previous is not { } label || figure.View[figure.Clause.Start - 1] != ':' || label.End - label.Start > 24)
            return false;
        var words = Trimmed(figure.View.AsSpan(label.Start, label.End - label.Start));
        return words.Length > 1 && !SizeWords.EndIn(words) && !EndsWithAny(words, ["标准", "金额", "经费", "预算", "人数", "电话", "编号", "职数", "名额", "分值", "权重", "得分", "基数", "现状", "完成"]);
    }

    private static bool IsIn(Figure figure, ReadOnlySpan<char> before) => figure.UnitClass == UnitClass.Count && before.EndsWith("在", StringComparison.Ordinal);
}
