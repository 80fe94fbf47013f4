using TargetLedger.Domain.Counting;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class LinkProposalTests
{
    private static readonly LinkProposed Wanted = new("source", "target", Hrss, Day(7, 1), "两个清单同一件事");
    private static readonly Decision Linkable = Decision.Of(new CountingLinked(Id(900), LinkEnd.CountsIn, "target", Day(7, 1), [Hrss], "a"));
    private static readonly Decision LinkedAlready = Decision.Done;
    private static readonly Decision NotLinkable = Decision.No(new Refusal("link_definition_differs", "口径不同", "they do not count the same thing"));

    [Fact]
    public void What_can_be_linked_is_proposed_once_and_answered_once()
    {
        LinkProposal.Propose(null, Wanted, Linkable).ShouldBeRecorded();
        var open = Fold(Wanted);
        LinkProposal.Propose(open, Wanted, Linkable).ShouldBeOfType<Decision.Nothing>();
        LinkProposal.Propose(open, Wanted with { From = Day(8, 1) }, Linkable).ShouldBeRefusedAs("proposal_open");

        Answered(LinkProposal.Approve(open, "成督〔2014〕12号", Id(900), Linkable, null)).ShouldBe(new LinkProposalApproved(Id(900), "成督〔2014〕12号"));
        Answered(LinkProposal.Refuse(open, "口径不同")).ShouldBe(new LinkProposalRefused("口径不同"));
    }

    [Fact]
    public void What_cannot_be_linked_is_neither_proposed_nor_approved()
    {
        LinkProposal.Propose(null, Wanted, NotLinkable).ShouldBeRefusedAs("link_definition_differs");
        LinkProposal.Propose(null, Wanted, LinkedAlready).ShouldBeRefusedAs("already_linked");
        LinkProposal.Approve(Fold(Wanted), "a", Id(900), NotLinkable, null).ShouldBeRefusedAs("link_definition_differs");
    }

    [Fact]
    public void An_approved_proposal_stays_approved()
    {
        var approved = Fold(Wanted, new LinkProposalApproved(Id(900), "a"));
        (approved.Status, approved.Answer!.Link).ShouldBe((ProposalStatus.Approved, Id(900)));
        LinkProposal.Approve(approved, "a", Id(901), LinkedAlready, Id(900)).ShouldBeOfType<Decision.Nothing>();
        LinkProposal.Approve(approved, "b", Id(901), LinkedAlready, Id(900)).ShouldBeRefusedAs("proposal_approved");
        LinkProposal.Refuse(approved, "口径不同").ShouldBeRefusedAs("proposal_approved");
    }

    [Fact]
    public void A_refused_proposal_is_made_anew_or_not_at_all()
    {
        var refused = Fold(Wanted, new LinkProposalRefused("口径不同"));
        LinkProposal.Refuse(refused, "口径不同").ShouldBeOfType<Decision.Nothing>();
        LinkProposal.Refuse(refused, "别的理由").ShouldBeRefusedAs("proposal_refused");
        LinkProposal.Approve(refused, "a", Id(900), Linkable, null).ShouldBeRefusedAs("proposal_refused");

        LinkProposal.Propose(refused, Wanted, Linkable).ShouldBeRecorded();
        var again = Fold(Wanted, new LinkProposalRefused("口径不同"), Wanted);
        (again.Status, again.Answer).ShouldBe((ProposalStatus.Open, null));
    }

    [Fact]
    public void A_link_that_a_keeper_made_meanwhile_is_the_one_that_is_approved()
        => Answered(LinkProposal.Approve(Fold(Wanted), "a", Id(901), LinkedAlready, Id(900))).ShouldBe(new LinkProposalApproved(Id(900), "a"));

    private static LinkProposal Fold(params object[] events) => Record(events).Aggregate((LinkProposal?)null, (state, e) => LinkProposal.Evolve(Id(1), state, e))!;

    private static object Answered(Decision decision) => decision.ShouldBeOfType<Decision.Record>().Events.ShouldHaveSingleItem();
}
