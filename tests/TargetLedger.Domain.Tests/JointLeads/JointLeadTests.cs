using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Planning;
using TargetLedger.Domain.Reporting;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>Two offices lead: hrss for the east, education for the west. Finance verifies the east, Wuhou the west.</summary>
public sealed class JointLeadTests : CommitmentSpecs
{
    private const string East = "东";
    private const string West = "西";

    private static readonly CommitmentMade Both = Training with { Responsible = [new(Role.Lead, Hrss, Side: East), new(Role.Lead, Education, Side: West)] };

    private static readonly JointLeadAgreed Together = new(JointTarget.Together, [new(East, Finance), new(West, Wuhou)], "a");

    private static readonly JointLeadAgreed Apart = new(
        JointTarget.PerSide, [new(East, Finance, new(Bound.AtLeast, 800, "800名")), new(West, Wuhou, new(Bound.AtLeast, 400, "400名"))], "a");

    private static AgreeJointLead Agree(JointLeadAgreed terms) => new(terms.Target, terms.Sides, terms.Authority);

    [Fact]
    public void Sides_are_agreed_on_and_agreeing_again_changes_nothing()
    {
        Given(Both).When(Agree(Together)).Then(Together);
        Given(Both, Together).When(Agree(Together)).ThenNothing();
        Given(Both, Together).When(Agree(Apart)).Then(Apart);
    }

    [Fact]
    public void Sides_are_those_the_leads_are_named_with()
    {
        Given(Training).When(Agree(Together)).ThenRefused("sides_do_not_match at /sides");
        Given(Both).When(Agree(Together with { Sides = [new(East, Finance)] })).ThenRefused("sides_do_not_match at /sides");
        Given(Both).When(Agree(Together with { Sides = [new(East, Finance), new(East, Wuhou)] })).ThenRefused("sides_do_not_match at /sides");
    }

    [Fact]
    public void Every_fault_of_the_terms_is_named()
        => Given(Both with { Measure = Both.Measure! with { Kind = MeasureKind.Level } })
            .When(Agree(new(JointTarget.Together, [new(East, Education), new(West, "nobody", new(Bound.AtLeast, 0, "w"))], "a")))
            .ThenRefused(
                "measure_never_summed at /target",
                "office_leads at /sides/0/office",
                "unit_unknown at /sides/1/office",
                "side_target_not_expected at /sides/1/target",
                "value_not_positive at /sides/1/target/value");

    [Fact]
    public void A_division_and_joint_leads_do_not_go_together()
    {
        Given(Both with { Apportionment = new(SummingUp.LeadReports, Districts, []) }).When(Agree(Together)).ThenRefused("joint_and_divided");
        Given(Both, Together).When(new ApportionTarget(new(SummingUp.LeadReports, Districts, []))).ThenRefused("joint_and_divided");
    }

    [Fact]
    public void Sides_reach_a_target_together_at_the_date_both_have_data_for()
    {
        var judged = Judging.On(
            Day(6, 30), Both, Together, Reported(1, Hrss, Months(1, 5), 300, 300), Reported(2, Hrss, 6, 100, 400), Reported(3, Education, Months(1, 5), 250, 250));
        (judged.Totals.Counted, judged.Totals.Cutoff).ShouldBe((550, EndOf(5)));
        judged.Totals.Basis.ShouldBe([3, 5]);
        judged.Totals.Parts.Select(p => (p.Side, p.Amount, p.Position)).ShouldBe([(East, 300m, 3L), (West, 250m, 5L)]);
        judged.Totals.Sides.Select(s => (s.Counted, s.InSum)).ShouldBe([(400m, 300m), (250m, 250m)]);
    }

    [Fact]
    public void Each_side_reports_in_a_series_of_its_own()
    {
        Given(Both, Together, Reported(1, Hrss, 6, 100, 100)).When(new ReportProgress(Id(2), Education, Month(6), Amount: 40)).Then(Reported(2, Education, 6, 40, 40));
        Given(Both, Together, Reported(1, Hrss, 6, 100, 100)).When(new ReportProgress(Id(2), Hrss, Month(6), Amount: 40)).ThenRefused("period_already_reported at /period");
    }

