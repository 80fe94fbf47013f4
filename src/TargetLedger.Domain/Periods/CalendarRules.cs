namespace TargetLedger.Domain.Periods;

/// <summary>What makes an announcement sound: its days lie about its year, and each is said once.</summary>
internal static class CalendarRules
{
    private const int FirstYear = 1949;
    private const int LastYear = 2999;

    public static IEnumerable<Refusal> Check(CalendarAnnounced announced)
    {
        if (announced.Year is < FirstYear or > LastYear)
        {
            yield return new("value_out_of_range", $"应在 {FirstYear} 到 {LastYear} 之间", $"must lie between {FirstYear} and {LastYear}", "/year");
            yield break;
        }

        var off = new HashSet<DateOnly>();
        for (var i = 0; i < announced.Holidays.Count; i++)
        {
            foreach (var refusal in Check(announced.Year, announced.Holidays[i], $"/holidays/{i}", off))
                yield return refusal;
        }

        var worked = new HashSet<DateOnly>();
        for (var i = 0; i < announced.Workdays.Count; i++)
        {
            var day = announced.Workdays[i];
            if (!BelongsTo(announced.Year, day))
                yield return OutsideYear($"/workdays/{i}", announced.Year);
            else if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                yield return new("not_a_weekend", $"{day:yyyy-MM-dd} 不是周末,本来就上班", $"{day:yyyy-MM-dd} is no weekend and is worked anyway", $"/workdays/{i}");
            else if (off.Contains(day) || !worked.Add(day))
                yield return Repeated(day, $"/workdays/{i}");
        }
    }

    private static IEnumerable<Refusal> Check(int year, Holiday holiday, string member, HashSet<DateOnly> off)
    {
        if (holiday.To < holiday.From)
        {
            yield return new("dates_reversed", "结束早于开始", "it ends before it starts", $"{member}/to");
            yield break;
        }

        if (!BelongsTo(year, holiday.From) || !BelongsTo(year, holiday.To))
        {
            yield return OutsideYear(member, year);
            yield break;
        }

        for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
        {
            if (!off.Add(day))
                yield return Repeated(day, member);
        }
    }

    /// <summary>A New Year's break may begin in the December before; the one after it may be announced along.</summary>
    private static bool BelongsTo(int year, DateOnly day) => new DateOnly(year - 1, 12, 1) <= day && day <= new DateOnly(year + 1, 1, 31);

    private static Refusal OutsideYear(string member, int year)
        => new("date_outside_year", $"不属于 {year} 年的放假安排", $"does not belong to the holidays of {year}", member);

    private static Refusal Repeated(DateOnly day, string member)
        => new("date_repeated", $"{day:yyyy-MM-dd} 出现了两次", $"{day:yyyy-MM-dd} appears twice", member);
}
