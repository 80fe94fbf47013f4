using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Domain.Forecasting;

/// <summary>
/// Forecast by run rate: what was added over the last periods by the days they took, carried on to the end. The slowest and the fastest of
/// these periods give the range, so that a unit that dumps its figures at the year's end shows as uncertain and not as precise.
/// </summary>
public static class RunRate
{
    /// <summary>Nothing that would take longer is given a date.</summary>
    public const int LongestYears = 10;

    private const int MostPeriods = 6;
    private const int FewestPeriods = 3;
    private const int FewestDays = 28;

    /// <summary>Data older than this at the day asked for no longer says how things go.</summary>
    private const int OldestDays = 100;

    /// <param name="series">Ascending by day, one for each.</param>
    /// <param name="period">Where the quantity is to stand at its target.</param>
    public static (Forecast? Forecast, Reason? Why) Of(IReadOnlyList<DatedTotal> series, Target target, Measure measure, Period period, DateOnly on)
    {
        if (series.Count == 0)
            return (null, Missing.NoData);
        var latest = series[^1];
        if (latest.Through >= period.End)
            return (null, Missing.PeriodOver);
        var last = series.Skip(Math.Max(0, series.Count - 1 - MostPeriods)).ToList();
        if (last.Count - 1 < FewestPeriods || latest.Through.DayNumber - last[0].Through.DayNumber < FewestDays)
            return (null, Missing.TooFew(last.Count));
        if (on.DayNumber - latest.Through.DayNumber > OldestDays)
            return (null, Missing.TooOld(latest.Through));

        var rates = last.Zip(last.Skip(1), (a, b) => (b.Total - a.Total) / (b.Through.DayNumber - a.Through.DayNumber)).ToList();
        if (measure.Kind == MeasureKind.Cumulative && rates.Exists(r => r < 0))
            return (null, Missing.Fell);

        return (Of(last, rates, target, measure, period), null);
    }

    private static Forecast Of(List<DatedTotal> last, List<decimal> rates, Target target, Measure measure, Period period)
    {
        var latest = last[^1];
        var rate = (latest.Total - last[0].Total) / (latest.Through.DayNumber - last[0].Through.DayNumber);
        var (slowest, fastest) = (rates.Min(), rates.Max());
        var days = period.End.DayNumber - latest.Through.DayNumber;
        var (value, low, high) = (latest.Total + rate * days, latest.Total + slowest * days, latest.Total + fastest * days);
        var covered = latest.Through.DayNumber - last[0].Through.DayNumber;
        return new(
            period.End,
            Round(value, 2),
            Round(low, 2),
            Round(high, 2),
            Round(Compliance.Completion.Percent(target, measure, value), 2),
            DayOf(latest, rate, target, measure),
            DayOf(latest, fastest, target, measure),
            DayOf(latest, slowest, target, measure),
            OutlookOf(target, latest.Total, value, low, high),
            new(
                ForecastMethod.RunRate,
                rates.Count,
                last[0].Through,
                latest.Through,
                Round(rate, 4),
                Round(slowest, 4),
                Round(fastest, 4),
                CertaintyOf(rates, rate, days, covered),
                [.. last.SelectMany(p => p.Positions).Distinct().Order()]));
    }

    private static Outlook OutlookOf(Target target, decimal latest, decimal value, decimal low, decimal high)
    {
        // Of a limit the fastest rate is the worst.
        var (worst, best) = target.Bound == Bound.AtMost ? (high, low) : (low, high);
        if (target.Bound != Bound.AtMost && Meets(target, latest))
            return Outlook.Met;
        if (Meets(target, worst))
            return Outlook.OnCourse;
        if (Meets(target, value))
            return Outlook.Likely;
        return Meets(target, best) ? Outlook.Doubtful : Outlook.OffCourse;
    }

    /// <summary>An extrapolation never hits a figure exactly: reaching it is what can be foreseen.</summary>
    private static bool Meets(Target target, decimal total) => target.Bound == Bound.Exactly ? total >= target.Value : target.IsMetBy(total);

    private static DateOnly? DayOf(DatedTotal latest, decimal rate, Target target, Measure measure)
    {
        if (target.Bound == Bound.AtMost)
            return null;
        if (Meets(target, latest.Total))
            return latest.Through;
        if (rate <= 0)
            return null;

        // Where the tolerance of 左右 counts as met, it is reached there.
        var goal = target.Bound == Bound.Approx ? target.Value * (1 - target.TolerancePercent.GetValueOrDefault() / 100) : target.Goal;
        var days = Math.Ceiling((goal - latest.Total) / rate);
        if (target.Bound == Bound.MoreThan && latest.Total + days * rate <= goal)
            days++;
        return days <= 366 * LongestYears ? latest.Through.AddDays((int)days) : null;
    }

    /// <summary>By how many periods there are, how much they differ, and how far beyond them the end is.</summary>
    private static Certainty CertaintyOf(List<decimal> rates, decimal rate, int ahead, int covered)
    {
        if (rate == 0)
            return Certainty.Weak;
        var spread = (rates.Max() - rates.Min()) / Math.Abs(rate);
        return (rates.Count, spread) switch
        {
            ( >= 5, <= 0.5m) when ahead <= covered => Certainty.Good,
            ( >= 4, <= 1.5m) when ahead <= 2 * covered => Certainty.Fair,
            _ => Certainty.Weak,
        };
    }

    private static decimal Round(decimal value, int decimals) => Figure.Normalise(Math.Round(value, decimals, MidpointRounding.AwayFromZero));

    /// <summary>Why the data carry no forecast.</summary>
    private static class Missing
    {
        public static Reason NoData { get; } = new("no_data", "尚无数据", "no data yet");

        public static Reason PeriodOver { get; } = new("period_over", "期末数据已到,无须推算", "the data of the period's end is in: there is nothing to foresee");

        public static Reason Fell { get; } = new("figures_fell", "累计数曾经减少,不宜推算", "a running total has fallen: it carries no forecast");

        public static Reason TooFew(int points)
            => new("too_few_periods", $"只有 {points} 期数据,至少要有 {FewestPeriods + 1} 期、跨 {FewestDays} 天", $"data of {points} dates only; it takes {FewestPeriods + 1} over {FewestDays} days");

        public static Reason TooOld(DateOnly through)
            => new("data_too_old", $"数据只到 {through:yyyy-MM-dd},已过 {OldestDays} 天", $"the data is in to {through:yyyy-MM-dd} only, more than {OldestDays} days ago");
    }
}
