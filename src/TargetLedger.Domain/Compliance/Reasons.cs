using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Compliance;

/// <summary>The reasons lights give, in words.</summary>
internal static class Reasons
{
    public static Reason ClosedOut(DateOnly on) => new("closed_out", $"已销号({on:yyyy-MM-dd} 完成)", $"closed out, complete on {on:yyyy-MM-dd}");

    public static Reason Suspended(DateOnly from) => new("suspended", $"自 {from:yyyy-MM-dd} 暂停", $"suspended from {from:yyyy-MM-dd}");

    public static Reason NoData { get; } = new("no_data", "尚无数据", "no data yet");

    public static Reason NoNodes { get; } = new("no_nodes", "既无量化指标也无节点", "neither a figure nor nodes");

    public static Reason Stretch { get; } = new("stretch", "力争目标,只列示不判定", "a stretch goal: shown, not judged");

    public static Reason Met(Target target) => new("target_met", $"已达目标({target.AsWritten})", $"the target is met ({target.AsWritten})");

    public static Reason AboveRange(Target target) => new("above_range", $"已超过区间上限({target.AsWritten})", $"above the range ({target.AsWritten})");

    public static Reason Exceeded(Target target) => new("limit_exceeded", $"已超出({target.AsWritten})", $"beyond the figure ({target.AsWritten})");

    public static Reason WithinLimit(Target target) => new("within_limit", $"在控制数以内({target.AsWritten})", $"within the limit ({target.AsWritten})");

    public static Reason Overdue(DateOnly end) => new("overdue", $"已过完成期限 {end:yyyy-MM-dd},未达目标", $"past its end on {end:yyyy-MM-dd} and not fulfilled");

    public static Reason AtPace(decimal completion, decimal pace)
        => new("at_pace", $"完成 {completion:0.0}%,序时 {pace:0.0}%", $"{completion:0.0}% done, pace {pace:0.0}%");

    public static Reason BehindPace(decimal completion, decimal pace)
        => new("behind_pace", $"完成 {completion:0.0}%,序时 {pace:0.0}%,落后 {pace - completion:0.0} 个百分点", $"{completion:0.0}% done, pace {pace:0.0}%, {pace - completion:0.0} points behind");

    public static Reason UsedAheadOfPace(decimal used, decimal pace)
        => new("used_ahead_of_pace", $"控制数已用 {used:0.0}%,序时 {pace:0.0}%", $"{used:0.0}% of the limit used, pace {pace:0.0}%");

    public static Reason WithinTolerance(decimal completion, decimal pace) => new(
        "within_tolerance", $"完成 {completion:0.0}%,序时 {pace:0.0}%,在允许的幅度以内", $"{completion:0.0}% done, pace {pace:0.0}%, within what the rules allow");

    public static Reason Undefined(decimal completion, decimal pace) => new(
        "undefined_gap", $"完成 {completion:0.0}%,序时 {pace:0.0}%,规则对此幅度未作规定", $"{completion:0.0}% done, pace {pace:0.0}%, a gap the rules say nothing of");

    /// <param name="month">What was done of the month's part, in percent.</param>
    public static Reason OfMonth(string code, decimal month, decimal completion, decimal pace)
    {
        var (zh, en) = code switch
        {
            "month_follow_up" => (",跟踪督办", ", follow up"),
            "month_yellow_card" => (",黄牌", ", yellow card"),
            _ => ("", ""),
        };
        return new(
            code,
            $"当月完成应完成部分的 {month:0.0}%{zh}(完成 {completion:0.0}%,序时 {pace:0.0}%)",
            $"{month:0.0}% of the month's part done{en} ({completion:0.0}% done, pace {pace:0.0}%)");
    }

    public static Reason TimeLeft(decimal left, decimal completion)
        => new("time_left", $"完成 {completion:0.0}%,时间余 {left:0.0}%", $"{completion:0.0}% done, {left:0.0}% of the time left");

    public static Reason NodesTimeLeft(int reached, int count, decimal left)
        => new("time_left", $"节点 {reached}/{count} 完成,时间余 {left:0.0}%", $"{reached} of {count} nodes reached, {left:0.0}% of the time left");

    public static Reason NodesReached(int count) => new("nodes_reached", $"{count} 个节点全部完成", $"all {count} nodes reached");

    public static Reason NodesOnTime(int reached, int count)
        => new("nodes_on_time", $"节点 {reached}/{count} 完成,无逾期", $"{reached} of {count} nodes reached, none overdue");

    public static Reason NodeOverdue(Node node, int days)
        => new("node_overdue", $"节点“{node.Name}”逾期 {days} 天(计划 {node.Planned:yyyy-MM-dd})", $"node “{node.Name}” is {days} days late (planned {node.Planned:yyyy-MM-dd})");

    /// <param name="orange">Said only where there are some: most rules have no such step.</param>
    public static Reason Members(int met, int expected, int yellow, int orange, int red, int silent) => new(
        "members",
        $"{expected} 个成员:达标 {met},黄 {yellow},{(orange > 0 ? $"橙 {orange}," : "")}红 {red},未报 {silent}",
        $"{expected} members: {met} met, {yellow} yellow, {(orange > 0 ? $"{orange} orange, " : "")}{red} red, {silent} silent");
}
