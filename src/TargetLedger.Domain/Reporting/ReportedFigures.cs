using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Reporting;

/// <summary>本期数 and 累计数 must tie; where one is left out it follows from the other and the report before.</summary>
internal static class ReportedFigures
{
    public static (decimal? Amount, decimal? Total) Settle(
        Commitment commitment,
        bool mayGiveFigures,
        decimal? amount,
        decimal? total,
        bool noProgress,
        Report? before,
        List<Refusal> refusals)
    {
        if (commitment.Measure is not { } measure)
        {
            if (amount is not null || total is not null)
                refusals.Add(new("figure_not_expected", "该事项没有量化指标,请填节点和形象进度", "the commitment has no figure; report its nodes", amount is not null ? "/amount" : "/total"));
            return (null, null);
        }

        if (!mayGiveFigures)
        {
            if (amount is not null || total is not null)
                refusals.Add(new("figure_not_yours", "数据由牵头单位或分解成员填报,配合单位只填文字", "figures come from the lead or the members it is divided among; partners report in words", amount is not null ? "/amount" : "/total"));
            return (null, null);
        }

        if (noProgress && (amount is not (null or 0)))
            refusals.Add(new("no_progress_with_amount", "“本期无进展”不能带本期数", "“no progress” cannot come with an amount", "/amount"));

        if (!noProgress && amount is null && total is null)
        {
            refusals.Add(new("figure_missing", "请填本期数或累计数,或选“本期无进展”", "give the amount or the total, or say that there is no progress", "/amount"));
            return (null, null);
        }

        return Tie(measure, noProgress ? 0 : amount, total, before?.Total, refusals);
    }

    public static (decimal? Amount, decimal? Total) Tie(Measure measure, decimal? amount, decimal? total, decimal? reportedBefore, List<Refusal> refusals)
    {
        // A running total starts at nothing; a level stands somewhere before anybody has said where.
        if (measure.Kind == MeasureKind.Level && reportedBefore is null)
        {
            if (total is null)
                refusals.Add(new("level_missing", "首次填报存量须填期末数", "the first report of a level must say where it stands", "/total"));
            CheckStorable(amount, total, refusals);
            return (amount, total);
        }

        var before = reportedBefore ?? 0;
        var settledTotal = total ?? before + amount!.Value;
        var settledAmount = amount ?? settledTotal - before;
        if (before + settledAmount != settledTotal)
        {
            refusals.Add(new(
                "amounts_do_not_tie",
                $"上期累计 {before:0.####} 加本期 {settledAmount:0.####} 应为 {before + settledAmount:0.####},与所填累计 {settledTotal:0.####} 不符",
                $"the total before {before:0.####} plus the amount {settledAmount:0.####} is {before + settledAmount:0.####}, not the stated total {settledTotal:0.####}",
                "/total"));
        }
        else if (measure.Kind == MeasureKind.Cumulative && settledAmount < 0)
        {
            refusals.Add(new(
                "total_falls",
                "累计数不能减少;如前期有误,请更正前期填报",
                "a running total cannot fall; if an earlier report was wrong, correct that one",
                amount is not null ? "/amount" : "/total"));
        }

        CheckStorable(settledAmount, settledTotal, refusals);
        return (settledAmount, settledTotal);
    }

    private static void CheckStorable(decimal? amount, decimal? total, List<Refusal> refusals)
    {
        foreach (var (value, member) in new[] { (amount, "/amount"), (total, "/total") })
        {
            if (value is { } figure && !Figure.IsStorable(figure))
                refusals.Add(new("figure_out_of_limits", "数字最多 15 位有效数字、4 位小数", "a figure has at most 15 significant digits and 4 decimals", member));
        }
    }
}
