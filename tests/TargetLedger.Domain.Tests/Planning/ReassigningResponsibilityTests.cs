using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Planning;
using TargetLedger.Domain.Reporting;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class ReassigningResponsibilityTests : CommitmentSpecs
{
    private static readonly DateOnly July = Day(7, 1);
    private static readonly IReadOnlyList<Responsibility> EducationLeads = [Lead(Education), Partner(Hrss)];
    private static readonly object[] Reassigned = [Training, Reported(1, Hrss, Months(1, 6), 600, 600), new ResponsibilityReassigned(EducationLeads, July, "机构改革", "3号")];

    private static ReassignResponsibility Reassign(DateOnly from, params Responsibility[] responsible) => new(responsible, from, "机构改革", "3号");

    [Fact]
    public void From_a_day_on_other_units_answer_and_before_it_the_old_ones()
    {
        var after = Given(Training).When(Reassign(July, [.. EducationLeads])).Then(Reassigned[2]);

        var state = Fold(after.Events);
        (state.IsLead(Hrss, Day(6, 30)), state.IsLead(Education, Day(6, 30))).ShouldBe((true, false));
        (state.IsLead(Hrss, July), state.IsLead(Education, July)).ShouldBe((false, true));
    }

    [Fact]
    public void The_series_goes_on_under_the_new_lead()
        => Given(Reassigned).When(new ReportProgress(Id(2), Education, Month(7), Amount: 50)).Then(Reported(2, Education, 7, 50, 650));

    [Fact]
    public void The_old_lead_still_files_what_lies_before()
    {
        object[] gap = [Training, Reported(1, Hrss, Months(1, 5), 500, 500), Reassigned[2], Reported(3, Education, 7, 150, 650)];
        Given(gap).When(new ReportProgress(Id(2), Hrss, Month(6), Amount: 90)).Then(Reported(2, Hrss, 6, 90, 590));
    }

    [Fact]
    public void The_old_lead_now_a_partner_reports_in_words()
        => Given(Reassigned).When(new ReportProgress(Id(2), Hrss, Month(7), Amount: 50)).ThenRefused("figure_not_yours at /amount");

    [Fact]
    public void The_new_lead_cannot_report_again_what_the_old_one_reported()
        => Given([.. Reassigned, Reported(2, Education, 7, 50, 650)]).When(new ReportProgress(Id(3), Education, Months(6, 8), Amount: 50)).ThenRefused("period_already_reported at /period");

    [Fact]
    public void What_the_new_lead_said_as_a_partner_is_no_part_of_the_total()
        => Given(Training, Words(1, Education, Month(6)), Reported(2, Hrss, Months(1, 6), 600, 600), Reassigned[2])
            .When(new ReportProgress(Id(3), Education, Month(7), Amount: 50)).Then(Reported(3, Education, 7, 50, 650));

    [Fact]
    public void A_change_of_lead_does_not_reach_back_over_what_the_old_lead_reported()
    {
        Given(Training, Reported(1, Hrss, Months(1, 6), 600, 600), Reported(2, Hrss, 7, 50, 650)).When(Reassign(July, [.. EducationLeads])).ThenRefused("reports_after_effective_date at /effectiveFrom");
        Given(Training, Reported(1, Hrss, Months(1, 6), 600, 600), Reported(2, Hrss, 7, 50, 650)).When(Reassign(Day(8, 1), [.. EducationLeads])).Then(((ResponsibilityReassigned)Reassigned[2]) with { EffectiveFrom = Day(8, 1) });
    }

    [Fact]
    public void A_change_of_lead_does_not_draw_a_partner_s_words_into_the_total()
        => Given(Training, Words(1, Education, Month(7))).When(Reassign(July, [.. EducationLeads])).ThenRefused("reports_after_effective_date at /effectiveFrom");

    [Fact]
    public void Partners_change_also_for_months_already_reported()
        => Given(Training, Reported(1, Hrss, 7, 50, 50)).When(Reassign(July, Lead(Hrss), Partner(Education)))
            .Then(new ResponsibilityReassigned([Lead(Hrss), Partner(Education)], July, "机构改革", "3号"));

    [Fact]
    public void A_list_that_says_the_same_changes_nothing()
    {
        Given(Training).When(Reassign(July, [.. Training.Responsible.Select(r => r with { })])).ThenNothing();
        Given(Reassigned).When(Reassign(Day(9, 1), [.. EducationLeads])).ThenNothing();
    }

    [Fact]
    public void A_change_planned_for_later_gives_way()
    {
        object[] planned = [Training, new ResponsibilityReassigned(EducationLeads, Day(10, 1), "r", "a")];
        var after = Given(planned).When(Reassign(July, [.. Training.Responsible])).Then(new ResponsibilityReassigned(Training.Responsible, July, "机构改革", "3号"));

        Fold(after.Events).IsLead(Hrss, Day(11, 1)).ShouldBeTrue();
    }

    [Fact]
    public void Every_fault_of_the_list_is_named()
        => Given(Training).When(Reassign(new(2015, 1, 1), new(Role.Partner), new(Role.Partner, "nobody"), new(Role.Partner, Group: "none"), new(Role.Partner, Hrss, Districts)))
            .ThenRefused(
                "lead_missing at /responsible",
                "unit_or_group at /responsible/0",
                "unit_unknown at /responsible/1/unit",
                "group_unknown at /responsible/2/group",
                "unit_or_group at /responsible/3",
                "period_outside_commitment at /effectiveFrom");

    [Fact]
    public void A_group_answers_but_does_not_lead()
        => Given(Training).When(Reassign(July, Lead(Hrss), new(Role.Lead, Group: Districts))).ThenRefused("group_cannot_lead at /responsible/1/role");
}
