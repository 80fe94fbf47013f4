using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Planning;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>The city's list and the province's ask hrss the same thing.</summary>
public sealed class LinkTests
{
    private static readonly LinkCommitments FromJuly = new(Id(900), Day(7, 1), "a");

    private static (string Refused, Pair Pair) Link(Pair pair, LinkCommitments command, params string[] reached)
    {
        var (decision, ofTarget) = LinkCommitments.Decide(pair.Source, pair.Target, reached.ToHashSet(StringComparer.Ordinal), command, Known);
        return decision switch
        {
            Decision.Record record => ("", pair.Record(record.Events, ofTarget)),
            Decision.Refuse refuse => (string.Join(' ', refuse.Reasons.Select(r => r.Code)), pair),
            _ => ("nothing", pair),
        };
    }

    private static string Refused(CommitmentMade target, params object[] ofTarget) => Link(Pair.Of([Training], [target, .. ofTarget]), FromJuly).Refused;

    [Fact]
    public void Only_what_counts_the_same_thing_over_the_same_period_is_linked()
    {
        Refused(Training).ShouldBe("");
        Refused(Training with { Measure = Training.Measure! with { Unit = "人次" } }).ShouldBe("link_measure_differs");
        Refused(Training with { Measure = Training.Measure! with { Definition = "取得证书" } }).ShouldBe("link_definition_differs");
        Refused(Training with { Period = Months(1, 11) }).ShouldBe("link_period_differs");
        Refused(Scheme).ShouldBe("link_without_figure");
        Refused(Training with { Responsible = [Lead(Finance)] }).ShouldBe("link_unit_does_not_answer");
        Refused(Divided(SummingUp.MembersAddUp)).ShouldBe("link_division_differs");
        Refused(Training, new CommitmentSuspended(Day(6, 1), "r", "a")).ShouldBe("commitment_suspended");
    }

    [Fact]
    public void A_link_that_leads_back_is_refused()
    {
        Link(Pair.Of([Training], [Training]), FromJuly, "source").Refused.ShouldBe("link_loop");
        var pair = Pair.Of([Training], [Training]);
        Link(pair with { Target = pair.Source }, FromJuly).Refused.ShouldBe("link_loop");
    }

    [Fact]
    public void What_was_reported_there_itself_is_not_counted_twice()
    {
        Refused(Training, Reported(50, Hrss, 7, 10, 10)).ShouldBe("link_period_reported");
        Refused(Training, Reported(50, Hrss, 6, 10, 10)).ShouldBe("");
        Link(Pair.Of([Training, Reported(1, Hrss, 6, 20, 20)], [Training, Reported(50, Hrss, 6, 10, 10)]), FromJuly).Refused.ShouldBe("link_totals_differ");
        Link(Pair.Of([Training, Reported(1, Hrss, 6, 10, 10)], [Training, Reported(50, Hrss, 6, 10, 10)]), FromJuly).Refused.ShouldBe("");
    }

    [Fact]
    public void Reports_made_before_the_link_for_its_periods_count_at_once_and_keep_the_day_they_were_made()
    {
        var (_, pair) = Link(Pair.Of([Training, Reported(1, Hrss, 6, 10, 10), Reported(2, Hrss, 7, 20, 30)], [Training]), FromJuly);
        var counted = pair.Target.Reports.ShouldHaveSingleItem();
        (counted.Id, counted.Total, counted.CountedFrom, counted.ReportedOn).ShouldBe((Id(2), 30, "source", Day(6, 5)));
        Link(pair, FromJuly).Refused.ShouldBe("nothing");
        Link(pair, FromJuly with { From = Day(8, 1) }).Refused.ShouldBe("already_linked");
    }

