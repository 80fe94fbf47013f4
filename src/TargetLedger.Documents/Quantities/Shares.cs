using TargetLedger.Domain.Commitments;
using static TargetLedger.Documents.Quantities.Phrases;
using static TargetLedger.Documents.Quantities.PurposeWords;

namespace TargetLedger.Documents.Quantities;

/// <summary>Shares of a target, and shares of something that is to do something.</summary>
internal static class Shares
{
    private static readonly string[] Devoted = ["用于", "投向", "投入", "用在", "安排给", "安排到", "安排在", "来自", "面向", "流向", "分配给", "分配到", "向"];

    // (其中新建20所): part of the target before the bracket. (总投资5亿元) is not.
    public static bool IsPartOfTarget(Figure figure)
    {
        var start = figure.Clause.Start;
        while (start > 0 && figure.Paragraph.Form[start - 1] != '(')
            start--;
        var words = figure.Paragraph.Form.AsSpan(start);
        if (words.StartsWith("其中", StringComparison.Ordinal))
            return true;
        // 完成抽检3900批次(每千人不少于5批次): the same thing, for so many each.
        if (words[0] == '每' && figure.Binding.Before is Bound.AtLeast or Bound.MoreThan && start > 1
            && figure.Paragraph.ClauseOf(start - 2)?.Figures.FindLast(f => f.End < start) is { Kind: MentionKind.Target } all && all.Unit?.Text == figure.Unit?.Text)
            return true;
        // 到位资金6亿元(上半年2亿元、前三季度4亿元): the way there.
        if (figure.Paragraph.Times.Find(t => t.Start == start) is { Tense: not Tense.Past } stage && figure.Paragraph.Form.AsSpan(stage.Start, stage.End - stage.Start).IndexOfAny("季半月") >= 0
            && figure.UnitClass is UnitClass.Count or UnitClass.Size or UnitClass.Money && IsWhole(figure.Paragraph.Figures.FindLast(f => f.End < start), figure))
            return true;
        // 改造320户(含低保户80户): the same thing counted.
        return (words[0] == '含' || words.StartsWith("包括", StringComparison.Ordinal) || words.StartsWith("包含", StringComparison.Ordinal))
            && (IsWhole(figure.Paragraph.Figures.FindLast(f => f.End < start), figure) || IsWhole(figure.Paragraph.Figures.Find(f => f.Start == Signs.Closing(figure.Paragraph.Form, start - 1) + 1), figure));
    }

    private static bool IsWhole(Quantity? whole, Figure part)
        => whole is not null && whole.Unit?.Text == part.Unit?.Text && whole.Value >= part.Quantity.Value;

    // 90%以上的行政村实现…: a share of something that is to do something.
    public static bool IsCertainShare(Figure figure, ReadOnlySpan<char> behind)
        => figure.UnitClass == UnitClass.Share && (IsShareOfThose(figure, behind) || IsShareThatActs(figure, behind));

    // 95%以上的诉求在3日内办结, 确保80%以上的小区有物业管理
    private static bool IsShareOfThose(Figure figure, ReadOnlySpan<char> behind)
        => figure.Binding.After == Bound.AtLeast && behind.Length > 2
            && (Trimmed(figure.Before) is "确保" or "力争" or "推动" or "实现" or "带动" or "促进" or "力争实现" or "确保有"
                || (Trimmed(figure.Before).IsEmpty && figure.View.AsSpan(figure.End, figure.Clause.End - figure.End) is var rest && (HasAny(rest, Settled) || HasAny(rest, Finishing))));

    private static bool IsShareThatActs(Figure figure, ReadOnlySpan<char> behind)
        => (Trimmed(figure.Before).Length <= 4 || StartingWord(Trimmed(figure.Before), ["确保", "力争", "推动"]).Length > 0 && HasAny(behind, Finishing)) && figure.Binding.Before is not Bound.AtMost && behind.Length > 3 && (HasAny(behind, Finishing) || StartingWord(behind, Devoted).Length > 0 || (behind.Contains('通') && !HasAny(behind, ["通报", "通知", "通告"])) || HasAny(figure.View.AsSpan(figure.End, figure.Clause.End - figure.End), ["超过", "高于", "不低于", "不少于"]) || Verbs.First(figure.View, figure.AfterStart, figure.AfterEnd) is not null);

    // 安排资金8600万元,其中三成左右采用新工艺: what a share of the target before is for.
    public static bool IsShareOfTarget(Figure figure, ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
        => figure.UnitClass == UnitClass.Share && before is "" or "其中" or "其中有" && behind.Length > 1 && behind[0] != '的'
            && figure.Clause.Previous?.Figures is [.., { Kind: MentionKind.Target }];
}
