using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Units;
using static TargetLedger.Domain.Tests.Schedules;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class DueReportTests
{
    [Fact]
    public void Periods_that_ended_before_the_commitment_was_made_are_nobodys_duty()
        => Due(Recording.Of(Training), Day(8, 31)).Select(d => d.Period).ShouldBe([Month(6), Month(7), Month(8)]);

    [Theory]
    [InlineData(Cadence.Monthly, "06-30 07-31 08-31 09-30 10-31 11-30 12-31")]
    [InlineData(Cadence.Quarterly, "06-30 09-30 12-31")]
    [InlineData(Cadence.HalfYearly, "06-30 12-31")]
    [InlineData(Cadence.Yearly, "12-31")]
    [InlineData(Cadence.ByNode, "06-20 10-31")]
    public void A_cadence_yields_its_cutoffs(Cadence cadence, string cutoffs)
        => string.Join(' ', ReportingPeriods.Of(Recording.Of(Scheme with { Cadence = cadence }).Commitment).Select(p => p.Cutoff.ToString("MM-dd", null))).ShouldBe(cutoffs);

    [Fact]
    public void A_period_is_cut_to_the_commitments_own()
    {
        var short_ = Recording.Of(Training with { Period = new(Day(6, 10), Day(8, 15)) });
        ReportingPeriods.Of(short_.Commitment).Select(p => p.Period).ShouldBe([new(Day(6, 10), Day(6, 30)), Month(7), new(Day(8, 1), Day(8, 15))]);
    }

    [Fact]
    public void After_a_period_was_shortened_there_are_no_cutoffs_beyond_its_end()
        => ReportingPeriods.Of(Recording.Of(Training).On(Day(8, 28), new PeriodRevised(Year with { End = EndOf(11) }, Day(9, 1), "r", "a")).Commitment)
            .Last().Cutoff.ShouldBe(EndOf(11));

    [Fact]
    public void The_day_it_is_recorded_makes_a_report_on_time_or_late()
    {
        // June is due on 10 July.
        One(Recording.Of(Training).On(Day(7, 10), Reported(1, Hrss, 6, 10, 10)), Day(7, 10)).Timeliness.ShouldBe(Timeliness.OnTime);
        One(Recording.Of(Training).On(Day(7, 11), Reported(1, Hrss, 6, 10, 10)), Day(7, 11)).Timeliness.ShouldBe(Timeliness.Late);
    }

    [Fact]
    public void What_is_not_in_is_pending_until_it_is_due_and_missing_then()
    {
        One(Recording.Of(Training), Day(7, 10)).Timeliness.ShouldBe(Timeliness.Pending);
        One(Recording.Of(Training), Day(7, 11)).Timeliness.ShouldBe(Timeliness.Missing);
    }

    [Fact]
    public void Judged_for_its_cutoff_a_period_shows_every_report_that_is_known()
        => One(Recording.Of(Training).On(Day(7, 8), Reported(1, Hrss, 6, 10, 10)), Day(6, 30)).Timeliness.ShouldBe(Timeliness.OnTime);

    [Fact]
    public void The_data_of_a_report_may_be_older_than_the_period()
        => One(Recording.Of(Training).On(Day(7, 8), Reported(1, Hrss, 6, 10, 10) with { Through = Day(6, 25) }), Day(7, 31)).Timeliness.ShouldBe(Timeliness.OnTime);

    [Fact]
    public void A_report_over_several_periods_is_about_the_last_cutoff_it_covers()
    {
        var due = Due(Recording.Of(Training).On(Day(9, 5), Reported(1, Hrss, Months(6, 8), 10, 10)), Day(9, 30));
        due.Select(d => d.Timeliness).ShouldBe([Timeliness.Missing, Timeliness.Missing, Timeliness.OnTime, Timeliness.Pending]);
    }

    [Fact]
    public void A_report_that_was_returned_or_corrected_stays_as_timely_as_it_was()
    {
        var reported = Recording.Of(Training).On(Day(7, 8), Reported(1, Hrss, 6, 10, 10)).On(Day(7, 15), new ProgressReturned(Id(1), "r"));
        One(reported, Day(7, 20)).Timeliness.ShouldBe(Timeliness.OnTime);
        One(reported.On(Day(7, 25), new ProgressCorrected(Id(1), "r", 9, 9)), Day(7, 31)).ReportedOn.ShouldBe(Day(7, 8));
    }

    [Fact]
    public void A_report_that_was_taken_back_answers_for_nothing()
    {
        var again = Recording.Of(Training).On(Day(7, 8), Reported(1, Hrss, 6, 10, 10)).On(Day(7, 9), new ProgressWithdrawn(Id(1), "r")).On(Day(7, 14), Reported(2, Hrss, 6, 9, 9));
        One(again, Day(7, 20)).ShouldSatisfyAllConditions(d => d.Timeliness.ShouldBe(Timeliness.Late), d => d.Report.ShouldBe(Id(2)));
    }

    [Fact]
    public void Partners_owe_nothing() => Due(Recording.Of(Training), Day(7, 31)).ShouldAllBe(d => d.Unit == Hrss);

    [Fact]
    public void Whoever_led_at_the_cutoff_owes_the_period()
    {
        var reassigned = Recording.Of(Training).On(Day(7, 20), new ResponsibilityReassigned([Lead(Education), Partner(Hrss)], Day(7, 15), "r", "a"));
        Due(reassigned, Day(8, 31)).Select(d => (d.Unit, d.Period.End)).ShouldBe([(Hrss, EndOf(6)), (Education, EndOf(7)), (Education, EndOf(8))]);
    }

    [Fact]
    public void Members_owe_from_the_day_they_belong_and_where_each_answers_for_itself_the_lead_owes_nothing()
    {
        Units(SummingUp.MembersAddUp, EndOf(6)).ShouldBe([Hrss, Jinjiang, Qingyang]);
        Units(SummingUp.LeadReports, EndOf(7)).ShouldBe([Hrss, Jinjiang, Qingyang, Wuhou]);
        Units(SummingUp.EachForItself, EndOf(7)).ShouldBe([Jinjiang, Qingyang, Wuhou]);

        static IEnumerable<string> Units(SummingUp way, DateOnly cutoff)
            => Due(Recording.Of(Divided(way)), Day(8, 15)).Where(d => d.Period.End == cutoff).Select(d => d.Unit);
    }

    [Fact]
    public void A_member_that_left_mid_period_owes_it_no_more()
    {
        var left = Grouped(new(Jinjiang, new(2014, 1, 1)), new Membership(Qingyang, new(2014, 1, 1), Day(7, 15)));
        DueReports.Of(Recording.Of(Divided(SummingUp.EachForItself)).Commitment, Day(8, 15), Year2014, left)
            .Select(d => (d.Unit, d.Period.End)).ShouldBe([(Jinjiang, EndOf(6)), (Qingyang, EndOf(6)), (Jinjiang, EndOf(7))]);
    }

    [Fact]
    public void While_a_commitment_is_suspended_its_cutoffs_are_excused()
    {
        var paused = Recording.Of(Training).On(Day(7, 20), new CommitmentSuspended(Day(7, 20), "r", "a")).On(Day(9, 2), new CommitmentResumed(Day(9, 2), "r", "a"));
        Due(paused, Day(10, 31)).Select(d => d.Timeliness).ShouldBe([Timeliness.Missing, Timeliness.Excused, Timeliness.Excused, Timeliness.Missing, Timeliness.Pending]);
        Due(paused, Day(10, 31))[1].Reason!.Code.ShouldBe("suspended");
    }

    [Fact]
    public void What_was_closed_out_owes_the_period_no_more_and_has_none_after_it()
    {
        var closed = Recording.Of(Training).On(Day(7, 28), new CompletionAccepted(Day(7, 12)));
        Due(closed, Day(10, 31)).Select(d => (d.Period.End, d.Timeliness)).ShouldBe([(EndOf(6), Timeliness.Missing), (EndOf(7), Timeliness.Excused)]);
    }

    [Fact]
    public void What_left_the_list_owes_nothing_from_then_on()
        => Due(Recording.Of(Training).On(Day(8, 1), new CommitmentWithdrawn(Day(8, 1), "r", "a")), Day(10, 31)).Select(d => (d.Period.End, d.Timeliness))
            .ShouldBe([(EndOf(6), Timeliness.Missing), (EndOf(7), Timeliness.Excused)]);

    /// <summary>July is due on 12 August.</summary>
    [Theory]
    [InlineData("08-12")]
    [InlineData("08-13")]
    public void What_stood_still_when_it_was_due_could_not_be_reported(string from)
    {
        var on = DateOnly.ParseExact("2014-" + from, "yyyy-MM-dd", null);
        var expected = on > Day(8, 12) ? Timeliness.Missing : Timeliness.Excused;
        object[] stops = [new CommitmentSuspended(on, "r", "a"), new CommitmentWithdrawn(on, "r", "a"), new CompletionAccepted(on)];
        foreach (var stop in stops)
            July(Recording.Of(Training).On(on, stop)).Timeliness.ShouldBe(expected, stop.ToString());

        static DueReport July(Recording recording) => Due(recording, Day(9, 5)).Single(d => d.Period.End == EndOf(7));
    }

    [Fact]
    public void Resumed_by_its_due_date_a_period_is_owed_and_reported_after_a_longer_pause_it_is_not_late()
    {
        var suspended = new CommitmentSuspended(Day(8, 4), "r", "a");
        One(Recording.Of(Training).On(Day(7, 8), Reported(1, Hrss, 6, 1, 1)).On(Day(8, 4), suspended), Day(8, 5), 1).ShouldSatisfyAllConditions(
            d => d.Timeliness.ShouldBe(Timeliness.Excused),
            d => d.Reason!.Code.ShouldBe("suspended"));
        One(Recording.Of(Training).On(Day(8, 4), suspended).On(Day(8, 12), new CommitmentResumed(Day(8, 12), "r", "a")), Day(8, 12), 1).Timeliness.ShouldBe(Timeliness.Pending);
        One(Recording.Of(Training).On(Day(8, 4), suspended).On(Day(8, 12), new CommitmentResumed(Day(8, 12), "r", "a")), Day(8, 13), 1).Timeliness.ShouldBe(Timeliness.Missing);
        One(Recording.Of(Training).On(Day(8, 4), suspended).On(Day(9, 2), new CommitmentResumed(Day(9, 2), "r", "a")).On(Day(9, 3), Reported(1, Hrss, 7, 1, 1)), Day(9, 3), 1)
            .Timeliness.ShouldBe(Timeliness.Excused);
    }

    [Fact]
    public void An_excuse_takes_away_a_fault_and_never_a_merit()
    {
        var excuse = new ReportExcused(EndOf(6), "无任务", "a");
        One(Recording.Of(Training).On(Day(7, 8), Reported(1, Hrss, 6, 10, 10)).On(Day(7, 9), excuse), Day(7, 31)).Timeliness.ShouldBe(Timeliness.OnTime);
        One(Recording.Of(Training).On(Day(7, 18), Reported(1, Hrss, 6, 10, 10)).On(Day(7, 19), excuse), Day(7, 31)).Timeliness.ShouldBe(Timeliness.Excused);
        One(Recording.Of(Training).On(Day(7, 19), excuse), Day(7, 31)).ShouldSatisfyAllConditions(
            d => d.Timeliness.ShouldBe(Timeliness.Excused),
            d => d.Reason!.Zh.ShouldBe("免报:无任务(a)"));
    }

    [Fact]
    public void What_was_reported_before_a_completion_counts_was_reported()
    {
        var closed = Recording.Of(Training).On(Day(9, 5), Reported(1, Hrss, 8, 10, 10)).On(Day(9, 20), new CompletionAccepted(Day(7, 12)));
        Due(closed, Day(10, 31)).Select(d => (d.Period.End, d.Timeliness)).ShouldBe([(EndOf(6), Timeliness.Missing), (EndOf(7), Timeliness.Excused), (EndOf(8), Timeliness.OnTime)]);
    }

    [Fact]
    public void By_node_a_report_that_says_the_node_is_reached_answers_early()
    {
        var scheme = Scheme with { Cadence = Cadence.ByNode };
        var early = Recording.Of(scheme).On(Day(6, 16), Words(1, Hrss, new(Day(6, 1), Day(6, 15)), Reached("n1", Day(6, 12))));
        One(early, Day(7, 31)).ShouldSatisfyAllConditions(d => d.Timeliness.ShouldBe(Timeliness.OnTime), d => d.Nodes.ShouldBe(["n1"]), d => d.Period.End.ShouldBe(Day(6, 20)));
        One(Recording.Of(scheme).On(Day(6, 16), Words(1, Hrss, new(Day(6, 1), Day(6, 15)))), Day(7, 31)).Timeliness.ShouldBe(Timeliness.Missing);
    }

    [Fact]
    public void Without_a_figure_each_of_several_leads_owes_its_own_report()
    {
        var joint = Recording.Of(Scheme with { Responsible = [Lead(Hrss), Lead(Education)] }).On(Day(7, 3), Words(1, Hrss, Month(6)));
        Due(joint, Day(7, 20)).Select(d => (d.Unit, d.Timeliness)).ShouldBe([(Hrss, Timeliness.OnTime), (Education, Timeliness.Missing)]);
    }

    [Fact]
    public void With_a_figure_a_report_of_one_lead_answers_for_the_other()
    {
        var joint = Recording.Of(Training with { Responsible = [Lead(Hrss), Lead(Education)] }).On(Day(7, 3), Reported(1, Hrss, 6, 10, 10));
        Due(joint, Day(7, 20)).ShouldAllBe(d => d.Timeliness == Timeliness.OnTime);
    }

    [Fact]
    public void A_report_by_leave_after_the_lock_is_marked()
    {
        var late = Recording.Of(Training)
            .On(Day(8, 20), new LateReportAllowed(Hrss, EndOf(6), Day(8, 25), "系统故障"))
            .On(Day(8, 21), Reported(1, Hrss, 6, 10, 10));
        One(late, Day(8, 22)).ShouldSatisfyAllConditions(
            d => d.Timeliness.ShouldBe(Timeliness.Late),
            d => d.AfterLock.ShouldBeTrue(),
            d => d.LockedAfter.ShouldBe(Day(7, 24)),
            d => d.AllowedUntil.ShouldBe(Day(8, 25)));
        One(Recording.Of(Training).On(Day(7, 20), Reported(1, Hrss, 6, 10, 10)), Day(8, 22)).AfterLock.ShouldBeFalse();
    }

    private static DueReport One(Recording recording, DateOnly on, int place = 0) => Due(recording, on)[place];

    private static IReadOnlyList<DueReport> Due(Recording recording, DateOnly on) => DueReports.Of(recording.Commitment, on, Year2014, World.Known);
}