    [Fact]
    public void One_report_counts_in_both_and_corrections_returns_and_withdrawals_follow()
    {
        var pair = Link(Pair.Of([Training], [Training]), FromJuly).Pair
            .After(Reported(1, Hrss, 7, 20, 20))
            .After(new ProgressVerified(Id(1), 18))
            .After(new ProgressCorrected(Id(1), "r", 25, 25));
        var counted = pair.Target.Reports.ShouldHaveSingleItem();
        (counted.Status, counted.Total, counted.VerifiedTotal, counted.Corrections).ShouldBe((ReportStatus.Submitted, 25, null, 1));

        pair.After(new ProgressReturned(Id(1), "缺佐证")).Target.Reports[0].ShouldSatisfyAllConditions(r => r.Status.ShouldBe(ReportStatus.Returned), r => r.ReturnReason.ShouldBe("缺佐证"));
        pair.After(new ProgressReturnedByLead(Id(1), Hrss, "名册缺页")).Target.Reports[0].Status.ShouldBe(ReportStatus.Returned);
        pair.After(new ProgressWithdrawn(Id(1), "r")).Target.Reports[0].Status.ShouldBe(ReportStatus.Withdrawn);
    }

    [Fact]
    public void Reports_of_earlier_periods_words_and_partners_reports_do_not_count_elsewhere()
        => Link(Pair.Of([Training], [Training]), FromJuly).Pair
            .After(Reported(1, Hrss, 6, 20, 20))
            .After(Words(2, Finance, Month(7)))
            .Target.Reports.ShouldBeEmpty();

    [Fact]
    public void A_counted_report_is_dealt_with_where_it_was_made()
    {
        var pair = Link(Pair.Of([Training], [Training]), FromJuly).Pair.After(Reported(1, Hrss, 7, 20, 20));
        Decision[] decisions =
        [
            CorrectProgress.Decide(pair.Target, new(Id(1), "r", Amount: 1), Periods.ReportingSchedule.Empty, At(Day(8, 1))),
            WithdrawProgress.Decide(pair.Target, new(Id(1), "r"), Periods.ReportingSchedule.Empty, At(Day(8, 1))),
            VerifyProgress.Decide(pair.Target, new(Id(1)), Periods.ReportingSchedule.Empty),
            ReturnProgress.Decide(pair.Target, new(Id(1), "r")),
            ReviewProgress.Decide(pair.Target, new(Id(1), Hrss), At(Day(8, 1))),
            ReturnToMember.Decide(pair.Target, new(Id(1), Hrss, "r"), At(Day(8, 1))),
            ReportClasses.Decide(pair.Target, new(Id(1), []), Periods.ReportingSchedule.Empty, At(Day(8, 1))),
        ];
        decisions.ShouldAllBe(d => ((Decision.Refuse)d).Reasons[0].Code == "report_counted_here");
        CodesOf(ReportProgress.Decide(pair.Target, new(Id(2), Hrss, Month(8), Amount: 1), Known, Periods.ReportingSchedule.Empty, At(new(2015, 1, 10)))).ShouldBe(["reported_through_link"]);
    }

    [Fact]
    public void A_sample_finds_a_counted_report_once_where_it_was_made()
    {
        var pair = Link(Pair.Of([Training], [Training]), FromJuly).Pair.After(Reported(1, Hrss, 7, 20, 20));
        var everything = new SamplePopulation(100);
        pair.Source.Reports.Count(everything.Holds).ShouldBe(1);
        pair.Target.Reports.Count(everything.Holds).ShouldBe(0);
    }

    [Fact]
    public void A_counted_report_answers_for_its_period_and_names_where_it_was_made()
    {
        var pair = Link(Pair.Of([Training], [Training]), FromJuly).Pair.After(Reported(1, Hrss, 7, 20, 20));
        var due = Periods.DueReports.Of(pair.Target with { MadeOn = Day(7, 1) }, Day(7, 31), Periods.ReportingSchedule.Empty, Known);
        due.ShouldHaveSingleItem().Report.ShouldBe(Id(1));
        var judged = Judgement.Of(pair.Target, Day(7, 31), Rules.Default, Known);
        judged.Totals.Counted.ShouldBe(20);
        FigurePart.SourcesOf(judged.Totals.Parts).ShouldBe(["source"]);
        FigurePart.SourcesOf(Judgement.Of(pair.Source, Day(7, 31), Rules.Default, Known).Totals.Parts).ShouldBeEmpty();
    }

