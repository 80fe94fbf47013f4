using FluentValidation;
using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Server.Hosting;
using TargetLedger.Server.Planning;

namespace TargetLedger.Server.Units;

/// <summary>建议关联计数: a unit that answers for both commitments proposes that its reports on one count in the other.</summary>
internal static class ProposeLinkEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/commitments/{commitment}/link-proposals", new WriteUseCase<WantedLink, LinkProposalInView>(
            "propose-link",
            new Shape(),
            async (command, view, cancellationToken) => await LinkProposalInView.FindAsync(
                view, RouteNames.CommitmentStream(command.RouteText("commitment")), CommitmentReference.ToStream(command.Body.To), cancellationToken),
            found => found.Proposal?.Version ?? 0,
            (command, found) => Rights.MayReport(command.Caller, found.Pair.Source.Commitment, found.Pair.Source.Directory, command.Body.Unit, FirstDay(command.Body))
                ? Access.Granted
                : Access.Denied,
            Decide))
        .Needs(Right.Report)
        .WithSummary("建议关联计数 / Propose a link");

    private static Proposal Decide(Command<WantedLink> command, LinkProposalInView found)
    {
        var wanted = command.Body;
        if (found.Pair.Target is not { } target)
            return new Proposal.Refuse([LinkedPair.NoSuchTarget(wanted.To)]);
        // Nobody learns by trying what stands on a commitment that is not his.
        if (!target.Commitment.AnswersFor(wanted.Unit, wanted.From, target.Directory))
            return new Proposal.Refuse([LinkCommitments.UnitDoesNotAnswer(wanted.Unit)]);

        var (source, id) = (found.Pair.Source.Commitment, StreamIds.LinkProposalOf(found.Pair.Source.Commitment.Id, target.Commitment.Id));
        var proposed = new LinkProposed(source.Id, target.Commitment.Id, wanted.Unit, wanted.From, wanted.Reason);
        return Proposal.Of(
            LinkProposal.Propose(found.Proposal, proposed, found.Link(wanted.From, "", command.NewId).Decision),
            StreamIds.LinkProposalType,
            StreamIds.LinkProposal(id),
            found.Proposal?.Version ?? 0,
            id,
            $"/link-proposals/{id}");
    }

    private static Period FirstDay(WantedLink wanted) => new(wanted.From, wanted.From);

    private sealed class Shape : AbstractValidator<WantedLink>
    {
        public Shape()
        {
            RuleFor(l => l.Unit).IsStated();
            RuleFor(l => l.To).IsStated();
            RuleFor(l => l.Reason).IsStated().FitsIn(1_000);
        }
    }
}

/// <param name="Unit">Who proposes it; it answers for both.</param>
/// <param name="To">The commitment in which reports are to count too: its stream, or plan code and number.</param>
/// <param name="From">Reports of periods that begin on this day or later are to count.</param>
internal sealed record WantedLink(string Unit, string To, DateOnly From, string Reason);
