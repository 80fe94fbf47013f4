using static TargetLedger.Documents.Quantities.Phrases;

namespace TargetLedger.Documents.Quantities;

/// <summary>Figures that say how results are scored: 本项8分, 每低1个百分点扣0.5分, 得90分以上的为优秀.</summary>
internal static class Scoring
{
    private static readonly string[] Giving = ["扣", "加", "减", "计", "得", "记", "赋", "奖", "倒扣", "再加", "再扣", "扣减", "加计", "扣除"];
    private static readonly string[] Most = ["最多", "最高", "至多", "至少", "不超过", "累计不超过", "合计不超过"];
    private static readonly string[] Weighing = ["本项", "该项", "此项", "单项", "各项", "每项", "本条", "满分", "分值", "权重", "总分", "基础分", "基本分", "标准分", "占", "计分", "共", "合计", "得分", "记分"];

    private static readonly string[] Grades = ["优", "良", "合格", "不合格", "称职", "不称职", "基本称职", "达标", "不达标", "一般", "较差", "差", "先进", "一等", "二等", "三等"];

    /// <summary>Points given, taken, or what something weighs.</summary>
    public static bool IsScore(Figure figure)
    {
        if (figure.Unit?.Text != "分")
            return false;
        var before = WithoutMost(Trimmed(figure.View.AsSpan(figure.Floor, figure.Quantity.Start - figure.Floor)));
        return EndsWithAny(before, Giving) || (!figure.Binding.IsStated && EndsWithAny(before, Weighing)) || NamesGrade(Trimmed(figure.Behind));
    }

    // 低于60分为不合格, 90分以上的为优秀: from where on a result is called what.
    private static bool NamesGrade(ReadOnlySpan<char> behind)
    {
        var name = behind.TrimStart('的');
        return StartingWord(name, ["为", "评为", "定为", "确定为"]) is { Length: > 0 } calling && StartingWord(name[calling.Length..], Grades).Length > 0;
    }

    /// <summary>每少1轮扣2分, 每增加5个百分点加1分: for what the points are given.</summary>
    public static bool IsScored(Figure figure)
    {
        var lead = figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start);
        return figure.Unit is not null && lead.Contains('每')
            && figure.Paragraph.Figures.Find(f => f.Start >= figure.End) is { Unit.Text: "分" } points && points.Start < figure.Clause.End
            && EndsWithAny(WithoutMost(Trimmed(figure.View.AsSpan(figure.End, points.Start - figure.End))), Giving);
    }

    /// <summary>占年度考核分值的8%: what something weighs.</summary>
    public static bool IsWeight(Figure figure)
        => figure.UnitClass == UnitClass.Share && !figure.Binding.IsStated && EndsWithAny(Trimmed(figure.Before).TrimEnd(['的', '为']), ["分值", "总分", "权重", "总分值"]);

    private static ReadOnlySpan<char> WithoutMost(ReadOnlySpan<char> words)
    {
        while (EndingWord(words, Most) is { Length: > 0 } most)
            words = Trimmed(words[..^most.Length]);
        return words;
    }
}