    [Fact]
    public void Unlinking_takes_later_periods_back_and_leaves_earlier_ones_following()
    {
        var pair = Link(Pair.Of([Training], [Training]), FromJuly).Pair.After(Reported(1, Hrss, 7, 20, 20)).After(Reported(2, Hrss, 8, 5, 25));
        var (decision, ofTarget) = UnlinkCommitments.Decide(pair.Source, pair.Target, new(FromJuly.Link, Day(8, 1), "r"));
        var ended = pair.Record(((Decision.Record)decision).Events, ofTarget);
        ended.Target.Reports.Select(r => (r.Id, r.Counts)).ShouldBe([(Id(1), true), (Id(2), false)]);

        var corrected = ended.After(new ProgressCorrected(Id(1), "r", 30, 30)).After(new ProgressCorrected(Id(2), "r", 6, 36)).After(Reported(3, Hrss, 9, 1, 37));
        corrected.Target.Reports.Select(r => (r.Id, r.Total, r.Counts)).ShouldBe([(Id(1), 30m, true), (Id(2), 25m, false)]);
        // From then on it reports there itself.
        ReportProgress.Decide(corrected.Target, new(Id(4), Hrss, Month(8), Amount: 1), Known, Periods.ReportingSchedule.Empty, At(new(2015, 1, 10))).ShouldBeOfType<Decision.Record>();

        UnlinkCommitments.Decide(ended.Source, ended.Target, new(FromJuly.Link, Day(8, 1), "r")).Decision.ShouldBeOfType<Decision.Nothing>();
        CodesOf(UnlinkCommitments.Decide(ended.Source, ended.Target, new(FromJuly.Link, Day(9, 1), "r")).Decision).ShouldBe(["link_ended"]);
        CodesOf(UnlinkCommitments.Decide(pair.Source, pair.Target, new(FromJuly.Link, Day(6, 1), "r")).Decision).ShouldBe(["dates_reversed"]);
        CodesOf(UnlinkCommitments.Decide(pair.Source, pair.Target, new(Id(1), Day(9, 1), "r")).Decision).ShouldBe(["link_unknown"]);
    }

    [Fact]
    public void What_is_linked_keeps_its_period_and_its_way_of_summing_up()
    {
        var pair = Link(Pair.Of([Training], [Training]), FromJuly).Pair;
        CodesOf(RevisePeriod.Decide(pair.Source, new(Months(1, 11), Day(8, 1), "r", "a"))).ShouldBe(["commitment_linked"]);
        CodesOf(ApportionTarget.Decide(pair.Target, new(new(SummingUp.EachForItself, Districts, [])), Known, At(Day(8, 1)))).ShouldBe(["commitment_linked"]);
    }

    [Fact]
    public void A_district_s_own_item_counts_as_its_part_of_the_city_s()
    {
        var district = Training with { Responsible = [Lead(Jinjiang)] };
        var pair = Link(Pair.Of([district], [Divided(SummingUp.MembersAddUp)]), FromJuly).Pair.After(Reported(1, Jinjiang, 7, 20, 20));
        var judged = Judgement.Of(pair.Target, Day(7, 31), Rules.Default, Known);
        judged.Totals.Group!.Members[0].InSum.ShouldBe(20);
        judged.Totals.Parts.ShouldHaveSingleItem().CountedFrom.ShouldBe("source");
    }

