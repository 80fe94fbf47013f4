using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Domain.Tests;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Year2014 = WorkingCalendar.Empty.With(Schedules.Calendar2014);

    /// <summary>Any year's, with days off and worked weekends anywhere in it.</summary>
    private static Arbitrary<WorkingCalendar> Calendars { get; } = Arb.From(
        from year in Gen.Choose(2000, 2030)
        from off in Gen.ListOf(Gen.Choose(0, 364), 8)
        from worked in Gen.ListOf(Gen.Choose(0, 364), 8)
        let first = new DateOnly(year, 1, 1)
        let holidays = off.Distinct().Select(d => new Holiday("h", first.AddDays(d), first.AddDays(d))).ToList()
        let weekends = worked.Except(off).Select(first.AddDays).Where(d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday).ToList()
        select WorkingCalendar.Empty.With(new(year, holidays, weekends, "a")));

    private static Arbitrary<(DateOnly From, int Days)> Spans { get; } = Arb.From(
        from day in Gen.Choose(0, 11_000)
        from days in Gen.Choose(0, 60)
        select (new DateOnly(2000, 1, 1).AddDays(day), days));

    [Theory]
    [InlineData("2014-09-28", true)]
    [InlineData("2014-10-01", false)]
    [InlineData("2014-10-07", false)]
    [InlineData("2014-10-08", true)]
    [InlineData("2014-10-11", true)]
    [InlineData("2014-10-12", false)]
    public void A_holiday_is_off_and_a_weekend_announced_as_worked_is_worked(string day, bool worked)
        => Year2014.IsWorkingDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(worked);

    [Fact]
    public void Eight_working_days_after_September_end_on_the_sixteenth_of_October()
        => Year2014.AddWorkingDays(new(2014, 9, 30), 8).ShouldBe(new(2014, 10, 16));

    [Fact]
    public void Without_an_announcement_Monday_to_Friday_are_worked()
    {
        WorkingCalendar.Empty.AddWorkingDays(new(2014, 9, 30), 8).ShouldBe(new(2014, 10, 10));
        WorkingCalendar.Empty.Knows(2014).ShouldBeFalse();
        Year2014.Knows(2014).ShouldBeTrue();
        Year2014.Knows(2015).ShouldBeFalse();
    }

    [Fact]
    public void A_later_announcement_for_a_year_takes_the_place_of_the_earlier_one()
        => WorkingCalendar.Empty.With(Schedules.Calendar2015).With(Schedules.Calendar2015WithVictoryDay).IsWorkingDay(new(2015, 9, 4)).ShouldBeFalse();

    [Fact]
    public void The_end_of_all_days_is_not_passed() => WorkingCalendar.Empty.AddWorkingDays(DateOnly.MaxValue.AddDays(-1), 5).ShouldBe(DateOnly.MaxValue);

    [Fact]
    public void Between_a_day_and_its_nth_working_day_after_there_are_n_working_days()
        => Prop.ForAll(Calendars, Spans, (calendar, span) =>
        {
            var end = calendar.AddWorkingDays(span.From, span.Days);
            var worked = Enumerable.Range(1, end.DayNumber - span.From.DayNumber).Count(i => calendar.IsWorkingDay(span.From.AddDays(i)));
            return worked == span.Days && (span.Days == 0 ? end == span.From : calendar.IsWorkingDay(end));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_on_is_counting_once()
        => Prop.ForAll(Calendars, Spans, (calendar, span) =>
            calendar.AddWorkingDays(calendar.AddWorkingDays(span.From, span.Days), 7) == calendar.AddWorkingDays(span.From, span.Days + 7)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_day_or_more_days_never_end_earlier()
        => Prop.ForAll(Calendars, Spans, (calendar, span) =>
        {
            var end = calendar.AddWorkingDays(span.From, span.Days);
            return calendar.AddWorkingDays(span.From.AddDays(1), span.Days) >= end && calendar.AddWorkingDays(span.From, span.Days + 1) > end;
        }).QuickCheckThrowOnFailure();
}
