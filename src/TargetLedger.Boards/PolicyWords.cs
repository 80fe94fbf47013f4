using System.Globalization;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>What rules say of lights, in both languages.</summary>
public sealed record PolicyWords(string Zh, string En)
{
    public static PolicyWords Of(Rules rules)
    {
        var ((zh, en), (paceZh, paceEn)) = (BandsOf(rules), PaceOf(rules));
        return new(
            $"{zh};{paceZh};以{(rules.CountedAmount == CountedAmount.Verified ? "核验数" : "填报数")}为准;过期限 {rules.OverdueGraceDays} 天未完成为红;节点逾期 {rules.NodeYellowDays} 天以内为黄、以上为红(所在填报期截止后 {rules.NodeGraceDays} 天以内无数据的,宽限)",
            $"{en}; {paceEn}; {(rules.CountedAmount == CountedAmount.Verified ? "verified" : "reported")} amounts count; red when unfulfilled {rules.OverdueGraceDays} days after the end; a node is yellow to {rules.NodeYellowDays} days late, red beyond (grace without data: {rules.NodeGraceDays} days after the cut-off of its reporting period)");
    }

    private static (string Zh, string En) PaceOf(Rules rules)
    {
        var (zh, en) = rules.PaceBy == PaceBy.Day ? ("序时按天", "pace by day") : ("序时按已结束的月", "pace by finished months");
        if (rules.PaceCurve is not { } curve)
            return (zh, en);
        var stages = curve.Stages.Select(s => Number(s) + "%").ToList();
        return ($"{zh},分 {stages.Count} 个相等的阶段,各阶段末应达 {string.Join("、", stages)}", $"{en}, in {stages.Count} equal stages, expected by their ends: {string.Join(", ", stages)}");
    }

    private static (string Zh, string En) BandsOf(Rules rules)
    {
        var (green, yellow) = (Number(rules.GreenTo.GetValueOrDefault()), Number(rules.YellowTo));
        switch (rules.LightBy)
        {
            case LightBy.MonthlyCompletion:
                return ($"当月完成率 {green}% 以上为绿,{yellow}% 以上为黄(跟踪督办),以下为橙(黄牌)", $"of the month's part: green from {green} %, yellow (follow up) from {yellow} %, orange (yellow card) below");
            case LightBy.TimeLeft:
                return ($"未完成的,时间余 {green}% 以上为绿,余 {yellow}% 以上为黄,再少为橙,逾期为红", $"what is unfulfilled: green with more than {green} % of the time left, yellow with more than {yellow} %, then orange, red when overdue");
        }

        var (unitZh, unitEn) = rules.LightBy == LightBy.GapInPoints ? (" 个百分点", "points behind") : ("% 的序时", "% of the pace missing");
        var (atZh, atEn) = rules.GreenTo > 0 ? ($"落后不超过 {green}{unitZh}为绿", $"green to {green} {unitEn}") : ("不低于序时为绿", "green at pace");
        var (bandZh, bandEn) = rules.UndefinedTo is { } band ? ($",落后不到 {Number(band)}{unitZh}未作规定", $", undefined under {Number(band)} {unitEn}") : ("", "");
        return ($"{atZh}{bandZh},落后不超过 {yellow}{unitZh}为黄,更多为红", $"{atEn}{bandEn}, yellow to {yellow} {unitEn}, red beyond");
    }

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
