using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class DraftTests
{
    private static readonly DraftContent Content = new(Month(6), Day(6, 28), 5, 105, Text: new("a"), Nodes: [new("n1", Progress.InProgress)], Evidence: [new("aa", "a.pdf", 1, "application/pdf")]);

    [Fact]
    public void A_draft_is_rewritten_until_it_is_submitted_or_discarded()
    {
        var draft = Draft();
        var revised = ReportDraft.Revise(draft, Content with { Amount = 6 }).ShouldBeOfType<Decision.Record>().Events.ShouldHaveSingleItem().ShouldBeOfType<DraftRevised>();
        revised.Content.Amount.ShouldBe(6);

        foreach (var end in new object[] { new DraftSubmitted(Id(1)), new DraftDiscarded() })
            ReportDraft.Revise(Draft(end), Content with { Amount = 6 }).ShouldBeOfType<Decision.Refuse>().Reasons.ShouldHaveSingleItem().Code.ShouldBe("draft_not_open");
    }

    [Fact]
    public void Rewriting_it_to_the_same_changes_nothing_although_its_lists_are_other_lists()
        => ReportDraft.Revise(Draft(), Content with { Nodes = [new("n1", Progress.InProgress)], Evidence = [new("aa", "a.pdf", 1, "application/pdf")] }).ShouldBeOfType<Decision.Nothing>();

    [Fact]
    public void Another_list_is_another_content()
    {
        ReportDraft.Revise(Draft(), Content with { Nodes = [new("n1", Progress.NotStarted)] }).ShouldBeOfType<Decision.Record>();
        ReportDraft.Revise(Draft(), Content with { Evidence = null }).ShouldBeOfType<Decision.Record>();
    }

    [Fact]
    public void Discarding_twice_is_discarding_once_and_what_is_submitted_stays()
    {
        ReportDraft.Discard(Draft()).ShouldBeOfType<Decision.Record>().Events.ShouldBe([new DraftDiscarded()]);
        ReportDraft.Discard(Draft(new DraftDiscarded())).ShouldBeOfType<Decision.Nothing>();
        ReportDraft.Discard(Draft(new DraftSubmitted(Id(1)))).ShouldBeOfType<Decision.Refuse>();
    }

    [Fact]
    public void The_report_a_draft_becomes_carries_all_of_it_under_the_draft_s_own_id()
        => Draft().AsReport().ShouldBe(new ReportProgress(
            Id(1), Hrss, Content.Period, Content.Through, Content.Amount, Content.Total, Content.NoProgress, Content.Progress, Content.Text, Content.Nodes, Content.Evidence));

    [Fact]
    public void A_draft_follows_its_events()
    {
        var draft = Draft(new DraftRevised(Content with { Total = 7 }), new DraftSubmitted(Id(1)));
        (draft.Content.Total, draft.Status, draft.Version, draft.Unit).ShouldBe((7, DraftStatus.Submitted, 3, Hrss));
    }

    private static ReportDraft Draft(params object[] later)
        => ReportDraft.Fold(Id(1), Record([new ReportDrafted("commitment-1", Hrss, Content), .. later]))!;
}
