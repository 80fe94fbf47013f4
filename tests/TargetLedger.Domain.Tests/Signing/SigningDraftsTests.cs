using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using static TargetLedger.Domain.Tests.UnitDraft;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class SigningDraftsTests
{
    [Fact]
    public void A_draft_is_put_up_signed_step_by_step_and_submitted()
    {
        var draft = Begun(TwoSteps);
        Stage(draft).ShouldBe(DraftStage.Drafting);
        draft.PutUp().ShouldBeRecorded();
        Stage(draft).ShouldBe(DraftStage.ToSign);
        draft.Sign(Leader).ShouldBeRecorded();
        Stage(draft).ShouldBe(DraftStage.ToSign);
        draft.Submit().ShouldBeRefusedAs("draft_unsigned");
        draft.Sign(Principal).ShouldBeRecorded();
        Stage(draft).ShouldBe(DraftStage.Signed);
        draft.Submit().ShouldBeOfType<Decision.Record>().Events.ShouldHaveSingleItem().ShouldBeOfType<ProgressReported>().Report.ShouldBe(Id(1));
        Stage(draft).ShouldBe(DraftStage.Submitted);
    }

    [Fact]
    public void Where_nobody_has_to_sign_it_is_submitted_at_once_and_cannot_be_put_up()
    {
        var draft = Begun(SubmissionRules.Default);
        draft.PutUp().ShouldBeRefusedAs("signing_not_required");
        draft.Sign(Leader).ShouldBeRefusedAs("signing_not_required");
        draft.Submit().ShouldBeRecorded();
    }

    [Fact]
    public void An_unsigned_draft_is_not_submitted_and_a_report_without_a_draft_neither()
    {
        Begun(OneStep).Submit().ShouldBeRefusedAs("draft_unsigned");
        SubmitDraft.Directly(Fold(Training), new(Id(9), Hrss, Month(6), Amount: 5), Known, Periods.ReportingSchedule.Empty, OneStep, At(Day(7, 3))).ShouldBeRefusedAs("signing_required");
        SubmitDraft.Directly(Fold(Training), new(Id(9), Hrss, Month(6), Amount: 5), Known, Periods.ReportingSchedule.Empty, SubmissionRules.Default, At(Day(7, 3))).ShouldBeRecorded();
    }

    [Fact]
    public void All_that_stands_in_the_way_of_a_submission_is_said_at_once()
        => Begun(OneStep with { TextRequired = true }, new(Month(6), Amount: -5)).Submit().ShouldBeRefusedAs("total_falls", "draft_unsigned", "text_missing");

    [Fact]
    public void A_changed_draft_loses_its_signatures()
    {
        var draft = Begun(OneStep);
        draft.PutUp();
        draft.Sign(Leader).ShouldBeRecorded();
        draft.Revise(Colleague, 6).ShouldBeRecorded();
        draft.Draft.Signatures.ShouldBeEmpty();
        draft.Submit().ShouldBeRefusedAs("draft_unsigned");
        draft.Sign(Leader).ShouldBeRefusedAs("draft_not_put_up");
    }

    [Fact]
    public void Nobody_signs_what_he_has_not_read()
    {
        var draft = Begun(OneStep);
        var read = draft.Draft.ContentVersion;
        draft.Revise(Clerk, 6);
        draft.PutUp();
        draft.Sign(Leader, read).ShouldBeRefusedAs("signature_of_other_content");
        draft.Sign(Leader, draft.Draft.Version).ShouldBeRefusedAs("signature_of_other_content");
        draft.Sign(Leader).ShouldBeRecorded();
    }

    [Fact]
    public void Only_who_holds_the_post_today_signs()
    {
        var draft = Begun(OneStep);
        draft.PutUp();
        draft.Sign(Principal).ShouldBeRefusedAs("signer_without_post");
        draft.Sign(Colleague).ShouldBeRefusedAs("signer_without_post");
        draft.Known = UnitPosts.Fold([.. Record([new PostAssigned(Hrss, Id(101), PostKind.Leader, Day(1, 1), Account: Leader), new PostLeft(Hrss, Id(101), Day(7, 2), "调离")])])!;
        draft.Sign(Leader).ShouldBeRefusedAs("signer_without_post");
    }

    [Fact]
    public void A_substitute_signs_in_his_days_and_it_shows()
    {
        var draft = Begun(OneStep);
        draft.PutUp();
        draft.Known = UnitPosts.Fold(Record([new PostAssigned(Hrss, Id(104), PostKind.Leader, Day(7, 1), Day(7, 3), Colleague, Substitute: true)]))!;
        draft.Today = Day(7, 4);
        draft.Sign(Colleague).ShouldBeRefusedAs("signer_without_post");
        draft.Today = Day(7, 3);
        draft.Sign(Colleague).ShouldBeRecorded();
        draft.Draft.Signatures.ShouldHaveSingleItem().Substitute.ShouldBeTrue();
    }

    [Fact]
    public void Nobody_signs_his_own_draft_unless_the_rule_allows_it()
    {
        var draft = Begun(OneStep);
        draft.Revise(Leader, 6);
        draft.PutUp();
        draft.Sign(Leader).ShouldBeRefusedAs("own_draft");
        draft.Rules = OneStep with { OwnDraft = true };
        draft.Sign(Leader).ShouldBeRecorded();
    }

    [Fact]
    public void Nobody_signs_twice_although_he_holds_both_posts()
    {
        var draft = Begun(TwoSteps);
        draft.Known = UnitPosts.Fold(Record(
        [
            new PostAssigned(Hrss, Id(101), PostKind.Leader, Day(1, 1), Account: Leader),
            new PostAssigned(Hrss, Id(102), PostKind.Principal, Day(1, 1), Account: Leader),
        ]))!;
        draft.PutUp();
        draft.Sign(Leader).ShouldBeRecorded();
        draft.Sign(Leader).ShouldBeRefusedAs("draft_already_signed");
    }

    [Fact]
    public void When_all_have_signed_there_is_nothing_left_to_sign_or_put_up()
    {
        var draft = Begun(OneStep);
        draft.PutUp();
        draft.Sign(Leader);
        draft.Sign(Principal).ShouldBeRefusedAs("signing_complete");
        draft.PutUp().ShouldBeRefusedAs("signing_complete");
    }

    [Fact]
    public void A_draft_nobody_put_up_is_not_signed_or_returned()
    {
        Begun(OneStep).Sign(Leader).ShouldBeRefusedAs("draft_not_put_up");
        Begun(OneStep).Return(Leader).ShouldBeRefusedAs("draft_not_put_up");
    }

    [Fact]
    public void Putting_up_and_returning_twice_is_doing_it_once()
    {
        var draft = Begun(OneStep);
        draft.PutUp();
        draft.PutUp().ShouldBeOfType<Decision.Nothing>();
        draft.Return(Leader).ShouldBeRecorded();
        draft.Return(Leader).ShouldBeOfType<Decision.Nothing>();
    }

    [Fact]
    public void A_return_within_the_unit_starts_the_signing_anew_and_is_answered_by_putting_up()
    {
        var draft = Begun(TwoSteps);
        draft.PutUp();
        draft.Sign(Leader);
        draft.Return(Colleague).ShouldBeRefusedAs("signer_without_post");
        draft.Return(Principal, "数字与台账不符").ShouldBeRecorded();
        Stage(draft).ShouldBe(DraftStage.Returned);
        draft.Draft.Return!.Reason.ShouldBe("数字与台账不符");
        draft.Draft.Signatures.ShouldBeEmpty();
        draft.Revise(Clerk, 4);
        Stage(draft).ShouldBe(DraftStage.Returned);
        draft.PutUp();
        Stage(draft).ShouldBe(DraftStage.ToSign);
        draft.Draft.Return.ShouldBeNull();
    }

    [Fact]
    public void A_signature_on_paper_is_recorded_with_its_sealed_page()
    {
        var draft = Begun(TwoSteps);
        draft.RecordPage(Clerk, Day(7, 4)).ShouldBeRefusedAs("date_in_future");
        draft.RecordPage(Clerk, Day(7, 2)).ShouldBeRecorded();
        var signature = draft.Draft.Signatures.ShouldHaveSingleItem();
        (signature.Post, signature.Page, signature.SignedOn).ShouldBe((PostKind.Leader, Scan, Day(7, 2)));
        // One page on paper, the other online.
        draft.Sign(Principal).ShouldBeRecorded();
        draft.Submit().ShouldBeRecorded();
    }

    [Fact]
    public void Where_the_rule_wants_it_signed_online_a_page_is_not_accepted()
        => Begun(OneStep with { Recorded = false }).RecordPage(Clerk).ShouldBeRefusedAs("paper_not_accepted");

    [Fact]
    public void What_is_submitted_or_discarded_is_not_worked_on_any_more()
    {
        var discarded = Begun(OneStep);
        discarded.Discard();
        var submitted = Begun(OneStep);
        submitted.PutUp();
        submitted.Sign(Leader);
        submitted.Submit();
        foreach (var draft in new[] { discarded, submitted })
        {
            draft.PutUp().ShouldBeRefusedAs("draft_not_open");
            draft.Sign(Leader).ShouldBeRefusedAs("draft_not_open");
            draft.Return(Leader).ShouldBeRefusedAs("draft_not_open");
            draft.Revise(Clerk, 9).ShouldBeRefusedAs("draft_not_open");
        }

        discarded.Submit().ShouldBeRefusedAs("draft_not_open");
    }

    [Fact]
    public void A_rule_adopted_while_it_is_under_way_holds_for_its_submission()
    {
        var draft = Begun(OneStep);
        draft.PutUp();
        draft.Sign(Leader);
        draft.Rules = TwoSteps;
        draft.Submit().ShouldBeRefusedAs("draft_unsigned");
        draft.Sign(Principal).ShouldBeRecorded();
        draft.Submit().ShouldBeRecorded();
    }

    [Theory]
    [InlineData(6, 6, Cadence.Quarterly, true)]
    [InlineData(5, 5, Cadence.Quarterly, false)]
    [InlineData(4, 6, Cadence.Quarterly, true)]
    [InlineData(1, 5, Cadence.Quarterly, true)]
    [InlineData(7, 7, Cadence.Monthly, true)]
    [InlineData(7, 7, Cadence.HalfYearly, false)]
    [InlineData(12, 12, Cadence.Yearly, true)]
    public void Figures_come_monthly_and_words_when_their_own_cadence_says(int first, int last, Cadence words, bool due)
        => ReportedWords.AreDue(Fold(Training), Months(first, last), new([], Text: words)).ShouldBe(due);

    [Fact]
    public void Words_are_due_at_the_end_of_the_commitment_and_with_every_report_of_an_item_without_a_figure()
    {
        ReportedWords.AreDue(Fold(Training with { Period = new(new(2014, 1, 1), new(2014, 8, 20)) }), new(new(2014, 8, 1), new(2014, 8, 20)), SubmissionRules.Default).ShouldBeTrue();
        ReportedWords.AreDue(Fold(Scheme), Month(5), SubmissionRules.Default).ShouldBeTrue();
    }

    [Fact]
    public void No_progress_is_one_act_and_needs_no_words()
    {
        var command = new ReportNoProgress(Hrss, EndOf(6));
        var report = command.AsReport(Id(1), Fold(Training))!;
        (report.NoProgress, report.Period).ShouldBe((true, Month(6)));
        SubmitDraft.Directly(Fold(Training), report, Known, Periods.ReportingSchedule.Empty, new([], TextRequired: true), At(Day(7, 3))).ShouldBeRecorded();
        new ReportNoProgress(Hrss, Day(6, 29)).AsReport(Id(1), Fold(Training)).ShouldBeNull();

        var events = SubmitDraft.DraftAndPutUp(Fold(Training), report).ShouldBeOfType<Decision.Record>().Events;
        ReportDraft.Fold(Id(1), Record(events))!.PutUp.ShouldBeTrue();
    }

    [Fact]
    public void No_progress_of_a_member_is_about_the_period_it_reports_by()
    {
        var quarterly = Fold(
            Training with { Cadence = Cadence.Quarterly }, City.Divided(SummingUp.MembersAddUp, MemberDays.OnTheDay, null, (Jinjiang, 40)) with { MemberCadence = Cadence.Monthly });
        new ReportNoProgress(Jinjiang, EndOf(6)).AsReport(Id(1), quarterly)!.Period.ShouldBe(Month(6));
        new ReportNoProgress(Jinjiang, EndOf(7)).AsReport(Id(1), quarterly)!.Period.ShouldBe(Month(7));
        new ReportNoProgress(Hrss, EndOf(6)).AsReport(Id(1), quarterly)!.Period.ShouldBe(Months(4, 6));
        new ReportNoProgress(Hrss, EndOf(7)).AsReport(Id(1), quarterly).ShouldBeNull();
    }

    [Fact]
    public void Classes_are_signed_as_the_amount_is_that_they_make_up()
    {
        var (reported, first) = (Fold(Training, Reported(7, Hrss, 6, 100, 100)), new ReportedClass("电工班", Day(6, 9), "锦江区", 45));
        ReportClasses command = new(Id(7), [first]);
        SubmitDraft.ClassesDirectly(reported, command, Periods.ReportingSchedule.Empty, OneStep, At(Day(7, 3))).ShouldBeRefusedAs("classes_to_be_signed");
        SubmitDraft.ClassesDirectly(reported, command, Periods.ReportingSchedule.Empty, OneStep with { Corrections = false }, At(Day(7, 3))).ShouldBeRecorded();

        // With the report itself, and with a correction that changes nothing else or something else.
        Submit(Fold(Training), new ReportDrafted("commitment-1", Hrss, new(Month(6), Amount: 100, Classes: [first]))).ShouldBe(["ProgressReported", "ClassesReported"]);
        Submit(reported, new CorrectionDrafted("commitment-1", Hrss, Id(7), "补班次", new(Month(6), Classes: [first]))).ShouldBe(["ClassesReported"]);
        Submit(reported, new CorrectionDrafted("commitment-1", Hrss, Id(7), "漏计", new(Month(6), Amount: 105, Classes: [first]))).ShouldBe(["ProgressCorrected", "ClassesReported"]);

        // They are held to the amount that is signed with them.
        Submit(reported, new CorrectionDrafted("commitment-1", Hrss, Id(7), "核减", new(Month(6), Amount: 40, Classes: [first]))).ShouldBe(["classes_exceed_amount"]);
        Submit(reported, new CorrectionDrafted("commitment-1", Hrss, Id(7), "同前", new(Month(6), Classes: []))).ShouldBe(["correction_changes_nothing"]);

        static IEnumerable<string> Submit(Commitment commitment, object drafted)
        {
            object[] events = [drafted, new DraftPutUp(), new DraftSigned(PostKind.Leader, 1)];
            return SubmitDraft.Decide(ReportDraft.Fold(Id(1), Record(events))!, commitment, Known, Periods.ReportingSchedule.Empty, OneStep, At(Day(7, 3))) switch
            {
                Decision.Record record => record.Events.Select(e => e.GetType().Name),
                Decision.Refuse refuse => refuse.Reasons.Select(r => r.Code),
                _ => [],
            };
        }
    }

    [Fact]
    public void What_a_draft_says_of_classes_is_part_of_what_it_says()
    {
        DraftContent content = new(Month(6), Amount: 100, Classes: [new("电工班", Day(6, 9), "锦江区", 45)]);
        var draft = ReportDraft.Fold(Id(1), Record([new ReportDrafted("commitment-1", Hrss, content)]))!;
        ReportDraft.Revise(draft, content with { Classes = [.. content.Classes!] }).ShouldBeOfType<Decision.Nothing>();
        ReportDraft.Revise(draft, content with { Classes = [content.Classes![0] with { Count = 44 }] }).ShouldBeRecorded();
    }

    [Fact]
    public void A_correction_is_signed_as_a_report_is_unless_the_rule_spares_it()
    {
        var reported = Fold(Training, Reported(7, Hrss, 6, 100, 100), new ProgressReturned(Id(7), "请核对"));
        var correction = new CorrectProgress(Id(7), "漏计", Amount: 105);
        SubmitDraft.CorrectDirectly(reported, correction, Periods.ReportingSchedule.Empty, OneStep, At(Day(7, 3))).ShouldBeRefusedAs("signing_required");
        SubmitDraft.CorrectDirectly(reported, correction, Periods.ReportingSchedule.Empty, OneStep with { Corrections = false }, At(Day(7, 3))).ShouldBeRecorded();

        object[] drafted = [new CorrectionDrafted("commitment-1", Hrss, Id(7), "漏计", new(Month(6), Amount: 105)), new DraftPutUp()];
        Submit(drafted).ShouldBeRefusedAs("draft_unsigned");
        var corrected = Submit([.. drafted, new DraftSigned(PostKind.Leader, 1)]).ShouldBeOfType<Decision.Record>().Events.ShouldHaveSingleItem().ShouldBeOfType<ProgressCorrected>();
        (corrected.Report, corrected.Reason, corrected.Amount, corrected.Total).ShouldBe((Id(7), "漏计", 105m, 105m));
        Submit([.. drafted, new DraftSigned(PostKind.Leader, 1), new DraftSubmitted(Id(7))]).ShouldBeOfType<Decision.Nothing>();

        Decision Submit(object[] events) => SubmitDraft.Decide(ReportDraft.Fold(Id(1), Record(events))!, reported, Known, Periods.ReportingSchedule.Empty, OneStep, At(Day(7, 3)));
    }

    [Fact]
    public void A_correction_that_changes_nothing_is_not_submitted()
        => SubmitDraft.Decide(
            ReportDraft.Fold(Id(1), Record([new CorrectionDrafted("commitment-1", Hrss, Id(7), "核对", new(Month(6), Amount: 100))]))!,
            Fold(Training, Reported(7, Hrss, 6, 100, 100)),
            Known,
            Periods.ReportingSchedule.Empty,
            SubmissionRules.Default,
            At(Day(7, 3))).ShouldBeRefusedAs("correction_changes_nothing");

    [Fact]
    public void A_withdrawal_is_signed_as_a_report_is_also_where_corrections_are_spared()
    {
        var reported = Fold(Training, Reported(7, Hrss, 6, 100, 100));
        var command = new WithdrawProgress(Id(7), "重复填报");
        foreach (var rules in new[] { OneStep, OneStep with { Corrections = false } })
        {
            SubmitDraft.WithdrawDirectly(reported, command, Periods.ReportingSchedule.Empty, rules, At(Day(7, 3))).ShouldBeRefusedAs("signing_required");
            var drafted = SubmitDraft.DraftWithdrawal(reported, command, Periods.ReportingSchedule.Empty, At(Day(7, 3))).ShouldBeOfType<Decision.Record>().Events;
            Submit([.. drafted, new DraftPutUp()], rules).ShouldBeRefusedAs("draft_unsigned");
            var withdrawn = Submit([.. drafted, new DraftPutUp(), new DraftSigned(PostKind.Leader, 1)], rules).ShouldBeOfType<Decision.Record>().Events.ShouldHaveSingleItem().ShouldBeOfType<ProgressWithdrawn>();
            (withdrawn.Report, withdrawn.Reason).ShouldBe((Id(7), "重复填报"));
            Submit([.. drafted, new DraftPutUp(), new DraftSigned(PostKind.Leader, 1), new DraftSubmitted(Id(7))], rules).ShouldBeOfType<Decision.Nothing>();
        }

        SubmitDraft.WithdrawDirectly(reported, command, Periods.ReportingSchedule.Empty, SubmissionRules.Default, At(Day(7, 3))).ShouldBeRecorded();

        Decision Submit(object[] events, SubmissionRules rules)
            => SubmitDraft.Decide(ReportDraft.Fold(Id(1), Record(events))!, reported, Known, Periods.ReportingSchedule.Empty, rules, At(Day(7, 3)));
    }

    [Fact]
    public void A_withdrawal_has_nothing_to_revise_and_is_of_no_report_that_was_taken_back()
    {
        var draft = ReportDraft.Fold(Id(1), Record([new WithdrawalDrafted("commitment-1", Hrss, Id(7), Month(6), "重复填报")]))!;
        (draft.Purpose, draft.Report, draft.Content.Period).ShouldBe((DraftPurpose.Withdrawal, Id(7), Month(6)));
        ReportDraft.Revise(draft, new(Month(6), Amount: 1)).ShouldBeRefusedAs("withdrawal_not_revised");
        ReportDraft.Discard(draft).ShouldBeRecorded();

        var gone = Fold(Training, Reported(7, Hrss, 6, 100, 100), new ProgressWithdrawn(Id(7), "重复填报"));
        SubmitDraft.DraftWithdrawal(gone, new(Id(7), "重复填报"), Periods.ReportingSchedule.Empty, At(Day(7, 3))).ShouldBeRefusedAs("report_withdrawn");
        SubmitDraft.Decide(draft, gone, Known, Periods.ReportingSchedule.Empty, SubmissionRules.Default, At(Day(7, 3))).ShouldBeRefusedAs("report_withdrawn");
    }

    private static DraftStage Stage(UnitDraft draft) => DraftSigning.StageOf(draft.Draft, draft.Rules);
}
