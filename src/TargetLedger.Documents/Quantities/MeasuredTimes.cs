using TargetLedger.Domain.Commitments;
using static TargetLedger.Documents.Quantities.Phrases;

namespace TargetLedger.Documents.Quantities;

/// <summary>Times that are measured, told from those within which something is to be done.</summary>
internal static class MeasuredTimes
{
    private static readonly string[] Events = ["预警", "信号", "警情", "火警", "报警", "险情", "灾情", "灾害", "事故", "事件", "投诉", "诉求", "求助", "故障", "线索", "工单", "发生", "发现", "接到", "收到", "接警", "接报", "接诉"];

    // 压缩至3个工作日以内, 优良天数达到310天: a time is a target where it is what is measured.
    public static bool IsMeasuredTime(Figure figure, ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
    {
        if (!behind.IsEmpty && !IsPunctuated(behind))
            return false;
        if (figure.Binding.Change is 1 or -1)
            return true;
        if (figure.Binding.Before is Bound.AtLeast or Bound.AtMost or Bound.MoreThan or Bound.Approx)
            return true;
        // 预约精确到30分钟以内: how fine a time is told.
        if (figure.Binding.After == Bound.AtMost && EndsWithAny(before, ["精确到", "精准到", "精确至", "精准至", "细化到", "细化至"]))
            return true;
        // 播出节目5000小时, 志愿服务3万小时: spells that long would be told in days.
        if (figure.Unit!.Text is "小时" or "个小时" && figure.Quantity.Value >= 100 && before.Length >= 2 && Verbs.Last(figure.View, figure.Floor, figure.Start) is not null)
            return true;
        // 上述三项分别达到25%、90%和6天以内: measured like those before it.
        if (figure is { IsJoined: true, Previous.Kind: MentionKind.Target, Binding.After: Bound.AtMost } && figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start).Contains("分别", StringComparison.Ordinal))
            return true;
        if (EndingWord(before, ["累计", "合计", "总计", "共计", "共", "总共", "平均"]) is { Length: > 0 } sum)
            before = Trimmed(before[..^sum.Length]);
        return EndingWord(before, ["天数", "时间", "时限", "时长", "日数", "周期", "期限", "用时", "小时数"]) is { Length: > 0 };
    }

    // 满足15天以上市场供应量, 不低于全市3个月消费量: how long a stock lasts.
    public static bool IsSupplyTime(Figure figure, ReadOnlySpan<char> behind)
        => EndsWithAny(behind, ["供应量", "消费量", "用量", "使用量", "需求量", "用气量", "用水量", "用电量", "用煤量", "需求", "需要", "供应", "消费"])
            && (figure.Binding.After == Bound.AtLeast || Verbs.Last(figure.View, figure.Floor, figure.Start) is not null || HasAny(figure.Before, ["满足", "保障", "储备", "不低于", "不少于", "达到"]));

    // 投诉24小时内响应, 接到报警后5分钟内出警: how soon somebody is answered. 印发后30日内报备 answers nobody.
    public static bool IsAnswerTime(Figure figure, ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
    {
        if (figure.Binding.After != Bound.AtMost || behind.EndsWith("率", StringComparison.Ordinal))
            return false;
        if (BoundWords.Answer(behind) is not { Length: > 0 } answer)
            return IsRelief(figure, behind);
        if (FollowsEvent(figure))
            return !behind.Contains('的');
        return (before.TrimEnd('在').Length >= 2 || figure.Previous is { Kind: MentionKind.Target, UnitClass: UnitClass.Duration }) && before.IndexOfAny('后', '起') < 0 && behind.Length - answer.Length <= 2;
    }

    // 灾害发生后10小时内受灾群众得到救助: what is to become of those it struck; 10小时内救助率 is the name of a rate.
    private static bool IsRelief(Figure figure, ReadOnlySpan<char> behind)
        => behind.Length > 3 && FollowsEvent(figure.View.AsSpan(figure.Floor, figure.Start - figure.Floor)) && HasAny(behind, Relieved)
            && !HasAny(behind, ["率", "比例", "占比", "的"]) && !figure.Paragraph.HasFigure(figure.End, figure.Clause.End, static _ => true);

    /// <summary>灾害发生后, 接到报警后: an event right before the time within which something is to be done.</summary>
    public static bool FollowsEvent(ReadOnlySpan<char> lead)
        => Trimmed(lead) is [.., '后' or '起'] when && HasAny(when, Events);

    private static readonly string[] Relieved = ["得到", "到位", "安置", "救助", "恢复", "完成", "转移", "送达", "启动", "赶赴", "整改", "联系", "派单", "发布", "供水", "供电", "供应", "排除", "消除", "处理", "修复", "开展", "报告", "通报"];

    private static bool FollowsEvent(Figure figure)
    {
        var lead = Trimmed(figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start));
        if (lead.LastIndexOf('后') is >= 0 and var after)
            return HasAny(lead[..after], Events);
        return figure.Clause.Previous is { } previous && Trimmed(figure.View.AsSpan(previous.Start, previous.End - previous.Start)) is var trigger
            && trigger.EndsWith("后", StringComparison.Ordinal) && HasAny(trigger, Events);
    }
}
