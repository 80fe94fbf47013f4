using TargetLedger.Domain.Commitments;
using static TargetLedger.Documents.Quantities.Phrases;

namespace TargetLedger.Documents.Quantities;

/// <summary>Counts of the text's own parts: 5个方面12项工作.</summary>
internal static class TextParts
{
    private static readonly string[] Parts = ["方面", "领域", "环节", "层面", "维度", "板块", "阶段", "步骤", "部分", "任务", "举措", "措施", "事项", "实事", "工作", "要求", "原则", "目标", "指标", "重点", "项目清单", "关键", "清单", "条款", "问题清单", "大类", "类别", "方向", "职责", "权责"];
    private static readonly string[] PartWords = ["大", "重点", "主要", "具体", "重大", "民生", "工作", "年度", "目标", "核心", "关键", "为民", "惠民", "改革", "民心", "实施", "标志性", "细化", "政策"];

    public static bool IsStructure(Figure figure)
    {
        if (figure.UnitClass != UnitClass.Count)
            return false;
        var behind = figure.Behind;
        if (figure.Unit?.Text is not ("个" or "项" or "条" or "件" or "类" or "批"))
            return false;
        // 每季度不少于5个事项, 减至2个环节: what is bound is counted.
        if (figure.Binding is { Change: 1 or -1, IsAbsolute: true })
            return false;
        if (figure.Binding.Before is Bound.AtLeast or Bound.MoreThan or Bound.AtMost && EachMarks.IsEach(figure))
            return false;
        var before = figure.Before;
        if (IsAnnounced(figure))
            return true;
        // 明确24个重点项目清单, 梳理30项任务清单: a list, not what stands on it.
        if (Declaring.EndsIn(before) && Trimmed(behind).EndsWith("清单", StringComparison.Ordinal))
            return true;
        if (Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: true) is { } verb
            && figure.View[verb.Start..verb.End] is "出台" or "推出" or "制定" or "新增" or "发布")
            return false;
        // 共明确12项重点工作, 5个方面12项工作: the text's own parts; 实施12项工程 is to be done.
        if ((Declaring.EndsIn(before) || (figure.Previous is { Kind: MentionKind.Structure } && (before.IsEmpty || EndsWithAny(before, Parts)))) && IsWork(behind))
            return true;
        while (StartingWord(behind, PartWords) is { Length: > 0 } word)
            behind = behind[word.Length..];
        if (before.EndsWith("大", StringComparison.Ordinal))
            return false;
        return StartingWord(behind, Parts) is { Length: > 0 } part && (behind.Length == part.Length || !Signs.IsHan(behind[part.Length]) || part is "实事" or "方面" or "领域" or "环节" or "层面" or "维度" or "大类" or "方向");
    }

    // 以下10个项目为…, 新增12项包括:…: the figures that follow are what is counted.
    private static bool IsAnnounced(Figure figure)
    {
        if (figure.Binding.IsStated)
            return false;
        if (EndsWithAny(Trimmed(figure.Before), ["以下", "如下", "下列"]))
            return true;
        // 票决确定2026年度民生实事项目10件: they are listed behind it.
        if (EndsWithAny(Trimmed(figure.Before), ["民生实事", "民生实事项目", "实事项目"]) && HasAny(figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start), ["确定", "票决", "选定"]))
            return true;
        var rest = figure.View.AsSpan(figure.End, figure.Clause.End - figure.End).Trim();
        return figure.Clause.End < figure.View.Length && figure.View[figure.Clause.End] == ':' && StartingWord(rest, ["包括", "具体包括", "主要包括", "分别是", "分别为", "依次为", "依次是", "具体为", "具体如下", "如下"]).Length > 0;
    }

    private static bool IsWork(ReadOnlySpan<char> behind)
    {
        var rest = Trimmed(behind);
        var noun = EndingWord(rest, ["工作", "工程", "行动", "指标", "部分"]);
        if (noun.Length == 0)
            return false;
        rest = rest[..^noun.Length];
        while (StartingWord(rest, PartWords) is { Length: > 0 } word)
            rest = rest[word.Length..];
        return rest.IsEmpty;
    }
}
