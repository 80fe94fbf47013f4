using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using static TargetLedger.Domain.Tests.Schedules;

namespace TargetLedger.Domain.Tests;

public sealed class ReportingScheduleTests
{
    private static readonly DateOnly August = new(2015, 8, 31);

    [Fact]
    public void A_month_is_due_eight_working_days_after_its_end_until_terms_are_adopted()
        => Known((new(2013, 12, 12), Calendar2014)).DeadlineOf(Cadence.Monthly, new(2014, 6, 30)).ShouldBe(new(new(2014, 7, 10), null));

    [Fact]
    public void Terms_say_the_days_of_each_cadence_and_when_a_period_locks()
    {
        var terms = new ReportingTermsAdopted("r", new(2014, 1, 1), new(5, 6, 7, 8, 3, 10), "a");
        var schedule = Known((new(2013, 12, 12), Calendar2014), (new(2014, 1, 2), terms));
        Enum.GetValues<Cadence>().Select(c => schedule.DeadlineOf(c, new(2014, 6, 30)).Due.Day).ShouldBe([7, 8, 9, 10, 3]);
        schedule.DeadlineOf(Cadence.Monthly, new(2014, 6, 30)).LockedAfter.ShouldBe(new(2014, 7, 21));
    }

    [Fact]
    public void The_terms_of_a_cutoff_are_the_latest_effective_by_then()
    {
        var schedule = Known(
            (new(2014, 1, 2), Locking),
            (new(2014, 1, 3), Locking with { EffectiveFrom = new(2014, 7, 1), Terms = ReportingTerms.Default with { MonthlyDays = 3 } }));
        schedule.DeadlineOf(Cadence.Monthly, new(2014, 6, 30)).Due.ShouldBe(new(2014, 7, 10));
        schedule.DeadlineOf(Cadence.Monthly, new(2014, 7, 31)).ShouldBe(new(new(2014, 8, 5), null));
    }

    [Fact]
    public void An_announcement_made_in_time_moves_the_due_dates_that_are_open()
    {
        Known((new(2014, 12, 17), Calendar2015)).DeadlineOf(Cadence.Monthly, August).Due.ShouldBe(new(2015, 9, 10));
        Known((new(2014, 12, 17), Calendar2015), (new(2015, 5, 14), Calendar2015WithVictoryDay)).DeadlineOf(Cadence.Monthly, August).Due.ShouldBe(new(2015, 9, 11));
    }

    [Fact]
    public void An_announcement_made_after_a_due_date_leaves_it_alone()
        => Known((new(2014, 12, 17), Calendar2015), (new(2015, 9, 11), Calendar2015WithVictoryDay)).DeadlineOf(Cadence.Monthly, August).Due.ShouldBe(new(2015, 9, 10));

    [Fact]
    public void Nobody_is_late_by_terms_adopted_afterwards()
    {
        var shorter = Locking with { Terms = ReportingTerms.Default with { MonthlyDays = 1 } };
        Known((new(2013, 12, 12), Calendar2014), (new(2014, 7, 9), shorter)).DeadlineOf(Cadence.Monthly, new(2014, 6, 30)).Due.ShouldBe(new(2014, 7, 9));
    }

    [Fact]
    public void Terms_that_lock_close_no_period_before_they_are_adopted()
    {
        var schedule = Known((new(2013, 12, 12), Calendar2014), (new(2014, 11, 3), Locking));
        schedule.DeadlineOf(Cadence.Monthly, new(2014, 6, 30)).ShouldBe(new(new(2014, 7, 10), new(2014, 11, 3)));
    }

    [Fact]
    public void A_lock_that_has_fallen_is_not_lifted_by_new_terms()
    {
        var lax = Locking with { Terms = ReportingTerms.Default };
        Known((new(2014, 1, 2), Locking), (new(2014, 12, 1), lax)).DeadlineOf(Cadence.Monthly, new(2014, 6, 30)).LockedAfter
            .ShouldBe(Known((new(2014, 1, 2), Locking)).DeadlineOf(Cadence.Monthly, new(2014, 6, 30)).LockedAfter);
    }

