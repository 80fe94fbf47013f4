using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;
using static TargetLedger.Domain.Tests.Schedules;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>June is due on 10 July and locks after 24 July.</summary>
public sealed class LockedPeriodTests : CommitmentSpecs
{
    private static readonly ReportProgress June = new(Id(1), Hrss, Month(6), Amount: 10);

    [Fact]
    public void Until_the_lock_a_report_is_taken_without_leave()
        => Given(Training).By(Year2014).On(Day(7, 24)).When(June).Then(Reported(1, Hrss, 6, 10, 10));

    [Fact]
    public void A_report_on_a_locked_period_is_refused_without_leave()
        => Given(Training).By(Year2014).On(Day(7, 25)).When(June).ThenRefused("period_locked at /period");

    [Fact]
    public void By_leave_it_is_taken_until_the_leave_ends()
    {
        var allowed = Given(Training, new LateReportAllowed(Hrss, EndOf(6), Day(8, 5), "r")).By(Year2014);
        allowed.On(Day(8, 5)).When(June).Then(Reported(1, Hrss, 6, 10, 10));
        allowed.On(Day(8, 6)).When(June).ThenRefused("period_locked at /period");
        allowed.On(Day(8, 5)).When(June with { Unit = Finance, Amount = null }).ThenRefused("period_locked at /period");
    }

    [Fact]
    public void A_report_of_part_of_a_locked_period_is_refused_too()
    {
        var locked = Given(Training).By(Year2014).On(Day(7, 25));
        locked.When(June with { Period = new(Day(6, 1), Day(6, 29)) }).ThenRefused("period_locked at /period");
        locked.When(June with { Period = new(Day(1, 1), Day(6, 10)) }).ThenRefused("period_locked at /period");
        locked.When(June with { Period = new(Day(7, 1), Day(7, 20)) }).Then(Reported(1, Hrss, new Period(Day(7, 1), Day(7, 20)), 10, 10));
        Given(Training, new LateReportAllowed(Hrss, EndOf(6), Day(8, 5), "r")).By(Year2014).On(Day(7, 25))
            .When(June with { Period = new(Day(6, 1), Day(6, 29)) }).Then(Reported(1, Hrss, new Period(Day(6, 1), Day(6, 29)), 10, 10));
    }

    [Fact]
    public void Part_of_a_period_that_has_not_ended_is_not_locked()
        => Given(Training).By(Year2014).On(Day(6, 25)).When(June with { Period = new(Day(6, 1), Day(6, 20)) }).Then(Reported(1, Hrss, new Period(Day(6, 1), Day(6, 20)), 10, 10));

    [Fact]
    public void Part_of_a_period_from_before_the_commitment_was_made_locks_nothing()
        => Given(Training).By(Year2014).On(Day(7, 25)).When(June with { Period = new(Day(5, 1), Day(5, 20)) }).Then(Reported(1, Hrss, new Period(Day(5, 1), Day(5, 20)), 10, 10));

    /// <summary>The first node is planned for 20 June.</summary>
    [Fact]
    public void By_node_a_later_report_answers_a_locked_node_only_by_leave()
    {
        var later = new ReportProgress(Id(2), Hrss, new(Day(7, 1), Day(8, 31)), Progress: Progress.InProgress, Nodes: [Reached("n1", Day(8, 20))]);
        var recorded = Words(2, Hrss, later.Period, Reached("n1", Day(8, 20)));
        Given(ByNode).By(Year2014).On(Day(9, 1)).When(later).ThenRefused("period_locked at /period");
        Given(ByNode).By(Year2014).On(Day(9, 1)).When(later with { Nodes = null }).Then(Words(2, Hrss, later.Period));
        Given(ByNode, new LateReportAllowed(Hrss, Day(6, 20), Day(9, 5), "r")).By(Year2014).On(Day(9, 1)).When(later).Then(recorded);
    }

    [Fact]
    public void A_node_that_was_reported_on_in_time_may_be_said_to_be_reached_after_the_lock()
    {
        var later = new ReportProgress(Id(2), Hrss, new(Day(7, 1), Day(8, 31)), Progress: Progress.InProgress, Nodes: [Reached("n1", Day(8, 20))]);
        Given(ByNode, Words(1, Hrss, new(Day(6, 1), Day(6, 30)))).By(Year2014).On(Day(9, 1)).When(later).Then(Words(2, Hrss, later.Period, Reached("n1", Day(8, 20))));
    }

    [Fact]
    public void By_node_a_correction_answers_a_locked_node_only_by_leave()
    {
        var told = Given(ByNode, Words(1, Hrss, new(Day(7, 1), Day(8, 31)))).By(Year2014).On(Day(9, 1));
        told.When(new CorrectProgress(Id(1), "r", Nodes: [Reached("n1", Day(8, 20))])).ThenRefused("correction_after_lock");
        told.When(new CorrectProgress(Id(1), "r", Text: new("d"))).Then(new ProgressCorrected(Id(1), "r", Text: new("d")));
    }

