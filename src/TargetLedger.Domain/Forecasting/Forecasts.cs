using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Forecasting;

/// <summary>The forecasts of a commitment's quantities: of the whole, or of each member or side where each answers for itself. None for what has no figure.</summary>
public static class Forecasts
{
    public static IReadOnlyList<QuantityForecast> Of(Commitment commitment, DateOnly on, Rules rules, UnitDirectory directory)
    {
        if (commitment.Measure is not { } measure || commitment.TargetOn(on) is not { } target)
            return [];

        var (period, totals) = (commitment.PeriodOn(on), TotalsByDay(commitment, on, rules.CountedAmount, directory));
        var asked = rules.PaceCurve is null ? [] : Pace.StagesOf(period, commitment.PaceStart, rules).ToList();
        if (commitment.Joint is { Target: JointTarget.PerSide } joint)
            return [.. joint.Sides.Select(s => Of(s.Name, OfSide(totals, s.Name), s.Target ?? target, measure, period, asked, on, commitment))];
        if (commitment.Joint is not null || commitment.DivisionOn(on)?.Terms is not { Way: SummingUp.EachForItself } divided)
            return [Of(null, Whole(totals), target, measure, period, asked, on, commitment)];

        return
        [
            .. directory.MembersOn(divided.Group, on).Select(unit => Of(
                unit,
                OfMember(totals, unit),
                divided.Quotas.FirstOrDefault(q => q.Unit == unit) is { } quota ? Judgement.OfQuota(target, quota.Value) : target,
                measure,
                period,
                asked,
                on,
                commitment)),
        ];
    }

    private static QuantityForecast Of(string? unit, List<DatedTotal> series, Target target, Measure measure, Period period, List<PaceStage> asked, DateOnly on, Commitment commitment)
    {
        var (forecast, why) = commitment.StandingOn(on) == Standing.Active
            ? RunRate.Of(series, target, measure, period, on)
            : (null, new Reason("not_active", "已不在办", "it is not being worked on"));
        var latest = series.Count > 0 ? series[^1] : null;
        if (forecast is not null && asked.Find(s => s.End > latest!.Through) is { } stage)
            forecast = forecast with { NextStage = At(stage, forecast, latest!, target, measure) };
        return new(unit, target.Goal, latest?.Total, latest?.Through, forecast, why);
    }

    private static StageForecast At(PaceStage stage, Forecast forecast, DatedTotal latest, Target target, Measure measure)
    {
        // What completion is measured from: a level that is to grow starts at its baseline.
        var from = target.Bound == Bound.Growth && measure.Kind == MeasureKind.Level ? target.Baseline.GetValueOrDefault() : 0;
        var way = (decimal)(stage.End.DayNumber - latest.Through.DayNumber) / (forecast.End.DayNumber - latest.Through.DayNumber);
        return new(stage.End, Round(stage.Pace), Round(from + (target.Goal - from) * stage.Pace / 100), Round(latest.Total + (forecast.Value - latest.Total) * way));
    }

    private static decimal Round(decimal value) => Figure.Normalise(Math.Round(value, 2, MidpointRounding.AwayFromZero));

    /// <summary>As it stood on each day on which data was in.</summary>
    private static List<(DateOnly Day, Totals Totals)> TotalsByDay(Commitment commitment, DateOnly on, CountedAmount counted, UnitDirectory directory) =>
    [
        .. commitment.Reports.Where(r => r.Counts && r.Total is not null && r.Through <= on).Select(r => r.Through).Distinct().Order()
            .Select(day => (day, Totals.Of(commitment, day, counted, directory))),
    ];

    /// <summary>Where members add up, a day some have not reached yet falls back to an earlier cut-off and is no point of its own.</summary>
    private static List<DatedTotal> Whole(List<(DateOnly Day, Totals Totals)> byDay) =>
    [
        .. byDay.Where(d => d.Totals.Cutoff == d.Day && d.Totals.Counted is not null).Select(d => new DatedTotal(d.Day, d.Totals.Counted!.Value, d.Totals.Basis)),
    ];

    private static List<DatedTotal> OfSide(List<(DateOnly Day, Totals Totals)> byDay, string side) =>
    [
        .. byDay
            .Select(d => (d.Day, Side: d.Totals.Sides.FirstOrDefault(s => s.Side == side)))
            .Where(d => d.Side?.Cutoff == d.Day && d.Side is { Counted: not null, Position: not null })
            .Select(d => new DatedTotal(d.Day, d.Side!.Counted!.Value, [d.Side.Position!.Value])),
    ];

    private static List<DatedTotal> OfMember(List<(DateOnly Day, Totals Totals)> byDay, string unit) =>
    [
        .. byDay
            .Select(d => (d.Day, Member: d.Totals.Group?.Members.FirstOrDefault(m => m.Unit == unit)))
            .Where(d => d.Member?.Cutoff == d.Day && d.Member.Total is not null)
            .Select(d => new DatedTotal(d.Day, d.Member!.Total!.Value, d.Member.Position is { } position ? [position] : [])),
    ];
}
