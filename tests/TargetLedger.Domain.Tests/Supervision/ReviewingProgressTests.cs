using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class ReviewingProgressTests : CommitmentSpecs
{
    /// <summary>From June's reports on leads review first.</summary>
    private static readonly ReportingSchedule FromJune = Adopted(new(2014, 6, 30), new(true, false, WarningTerms.Default));

    private static readonly object[] June =
    [
        Divided(SummingUp.MembersAddUp),
        Reported(1, Jinjiang, 6, 40, 40),
        Reported(2, Hrss, 6, 100, 100),
        Reported(3, Jinjiang, 5, 10, 10),
    ];

    [Fact]
    public void What_a_member_reports_is_verified_once_its_lead_has_reviewed_it()
    {
        Given(June).By(FromJune).When(new VerifyProgress(Id(1))).ThenRefused("lead_review_missing");

        var reviewed = Given(June).By(FromJune).When(new ReviewProgress(Id(1), Hrss, "与名册一致")).Then(new ProgressReviewed(Id(1), Hrss, "与名册一致"));
        reviewed.When(new VerifyProgress(Id(1))).Then(new ProgressVerified(Id(1), 40));
    }

    [Fact]
    public void What_the_lead_itself_reports_needs_no_review()
    {
        Given(June).By(FromJune).When(new VerifyProgress(Id(2))).Then(new ProgressVerified(Id(2), 100));
        Given(June).By(FromJune).When(new ReviewProgress(Id(2), Hrss)).ThenRefused("own_unit");
    }

    [Fact]
    public void Reports_of_periods_before_the_rule_are_verified_as_they_were()
        => Given(June).By(FromJune).When(new VerifyProgress(Id(3))).Then(new ProgressVerified(Id(3), 10));

    [Fact]
    public void A_lead_may_review_where_no_rule_asks_for_it()
        => Given(June).When(new ReviewProgress(Id(1), Hrss)).Then(new ProgressReviewed(Id(1), Hrss));

    [Fact]
    public void A_lead_returns_a_report_with_the_reason_and_it_counts_no_more()
    {
        var returned = Given(June).When(new ReturnToMember(Id(1), Hrss, "名册缺页")).Then(new ProgressReturnedByLead(Id(1), Hrss, "名册缺页"));

        var report = Fold(returned.Events).FindReport(Id(1))!;
        (report.Status, report.ReturnReason, report.ReturnedBy, report.ReturnedAt, report.Counts).ShouldBe((ReportStatus.Returned, "名册缺页", Hrss, 5L, false));
        returned.When(new VerifyProgress(Id(1))).ThenRefused("report_returned");
        returned.When(new ReviewProgress(Id(1), Hrss)).ThenRefused("report_returned");
    }

    [Fact]
    public void What_is_sent_in_again_names_its_return_and_is_reviewed_again()
    {
        object[] again = [.. June, new ProgressReviewed(Id(1), Hrss), new ProgressReturnedByLead(Id(1), Hrss, "名册缺页"), new ProgressCorrected(Id(1), "名册已补")];

        var report = Fold(again).FindReport(Id(1))!;
        (report.Status, report.ReturnedAt, report.ReviewedBy, report.ReturnedBy).ShouldBe((ReportStatus.Submitted, 6L, null, null));
        Given(again).By(FromJune).When(new VerifyProgress(Id(1))).ThenRefused("lead_review_missing");
        Given(again).By(FromJune).When(new ReviewProgress(Id(1), Hrss)).Then(new ProgressReviewed(Id(1), Hrss));
    }

    [Fact]
    public void Classes_that_are_told_anew_are_reviewed_anew()
    {
        object[] told = [.. June, new ProgressReviewed(Id(1), Hrss), new ClassesReported(Id(1), [new("电工班", Day(6, 9), "锦江区", 40)])];

        Given(told).By(FromJune).When(new VerifyProgress(Id(1))).ThenRefused("lead_review_missing");
        Given([.. told, new ProgressReviewed(Id(1), Hrss)]).By(FromJune).When(new VerifyProgress(Id(1))).Then(new ProgressVerified(Id(1), 40));
    }

    [Fact]
    public void Only_who_leads_today_reviews_and_nobody_after_supervisors_have_verified()
    {
        Given(June).When(new ReviewProgress(Id(1), Finance)).ThenRefused("not_the_lead at /lead");
        Given(June).When(new ReturnToMember(Id(1), Education, "r")).ThenRefused("not_the_lead at /lead");
        Given([.. June, new ProgressVerified(Id(1), 40)]).When(new ReviewProgress(Id(1), Hrss)).ThenRefused("report_verified");
        Given([.. June, new ProgressVerified(Id(1), 40)]).When(new ReturnToMember(Id(1), Hrss, "r")).ThenRefused("report_verified");
        Given([.. June, new ProgressWithdrawn(Id(1), "r")]).When(new ReviewProgress(Id(1), Hrss)).ThenRefused("report_withdrawn");
        Given(June).When(new ReviewProgress(Id(9), Hrss)).ThenRefused("report_unknown");
        Given([.. June, new ResponsibilityReassigned([Lead(Education)], Day(7, 1), "r", "a")]).When(new ReviewProgress(Id(1), Education)).Then(new ProgressReviewed(Id(1), Education));
        Given([.. June, new ResponsibilityReassigned([Lead(Education)], Day(7, 1), "r", "a")]).When(new ReviewProgress(Id(2), Education)).ThenRefused("review_not_needed");
    }

    internal static ReportingSchedule Adopted(DateOnly from, VerificationTerms terms)
        => ReportingSchedule.Evolve(ReportingSchedule.Empty, new(new VerificationTermsAdopted("核验规则", from, terms, "文号"), 1, 1, At(Day(1, 1)), "keeper"));
}
