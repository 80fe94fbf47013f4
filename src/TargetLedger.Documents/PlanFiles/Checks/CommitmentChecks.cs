using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.PlanFiles.Checks;

internal static class CommitmentChecks
{
    public static void Check(FilePart part, Period? planPeriod, UnitDirectory directory, FaultList faults)
    {
        var period = PeriodOf(part, planPeriod, faults);
        if (part.Value<DateOnly>("paceStart") is { } paceStart && period?.Contains(paceStart) == false)
            Outside($"{part.Pointer}/paceStart", period.Value, faults);

        TaskChecks.CheckResponsible(part, directory, faults);
        CheckNodes(part, period, faults);
        CheckFigure(part, faults);
        ApportionmentChecks.Check(part, period, directory, faults);
    }

    /// <summary>The commitment's own period, else the plan's; null where it cannot be known.</summary>
    private static Period? PeriodOf(FilePart part, Period? planPeriod, FaultList faults)
    {
        if (part.Member("period") is null)
            return planPeriod;
        if (HeadChecks.CheckPeriod(part, faults) is not { } own)
            return null;

        if (planPeriod is { } plan && !plan.Contains(own))
        {
            faults.Add(
                $"{part.Pointer}/period",
                "period_outside_plan",
                $"超出方案期限({plan.Start:yyyy-MM-dd} 至 {plan.End:yyyy-MM-dd})",
                $"outside the plan's period ({plan.Start:yyyy-MM-dd} to {plan.End:yyyy-MM-dd})");
        }

        return own;
    }

    private static void CheckFigure(FilePart part, FaultList faults)
    {
        if (part.Member("target") is not null && part.Member("measure") is null)
            faults.Add($"{part.Pointer}/measure", "measure_missing", "有目标值须写明指标和口径", "a target needs its measure");
        if (part.Member("measure") is not null && part.Member("target") is null)
            faults.Add($"{part.Pointer}/target", "target_missing", "有指标须写明目标值", "a measure needs its target");

        if (part.Member("target") is { } target && target.TryRead<Target>(out var figure))
            faults.Add(target, TargetRules.Check(figure));
        if (part.Object<Measure>("measure") is { IsShare: true, Kind: MeasureKind.Cumulative })
        {
            faults.Add(
                $"{part.Pointer}/measure/kind",
                "share_never_cumulative",
                "百分比不能累计相加,应为存量 level",
                "percentages never add up over time: the kind is level");
        }
    }

    private static void CheckNodes(FilePart part, Period? period, FaultList faults)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in part.Items("nodes"))
        {
            Codes.CheckUnrepeated(ids, Codes.CheckCode(node, "id", faults), $"{node.Pointer}/id", faults);
            if (node.Value<DateOnly>("planned") is { } planned && period?.Contains(planned) == false)
                Outside($"{node.Pointer}/planned", period.Value, faults);
            if (node.Value<decimal>("weight") <= 0)
                faults.Add($"{node.Pointer}/weight", "value_not_positive", "权重应大于 0", "a weight must be above zero");
        }

        if (part.Value<Cadence>("cadence") == Cadence.ByNode && (part.Member("nodes") is not { } list || IsEmpty(list)))
            faults.Add($"{part.Pointer}/nodes", "nodes_missing", "按节点填报的事项须有节点", "a commitment reported by node needs nodes");
    }

    private static bool IsEmpty(FilePart list)
        => list.Element.ValueKind == System.Text.Json.JsonValueKind.Array && list.Element.GetArrayLength() == 0;

    private static void Outside(string pointer, Period period, FaultList faults) => faults.Add(
        pointer,
        "date_outside_period",
        $"日期不在期限内({period.Start:yyyy-MM-dd} 至 {period.End:yyyy-MM-dd})",
        $"the date lies outside the period ({period.Start:yyyy-MM-dd} to {period.End:yyyy-MM-dd})");
}