    [Fact]
    public void A_year_without_a_calendar_is_named_before_its_due_dates_come()
    {
        Year2014.YearsWithoutCalendar(new(2014, 6, 1), 45).ShouldBeEmpty();
        Year2014.YearsWithoutCalendar(new(2014, 12, 1), 45).ShouldBe([2015]);
        ReportingSchedule.Empty.YearsWithoutCalendar(new(2014, 12, 1), 45).ShouldBe([2014, 2015]);
    }

    [Fact]
    public void Whatever_is_announced_later_a_due_date_that_has_passed_stays()
        => Prop.ForAll(Cutoffs, Announcements, Announcements, (cutoff, earlier, later) =>
        {
            var before = Known(earlier);
            var deadline = before.DeadlineOf(Cadence.Monthly, cutoff);
            var after = Known([.. earlier, .. later.Select(l => (l.On.AddYears(3), l.Event))]).DeadlineOf(Cadence.Monthly, cutoff);
            return later.Any(l => l.On.AddYears(3) <= deadline.Due) || after.Due == deadline.Due;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_due_date_lies_after_its_cutoff_and_a_lock_never_before_it()
        => Prop.ForAll(Cutoffs, Announcements, (cutoff, announced) =>
        {
            var deadline = Known(announced).DeadlineOf(Cadence.Monthly, cutoff);
            return deadline.Due > cutoff && !(deadline.LockedAfter < deadline.Due);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2014-10-01", "2014-10-07", "2014-10-11", null)]
    [InlineData("2014-10-07", "2014-10-01", "2014-10-11", "dates_reversed at /holidays/0/to")]
    [InlineData("2015-10-01", "2015-10-07", "2014-10-11", "date_outside_year at /holidays/0")]
    [InlineData("2014-10-01", "2014-10-07", "2014-10-10", "not_a_weekend at /workdays/0")]
    [InlineData("2014-10-01", "2014-10-07", "2014-10-05", "date_repeated at /workdays/0")]
    [InlineData("2014-10-01", "2014-10-07", "2016-10-01", "date_outside_year at /workdays/0")]
    public void An_announcement_whose_days_make_no_sense_is_refused(string from, string to, string worked, string? refused)
    {
        static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var decision = ReportingSchedule.Announce(ReportingSchedule.Empty, new(2014, [new("国庆节", Day(from), Day(to))], [Day(worked)], "a"));
        (decision is Decision.Refuse no ? string.Join(' ', no.Reasons.Select(r => $"{r.Code} at {r.Member}")) : null).ShouldBe(refused);
    }

    [Fact]
    public void Announcing_or_adopting_the_same_again_does_nothing()
    {
        ReportingSchedule.Announce(Year2014, Calendar2014 with { Holidays = [.. Calendar2014.Holidays] }).ShouldBeOfType<Decision.Nothing>();
        ReportingSchedule.Adopt(Year2014, Locking with { }).ShouldBeOfType<Decision.Nothing>();
        ReportingSchedule.Announce(Year2014, Calendar2014 with { Authority = "b" }).ShouldBeOfType<Decision.Record>();
    }

    [Fact]
    public void Terms_out_of_range_are_refused_every_one_at_once()
        => ReportingSchedule.Adopt(ReportingSchedule.Empty, Locking with { Terms = new(0, 251, 10, 10, -1, -1) })
            .ShouldBeOfType<Decision.Refuse>().Reasons.Select(r => r.Member)
            .ShouldBe(["/terms/monthlyDays", "/terms/quarterlyDays", "/terms/nodeDays", "/terms/lockDays"]);

    private static Arbitrary<DateOnly> Cutoffs { get; } = Arb.From(Gen.Choose(0, 700).Select(d => new DateOnly(2014, 1, 31).AddDays(d)));

    private static Arbitrary<(DateOnly On, object Event)[]> Announcements { get; } = Arb.From(
        from days in Gen.ListOf(Gen.Choose(0, 900), 3)
        from due in Gen.Choose(1, 20)
        from locked in Gen.Choose(0, 20)
        from what in Gen.ListOf(Gen.Elements<object>(
            Calendar2014,
            Calendar2015,
            Calendar2015WithVictoryDay,
            Locking with { Terms = new(due, due, due, due, due, locked) },
            Locking with { Terms = new(due, due, due, due, due) }), 3)
        select days.Order().Zip(what, (d, w) => (new DateOnly(2013, 12, 1).AddDays(d), w)).ToArray());
}