    /// <summary>Whatever becomes of reports, in whatever order.</summary>
    [Fact]
    public void What_counts_at_the_other_end_is_what_stands_at_the_source()
        => Prop.ForAll(Stories.Commands, told =>
        {
            var pair = Link(Pair.Of([Training], [Training]), FromJuly with { From = Day(1, 1) }).Pair;
            foreach (var command in told.Commands.Where(c => c is not (ReassignResponsibility or ApportionTarget or RevisePeriod)))
            {
                var decision = command switch
                {
                    ReportProgress c => ReportProgress.Decide(pair.Source, c with { Nodes = null }, Known, Periods.ReportingSchedule.Empty, At(new(2015, 1, 10))),
                    CorrectProgress c => CorrectProgress.Decide(pair.Source, c with { Nodes = null }, Periods.ReportingSchedule.Empty, At(new(2015, 1, 10))),
                    WithdrawProgress c => WithdrawProgress.Decide(pair.Source, c, Periods.ReportingSchedule.Empty, At(new(2015, 1, 10))),
                    VerifyProgress c => VerifyProgress.Decide(pair.Source, c, Periods.ReportingSchedule.Empty),
                    ReturnProgress c => ReturnProgress.Decide(pair.Source, c),
                    _ => Decision.Done,
                };
                if (decision is Decision.Record record)
                    pair = pair.After([.. record.Events]);
            }

            var (here, there) = (pair.Source.Reports.Where(r => r is { Total: not null, Counts: true }), pair.Target.Reports.Where(r => r.Counts));
            there.Select(Figures).ShouldBe(here.Select(Figures), ignoreOrder: true);
            foreach (var day in new[] { Day(6, 30), Day(12, 31) })
                Judgement.Of(pair.Target, day, Rules.Default, Known).Totals.Reported.ShouldBe(Judgement.Of(pair.Source, day, Rules.Default, Known).Totals.Reported);
        }).Check(Stories.Cases(150));

    [Fact]
    public void Whoever_reports_what_is_linked_keeps_the_lead_until_the_link_has_ended()
    {
        var pair = Link(Pair.Of([Training], [Training]), FromJuly).Pair;
        ReassignResponsibility toFinance = new([Lead(Finance)], Day(9, 1), "r", "a");
        foreach (var end in new[] { pair.Source, pair.Target })
        {
            CodesOf(ReassignResponsibility.Decide(end, toFinance, Known)).ShouldBe(["commitment_linked"]);
            ReassignResponsibility.Decide(end, toFinance with { Responsible = [Lead(Hrss), Partner(Education)] }, Known).ShouldBeOfType<Decision.Record>();
        }

        var (decision, ofTarget) = UnlinkCommitments.Decide(pair.Source, pair.Target, new(FromJuly.Link, Day(9, 1), "r"));
        var ended = pair.Record(((Decision.Record)decision).Events, ofTarget);
        ReassignResponsibility.Decide(ended.Source, toFinance, Known).ShouldBeOfType<Decision.Record>();
        CodesOf(ReassignResponsibility.Decide(ended.Source, toFinance with { EffectiveFrom = Day(8, 1) }, Known)).ShouldBe(["commitment_linked"]);
    }

    [Fact]
    public void The_city_s_lead_changes_freely_where_only_members_reports_are_linked()
    {
        var district = Training with { Responsible = [Lead(Jinjiang)] };
        var pair = Link(Pair.Of([district], [Divided(SummingUp.MembersAddUp)]), FromJuly).Pair;
        ReassignResponsibility.Decide(pair.Target, new([Lead(Finance)], Day(9, 1), "r", "a"), Known).ShouldBeOfType<Decision.Record>();
        CodesOf(ReassignResponsibility.Decide(pair.Target, new([Lead(Jinjiang)], Day(9, 1), "r", "a"), Known)).ShouldBe(["commitment_linked"]);
    }

    [Theory]
    [InlineData(Standing.Suspended)]
    [InlineData(Standing.ClosedOut)]
    [InlineData(Standing.Withdrawn)]
    public void Where_the_source_has_stopped_the_target_is_reported_on_itself(Standing standing)
    {
        var pair = Link(Pair.Of([Training], [Training]), FromJuly).Pair.After(Reported(1, Hrss, 7, 20, 20));
        pair.Report(pair.Target, 2, Hrss, 8).ShouldBe("reported_through_link");
        var stopped = pair.Record(
            [standing switch
            {
                Standing.Suspended => new CommitmentSuspended(Day(8, 1), "r", "a"),
                Standing.ClosedOut => new CompletionAccepted(Day(8, 1), "r"),
                _ => new CommitmentWithdrawn(Day(8, 1), "r", "a"),
            }],
            []);
        stopped.Report(stopped.Target, 2, Hrss, 8).ShouldBe("");
    }