    [Fact]
    public void Per_side_the_furthest_behind_gives_the_light_and_nothing_is_added_up()
    {
        var judged = Judging.On(Day(6, 30), Both, Apart, Stands(1, Hrss, EndOf(6), 800), Stands(2, Education, EndOf(6), 10));
        (judged.Totals.Counted, judged.IsMet, judged.Completion).ShouldBe((null, false, 50));
        judged.Said().ShouldBe("Red Behind members");
        judged.Totals.Sides.Select(s => (s.IsMet, s.Light)).ShouldBe([(true, Light.Green), (false, Light.Red)]);
    }

    [Fact]
    public void Both_owe_their_reports()
    {
        var commitment = Fold(Both, Together, Reported(1, Hrss, 6, 100, 100)) with { MadeOn = Day(6, 1) };
        Periods.DueReports.Of(commitment, Day(6, 30), Periods.ReportingSchedule.Empty, Known).Select(d => (d.Unit, d.Report is null)).ShouldBe([(Hrss, false), (Education, true)]);
    }

    [Fact]
    public void A_side_s_report_is_judged_by_its_own_office()
    {
        var state = Fold(Both, Together, Reported(1, Hrss, 6, 100, 100));
        SideCompletions.UnlessTheOffice(state, state.Reports[0], [Wuhou])!.Code.ShouldBe("not_the_sides_office");
        SideCompletions.UnlessTheOffice(state, state.Reports[0], [])!.Code.ShouldBe("not_the_sides_office");
        SideCompletions.UnlessTheOffice(state, state.Reports[0], [Finance]).ShouldBeNull();
        SideCompletions.UnlessTheOffice(Fold(Both, Reported(1, Hrss, 6, 100, 100)), state.Reports[0], []).ShouldBeNull();
    }

    [Fact]
    public void Completion_needs_both_claims_and_both_acceptances()
    {
        var day = Day(12, 20);
        var reached = Given(Both, Apart, Stands(1, Hrss, EndOf(6), 800), Stands(2, Education, EndOf(6), 400));
        var east = reached.When(new ClaimCompletion(Hrss, day, "s")).Then(new SideCompletionClaimed(East, Hrss, day, "s"));
        east.When(new ClaimCompletion(Hrss, Day(12, 21), "s")).ThenRefused("claim_pending");
        east.When(new Supervision.AcceptCompletion()).ThenRefused("accepted_by_side");
        east.SupervisedBy(Wuhou).When(new AcceptSide(East)).ThenRefused("not_the_sides_office");
        east.SupervisedBy(Wuhou).When(new AcceptSide(West)).ThenRefused("claim_missing");

        var half = east.SupervisedBy(Finance).When(new AcceptSide(East)).Then(new SideCompletionAccepted(East, day));
        Fold(half.Events).Standing.ShouldBe(Standing.Active);
        half.When(new ClaimCompletion(Hrss, day, "s")).ThenRefused("side_accepted");

        var west = half.When(new ClaimCompletion(Education, Day(12, 22), "s")).Then(new SideCompletionClaimed(West, Education, Day(12, 22), "s"));
        var whole = west.SupervisedBy(Wuhou).When(new AcceptSide(West, "c")).Then(new SideCompletionAccepted(West, Day(12, 22), "c"), new CompletionAccepted(Day(12, 22), "c"));
        Fold(whole.Events).Standing.ShouldBe(Standing.ClosedOut);
    }

    [Fact]
    public void A_side_that_has_not_reached_its_own_target_does_not_claim()
    {
        Given(Both, Apart, Stands(1, Hrss, EndOf(6), 799), Stands(2, Education, EndOf(6), 400)).When(new ClaimCompletion(Hrss, Day(12, 20), "s")).ThenRefused("target_not_met");
        Given(Both, Together, Stands(1, Hrss, EndOf(6), 600), Stands(2, Education, EndOf(6), 600))
            .When(new ClaimCompletion(Hrss, Day(12, 20), "s")).Then(new SideCompletionClaimed(East, Hrss, Day(12, 20), "s"));
    }

