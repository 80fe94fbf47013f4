using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;
using TargetLedger.Server.Planning;

namespace TargetLedger.Server.Web;

/// <summary>A draft in words.</summary>
internal static class DraftWords
{
    public static string Of(PlanDraftStatus status) => status switch
    {
        PlanDraftStatus.Confirmed => "已确认 confirmed",
        PlanDraftStatus.Discarded => "已作废 discarded",
        _ => "核对中 open",
    };

    public static string Of(DraftedQuestionState state) => state switch
    {
        DraftedQuestionState.Answered => "已答 answered",
        DraftedQuestionState.Settled => "已处理 settled",
        _ => "待答 open",
    };

    public static string Of(Bound bound) => bound switch
    {
        Bound.MoreThan => "超过 more than",
        Bound.Approx => "左右 about",
        Bound.Range => "区间 range",
        Bound.AtMost => "不超过 at most",
        Bound.Exactly => "正好 exactly",
        Bound.Growth => "增长 growth",
        _ => "不少于 at least",
    };

    public static string Of(GrowthIn growthIn) => growthIn switch
    {
        GrowthIn.Times => "倍 times",
        GrowthIn.Points => "百分点 points",
        _ => "% percent",
    };

    /// <summary>What a reading says, as one short line.</summary>
    public static string Of(Reading reading)
    {
        if (reading.Kind == ReadingKind.Milestone)
            return reading.Due is { } due ? $"节点 milestone · {Words.Day(due)}" : "节点 milestone";
        var value = Words.Figure(reading.Value);
        var words = reading.Bound switch
        {
            Bound.MoreThan => $"> {value} {reading.Unit}",
            Bound.Approx => $"≈ {value} {reading.Unit}",
            Bound.Range => $"{value}–{Words.Figure(reading.Upper)} {reading.Unit}",
            Bound.AtMost => $"≤ {value} {reading.Unit}",
            Bound.Exactly => $"= {value} {reading.Unit}",
            Bound.Growth => $"{(reading.Down ? "−" : "+")}{value}{(reading.GrowthIn switch { GrowthIn.Times => " 倍", GrowthIn.Points => " 个百分点", _ => "%" })}，基数 baseline {Words.Figure(reading.Baseline)} {reading.Unit}",
            _ => $"≥ {value} {reading.Unit}",
        };
        return $"{(reading.Aspirational ? "力争 " : "")}{words}{(reading.Per is { Count: > 0 } per ? $"（{string.Join("、", per)}）" : "")}";
    }

    public static string Of(DraftedUnit unit)
        => $"{unit.Name}（{(unit.IsGroup ? "单位组" : unit.Role switch { Role.Lead => unit.Inferred ? "牵头？" : "牵头", Role.Partner => "配合", _ => "责任" })}）";

    public static string? Of(TaskDeadline? deadline)
        => deadline is null ? null
            : deadline.Date is { } day ? Words.Day(day)
            : deadline.Recurrence is { } recurrence ? Recurrences.Of(recurrence)
            : "长期 ongoing";

    public static string Of(Documents.Comparing.ComparedAs compared) => compared switch
    {
        Documents.Comparing.ComparedAs.New => "新增 new",
        Documents.Comparing.ComparedAs.Changed => "变化 changed",
        Documents.Comparing.ComparedAs.Gone => "取消 gone",
        _ => "未变 unchanged",
    };

    public static string Field(string field) => field switch
    {
        "task" => "任务",
        "title" => "事项",
        "target" => "目标值",
        "strength" => "力度",
        "period" => "期限",
        "lead" => "牵头",
        "partners" => "配合",
        _ => "节点日期",
    };
}