    [Fact]
    public void Where_another_unit_had_taken_the_lead_of_the_source_the_target_s_lead_reports_itself()
    {
        ResponsibilityReassigned toFinance = new([Lead(Finance)], Day(8, 1), "r", "a");
        var pair = Link(Pair.Of([Training], [Training]), FromJuly).Pair.After(Reported(1, Hrss, 7, 20, 20)).Record([toFinance], []);
        pair.Report(pair.Source, 2, Finance, 8).ShouldBe("");
        pair.Report(pair.Target, 2, Hrss, 8).ShouldBe("");

        // Who leads at both ends now reports where it was reported before.
        var both = pair.Record([], [toFinance]);
        both.Report(both.Target, 2, Finance, 8).ShouldBe("reported_through_link");
        both.After(Reported(2, Finance, 8, 5, 25)).Target.Reports.Select(r => r.Id).ShouldBe([Id(1), Id(2)]);
    }

    [Fact]
    public void A_period_that_was_reported_at_the_target_itself_is_not_counted_from_the_source_as_well()
    {
        var pair = Link(Pair.Of([Training], [Training]), FromJuly).Pair
            .Record([new CommitmentSuspended(Day(7, 1), "r", "a")], [])
            .Record([], [Reported(50, Hrss, 7, 10, 10)])
            .Record([new CommitmentResumed(Day(8, 1), "r", "a")], [])
            .After(Reported(1, Hrss, 7, 20, 20));
        pair.Target.Reports.Select(r => r.Id).ShouldBe([Id(50)]);

        // Taken back there, it can still be made good: the source has had its say on that month.
        var takenBack = pair.Record([], [new ProgressWithdrawn(Id(50), "r")]);
        takenBack.Report(takenBack.Target, 51, Hrss, 7).ShouldBe("");
        takenBack.After(new ProgressCorrected(Id(1), "r", 25, 25)).Target.Reports.Where(r => r.Counts).Select(r => r.Id).ShouldBe([Id(1)]);
    }

    [Fact]
    public void A_report_made_anew_takes_the_place_of_the_one_withdrawn_with_it()
        => Link(Pair.Of([Training], [Training]), FromJuly).Pair
            .After(Reported(1, Hrss, 7, 20, 20))
            .After(new ProgressWithdrawn(Id(1), "r"), Reported(2, Hrss, 7, 30, 30))
            .Target.Reports.Where(r => r.Counts).Select(r => r.Id).ShouldBe([Id(2)]);