    [Fact]
    public void By_node_what_answers_a_locked_node_is_taken_back_only_by_leave()
        => Given(ByNode, Words(1, Hrss, new(Day(7, 1), Day(8, 31)), Reached("n1", Day(8, 20)))).By(Year2014).On(Day(9, 1))
            .When(new WithdrawProgress(Id(1), "r")).ThenRefused("withdrawal_after_lock");

    private static CommitmentMade ByNode => Scheme with { Cadence = Cadence.ByNode };

    [Fact]
    public void A_report_over_several_months_is_about_its_last_cutoff()
        => Given(Training).By(Year2014).On(Day(8, 15)).When(June with { Period = Months(6, 7) }).Then(Reported(1, Hrss, Months(6, 7), 10, 10));

    [Fact]
    public void Periods_from_before_the_commitment_was_made_lock_nothing()
        => Given(Training).By(Year2014).On(Day(7, 25)).When(June with { Period = Months(1, 5) }).Then(Reported(1, Hrss, Months(1, 5), 10, 10));

    [Fact]
    public void Without_terms_that_lock_nothing_is_ever_locked()
        => Given(Training).On(new(2015, 1, 10)).When(June).Then(Reported(1, Hrss, 6, 10, 10));

    [Fact]
    public void A_report_in_a_locked_period_is_neither_corrected_nor_taken_back_without_leave()
    {
        var locked = Given(Training, Reported(1, Hrss, 6, 10, 10)).By(Year2014).On(Day(8, 20));
        locked.When(new CorrectProgress(Id(1), "r", Amount: 9)).ThenRefused("correction_after_lock");
        locked.When(new WithdrawProgress(Id(1), "r")).ThenRefused("withdrawal_after_lock");
    }

    [Fact]
    public void By_leave_an_old_period_is_corrected_and_later_ones_stay_as_they_are()
    {
        var after = Given(Training, Reported(1, Hrss, 6, 10, 10), Reported(2, Hrss, 7, 5, 15), new LateReportAllowed(Hrss, EndOf(6), Day(9, 1), "r"))
            .By(Year2014).On(Day(8, 30))
            .When(new CorrectProgress(Id(1), "r", Amount: 9)).Then(new ProgressCorrected(Id(1), "r", 9, 9));
        Fold(after.Events).FindReport(Id(2))!.Total.ShouldBe(15);
    }

    [Fact]
    public void Who_returns_a_report_wants_it_answered_however_late()
        => Given(Training, Reported(1, Hrss, 6, 10, 10), new ProgressReturned(Id(1), "r")).By(Year2014).On(Day(8, 20))
            .When(new CorrectProgress(Id(1), "r", Amount: 9)).Then(new ProgressCorrected(Id(1), "r", 9, 9));

    [Fact]
    public void Leave_is_for_a_locked_period_of_a_unit_that_answered_for_it()
    {
        var asked = new AllowLateReport(Hrss, EndOf(6), Day(8, 31), "r");
        var today = Given(Training).By(Year2014).On(Day(8, 20));
        today.When(asked).Then(new LateReportAllowed(Hrss, EndOf(6), Day(8, 31), "r"));
        today.When(asked with { Cutoff = Day(6, 29) }).ThenRefused("reporting_period_unknown at /cutoff");
        today.When(asked with { Cutoff = EndOf(8) }).ThenRefused("reporting_period_unknown at /cutoff");
        today.When(asked with { Cutoff = EndOf(7) }).ThenRefused("period_not_locked at /cutoff");
        today.When(asked with { Unit = Education, Until = Day(8, 19) }).ThenRefused("unit_not_answering at /unit", "date_in_past at /until");
        today.On(Day(8, 25)).When(asked with { Until = Day(8, 25) }).Then(new LateReportAllowed(Hrss, EndOf(6), Day(8, 25), "r"));
        Given(Training, new CommitmentSuspended(Day(8, 1), "r", "a")).By(Year2014).On(Day(8, 20)).When(asked).ThenRefused("commitment_suspended");
    }

    [Fact]
    public void An_excuse_is_for_a_period_there_is_and_a_unit_that_owes_it()
    {
        var asked = new ExcuseReport(EndOf(6), "r", "a");
        var today = Given(Training).By(Year2014).On(Day(6, 20));
        today.When(asked).Then(new ReportExcused(EndOf(6), "r", "a"));
        today.When(asked with { Cutoff = EndOf(11), Unit = Hrss }).Then(new ReportExcused(EndOf(11), "r", "a", Hrss));
        today.When(asked with { Cutoff = EndOf(5) }).ThenRefused("reporting_period_unknown at /cutoff");
        today.When(asked with { Unit = Finance }).ThenRefused("unit_not_answering at /unit");
        Given(Training, new ReportExcused(EndOf(6), "r", "a")).When(asked with { Unit = Hrss }).ThenNothing();
    }
}
