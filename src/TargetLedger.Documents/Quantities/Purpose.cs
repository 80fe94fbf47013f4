using static TargetLedger.Documents.Quantities.Baselines;
using static TargetLedger.Documents.Quantities.Phrases;
using static TargetLedger.Documents.Quantities.PurposeWords;
using static TargetLedger.Documents.Quantities.Qualifying;
using static TargetLedger.Documents.Quantities.Reaching;
using static TargetLedger.Documents.Quantities.TextParts;

namespace TargetLedger.Documents.Quantities;

/// <summary>
/// What a figure is for. The order of the questions is the order of their strength: tense first, then what the figure is
/// compared with, then whether it qualifies something, and only then whether somebody is to reach it.
/// </summary>
internal static class Purpose
{
    private static readonly string[] Cancelling = ["取消", "删除", "暂停", "停止", "终止"];

    public static MentionKind Of(Figure figure)
    {
        var tense = figure.Paragraph.Tenses.At(figure.Quantity.Start);
        if (Baseline(figure))
            return MentionKind.Baseline;
        if (tense == Tense.Past || figure.Binding.IsDone || figure.Paragraph.Tenses.IsDoneBehind(figure.Paragraph.Form, figure.Quantity.End, figure.Clause.End, NextFigure(figure)))
            return MentionKind.Achievement;
        if (tense != Tense.Ahead && IsKeptForYears(figure))
            return MentionKind.Achievement;
        if (Cancelled(figure))
            return MentionKind.Cancelled;
        if (figure.Quantity.IsNominal)
            return IsRoundName(figure) ? MentionKind.Nominal : MentionKind.Description;
        if (figure.Quantity.IsVague && tense != Tense.Ahead)
            return MentionKind.Achievement;
        if (figure.Paragraph.Scopes.Exists(s => s.Start <= figure.Quantity.Start && figure.Quantity.Start < s.End))
            return MentionKind.Description;
        if (IsStructure(figure))
            return MentionKind.Structure;
        if (tense == Tense.Ahead && IsRemainder(figure))
            return MentionKind.Target;
        if (Qualifies(figure) is { } other)
            return other;
        return IsToBeReached(figure) ? MentionKind.Target : MentionKind.Unclear;
    }

    // 参保率连续三年稳定在96%以上: as it has been.
    private static bool IsKeptForYears(Figure figure)
        => figure.Previous is { UnitClass: UnitClass.Duration } years && years.Quantity.End == figure.Start && figure.View.AsSpan(0, years.Quantity.Start).EndsWith("连续", StringComparison.Ordinal);

    // 其余4个项目要在5月底前完成: what is left of a count, and what is to become of it.
    private static bool IsRemainder(Figure figure)
        => figure.UnitClass == UnitClass.Count && EndsWithAny(Trimmed(figure.Before), ["剩余", "其余", "余下", "剩下", "尚余", "剩余的", "其余的", "余下的"])
            && figure.View.AsSpan(figure.End, figure.Clause.End - figure.End) is var behind && (HasAny(behind, Finishing) || HasAny(behind, Settled));

    // 启动百名…计划, 选派千名干部: a round count; 千吨级泊位, 百亿产业 say how large something is.
    private static bool IsRoundName(Figure figure)
        => figure.UnitClass == UnitClass.Count && (Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: true) is not null
            || HasAny(figure.View.AsSpan(figure.End, figure.Clause.End - figure.End), ["计划", "行动", "工程", "活动"]));

    private static int NextFigure(Figure figure)
    {
        var next = figure.Paragraph.Figures.Find(f => f.Start > figure.Quantity.Start);
        return next?.Start ?? int.MaxValue;
    }

    private static bool Cancelled(Figure figure)
    {
        var lead = figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start);
        if (lead.Contains("不再", StringComparison.Ordinal))
            return true;
        // 取消新建公园2个的任务 gives a target up; 取消审批20项 is one.
        return HasAny(lead, Cancelling) && HasAny(figure.View.AsSpan(figure.Clause.Start, figure.Clause.End - figure.Clause.Start), ["任务", "目标", "指标", "新建", "建设"]);
    }
}