    [Fact]
    public void A_claim_that_is_turned_down_may_be_made_again()
    {
        var reached = Given(Both, Apart, Stands(1, Hrss, EndOf(6), 800), new SideCompletionClaimed(East, Hrss, Day(12, 20), "s"));
        var rejected = reached.SupervisedBy(Finance).Decide(new RejectSide(East, "r")).ShouldBeOfType<Decision.Record>();
        rejected.Events.ShouldBe([new SideCompletionRejected(East, "r")]);
        (reached with { Events = [.. reached.Events, .. rejected.Events] }).When(new ClaimCompletion(Hrss, Day(12, 21), "s")).Then(new SideCompletionClaimed(East, Hrss, Day(12, 21), "s"));
        reached.SupervisedBy(Finance).When(new RejectSide("北", "r")).ThenRefused("side_unknown at /side");
    }

    [Fact]
    public void A_change_of_lead_keeps_the_sides()
    {
        Given(Both, Together).When(new ReassignResponsibility([Lead(Hrss)], Day(7, 1), "r", "a")).ThenRefused("sides_do_not_match at /responsible");
        IReadOnlyList<Responsibility> next = [new(Role.Lead, Jinjiang, Side: East), new(Role.Lead, Education, Side: West)];
        Given(Both, Together).When(new ReassignResponsibility(next, Day(7, 1), "r", "a")).Then(new ResponsibilityReassigned(next, Day(7, 1), "r", "a"));
    }

    [Fact]
    public void Leads_do_not_change_sides_over_their_reports()
    {
        IReadOnlyList<Responsibility> crossed = [new(Role.Lead, Education, Side: East), new(Role.Lead, Hrss, Side: West)];
        Given(Both, Together, Reported(1, Hrss, 6, 10, 10)).When(new ReassignResponsibility(crossed, Day(6, 1), "r", "a")).ThenRefused("reports_after_effective_date at /effectiveFrom");
    }

    [Fact]
    public void Terms_are_not_agreed_on_over_a_pending_claim()
        => Given(Both, Stands(1, Hrss, EndOf(6), 1_200), new CompletionClaimed(Hrss, Day(12, 20), "s")).When(Agree(Together)).ThenRefused("claim_pending");

    private static readonly ReceiveCounterpartFigure Theirs = new("省台账", "SC:8-2", 900, EndOf(6), 4_711, new('a', 64), "回执");

    private static CounterpartFigureReceived Received(ReceiveCounterpartFigure f) => new(f.Ledger, f.Commitment, f.Total, f.Through, f.Position, f.Hash, f.Source);

    [Fact]
    public void Another_ledger_s_figure_is_shown_with_where_it_stands_and_added_to_nothing()
    {
        var after = Given(Both, Together, Stands(1, Hrss, EndOf(6), 600)).When(Theirs).Then(Received(Theirs));
        Fold(after.Events).Counterparts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Total.ShouldBe(900), c => c.Position.ShouldBe(4_711), c => c.ReceivedAt.ShouldBe(4));
        Judging.On(Day(6, 30), [.. after.Events]).Totals.Counted.ShouldBe(600);

        after.When(Theirs with { Total = 901 }).ThenRefused("counterpart_differs at /position");
        after.When(Theirs with { Position = 4_000 }).ThenRefused("counterpart_older at /position");
        after.When(Theirs with { Position = 4_800, Through = new(2015, 2, 1) }).ThenRefused("period_outside_commitment at /through");
        Given(Scheme).When(Theirs).ThenRefused("figure_not_expected at /total");
    }

    [Fact]
    public void A_target_reached_together_is_the_sum_of_its_sides()
        => Prop.ForAll(Arb.From(Gen.ListOf(Gen.Choose(0, 500), 12)), Stories.DayOfYear.ToArbitrary(), (amounts, day) =>
        {
            var (east, west) = (0m, 0m);
            var reports = amounts.SelectMany((amount, i) => new object[]
            {
                Reported(2 * i + 1, Hrss, i + 1, amount, east += amount),
                Reported(2 * i + 2, Education, i + 1, 500 - amount, west += 500 - amount),
            }).Where((_, i) => i % 5 != 0);
            var totals = Judging.On(day, [Both, Together, .. reports]).Totals;
            totals.Parts.Sum(p => p.Amount).ShouldBe(totals.Counted ?? 0);
            totals.Sides.Sum(s => s.InSum.GetValueOrDefault()).ShouldBe(totals.Counted ?? 0);
        }).Check(Stories.Cases(200));
}
