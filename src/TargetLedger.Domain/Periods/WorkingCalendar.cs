using System.Collections.Immutable;

namespace TargetLedger.Domain.Periods;

/// <summary>
/// Which days are worked: Monday to Friday, but for what was announced. A year nothing was announced for is counted by its
/// weekends alone, which whoever runs the ledger is warned of.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<DateOnly, bool> announced = [];

    private WorkingCalendar(ImmutableSortedDictionary<int, CalendarAnnounced> years)
    {
        Years = years;
        foreach (var year in years.Values)
        {
            foreach (var holiday in year.Holidays)
            {
                for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
                    announced[day] = false;
            }

            foreach (var day in year.Workdays)
                announced[day] = true;
        }
    }

    public static WorkingCalendar Empty { get; } = new(ImmutableSortedDictionary<int, CalendarAnnounced>.Empty);

    /// <summary>The announcement in force for each year.</summary>
    public ImmutableSortedDictionary<int, CalendarAnnounced> Years { get; }

    public bool Knows(int year) => Years.ContainsKey(year);

    public WorkingCalendar With(CalendarAnnounced year) => new(Years.SetItem(year.Year, year));

    public bool IsWorkingDay(DateOnly day)
        => announced.TryGetValue(day, out var worked) ? worked : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The n-th working day after a day; the day itself is not counted. The end of the calendar is never passed.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        while (days > 0 && day < DateOnly.MaxValue)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                days--;
        }

        return day;
    }
}