    /// <summary>Whatever becomes of reports, of who leads and of the source, in whatever order.</summary>
    [Fact]
    public void Whoever_leads_the_target_can_report_each_period_once_at_one_end_or_the_other()
        => Prop.ForAll(Stories.Commands, told =>
        {
            var pair = Link(Pair.Of([Training], [Training]), FromJuly with { From = Day(1, 1) }).Pair;
            foreach (var (command, i) in told.Commands.Select((c, i) => (c, i)))
            {
                switch (command)
                {
                    // As it could be recorded before links kept anybody from it: at one end or at both.
                    case ReassignResponsibility c:
                        IReadOnlyList<object> Reassigned(Commitment end) => ReassignResponsibility.Decide(end with { Links = [] }, c, Known) is Decision.Record record ? record.Events : [];
                        pair = pair.Record(i % 3 < 2 ? Reassigned(pair.Source) : [], i % 3 > 0 ? Reassigned(pair.Target) : []);
                        break;
                    case CorrectProgress c when CorrectProgress.Decide(pair.Source, c with { Nodes = null }, Periods.ReportingSchedule.Empty, At(new(2015, 1, 10))) is Decision.Record corrected:
                        pair = pair.After([.. corrected.Events]);
                        break;
                    case WithdrawProgress c when WithdrawProgress.Decide(pair.Source, c, Periods.ReportingSchedule.Empty, At(new(2015, 1, 10))) is Decision.Record withdrawn:
                        pair = pair.After([.. withdrawn.Events]);
                        break;
                    case ReportProgress c when ReportProgress.Decide(pair.Source, c with { Nodes = null }, Known, Periods.ReportingSchedule.Empty, At(new(2015, 1, 10))) is Decision.Record reported:
                        pair = pair.After([.. reported.Events]);
                        break;
                    case ReportProgress c when ReportProgress.Decide(pair.Target, c with { Nodes = null }, Known, Periods.ReportingSchedule.Empty, At(new(2015, 1, 10)), pair.Sources) is Decision.Record reported:
                        pair = pair.Record([], reported.Events);
                        break;
                }
            }

            foreach (var month in Enumerable.Range(1, 12).Select(Month))
            {
                foreach (var lead in pair.Target.ResponsibleOn(month.End).Where(r => r.Role == Role.Lead).Select(r => r.Unit!))
                {
                    var own = pair.Target.Reports.Where(r => r.Counts && r.Total is not null && r.Period.Overlaps(month) && pair.Target.InSameSeries(r, lead, month)).ToList();
                    own.ShouldAllBe(r => !own.Any(o => o.Id != r.Id && o.Period.Overlaps(r.Period)));
                    if (own.Count > 0 || pair.Report(pair.Target, 900 + month.End.Month, lead, month.End.Month) != "reported_through_link")
                        continue;
                    // Refused here, it is taken there and counts here.
                    var there = pair.Source.ResponsibleOn(month.End).Single(r => r.Role == Role.Lead).Unit!;
                    pair.After(Reported(900 + month.End.Month, there, month, 1, 1)).Target.FindReport(Id(900 + month.End.Month)).ShouldNotBeNull();
                    pair.Source.Reports.ShouldNotContain(r => r.Counts && r.Total != null && r.Period.Overlaps(month) && pair.Source.InSameSeries(r, there, month));
                }
            }
        }).Check(Stories.Cases(150));

    private static (Guid, string, DateOnly, decimal?, decimal?, decimal?, ReportStatus) Figures(Report r) => (r.Id, r.Unit, r.Through, r.Amount, r.Total, r.VerifiedTotal, r.Status);

    private static IEnumerable<string> CodesOf(Decision decision) => decision.ShouldBeOfType<Decision.Refuse>().Reasons.Select(r => r.Code);

    /// <summary>Two commitments, and what is recorded of one reaching the other as the server lets it.</summary>
    private sealed record Pair(Commitment Source, Commitment Target)
    {
        public static Pair Of(object[] source, object[] target)
            => new(Commitment.Fold("source", World.Record(source))!, Commitment.Fold("target", World.Record(target))!);

        public Pair After(params object[] events)
        {
            var source = Grow(Source, events);
            var followed = Source.Links.Where(l => l.End == LinkEnd.CountsIn)
                .SelectMany(l => CountedElsewhere.Follow(l, source, Target, events.Select(CountedElsewhere.ReportOf).OfType<Guid>(), Known));
            return new(source, Grow(Target, followed));
        }

        public IReadOnlyDictionary<string, Commitment> Sources => new Dictionary<string, Commitment>(StringComparer.Ordinal) { ["source"] = Source };

        /// <summary>The code a report is refused with; nothing where it is taken.</summary>
        public string Report(Commitment end, int id, string unit, int month)
            => ReportProgress.Decide(end, new(Id(id), unit, Month(month), Amount: 5), Known, Periods.ReportingSchedule.Empty, At(new(2015, 1, 10)), Sources) is Decision.Refuse refuse
                ? string.Join(' ', refuse.Reasons.Select(r => r.Code))
                : "";

        public Pair Record(IEnumerable<object> ofSource, IEnumerable<object> ofTarget) => new(Grow(Source, ofSource), Grow(Target, ofTarget));

        private static Commitment Grow(Commitment state, IEnumerable<object> events)
            => events.Aggregate(state, (s, e) => Commitment.Evolve(s.Id, s, new(e, s.Version + 1, s.Version + 1, At(Day(8, 5)), "tests")));
    }
}
