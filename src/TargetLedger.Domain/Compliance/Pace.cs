using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Compliance;

/// <summary>序时进度: the share of the target expected by a day, in percent, exact.</summary>
public static class Pace
{
    /// <summary>
    /// By day: days elapsed of the days of the period, the day itself included (4 June is day 155 of 365). By finished
    /// months: months that have ended (November's end is 11/12). A stated start takes the place of the period's.
    /// </summary>
    public static decimal Percent(Period period, DateOnly? start, DateOnly day, PaceBy by)
    {
        var from = start ?? period.Start;
        if (day >= period.End)
            return 100;
        if (day < from)
            return 0;

        return by == PaceBy.Day
            ? 100m * (day.DayNumber - from.DayNumber + 1) / (period.End.DayNumber - from.DayNumber + 1)
            : 100m * FinishedMonths(from, day) / Math.Max(1, FinishedMonths(from, period.End));
    }

    /// <summary>Months from the first day's month that have ended by the end of a day.</summary>
    private static int FinishedMonths(DateOnly from, DateOnly day)
    {
        var months = (day.Year - from.Year) * 12 + day.Month - from.Month;
        return day.AddDays(1).Day == 1 ? months + 1 : months;
    }
}
