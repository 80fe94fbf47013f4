using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Counting;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>答复关联建议: a keeper approves a proposed link, which then is one, or refuses it with a reason.</summary>
internal static class AnswerLinkProposalEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map<LinkApproval>(routes, "approval", "approve-link", new ApprovalShape(), Approve)
            .WithSummary("同意关联建议 / Approve a proposed link");
        Map<LinkRefusal>(routes, "refusal", "refuse-link", new RefusalShape(), (command, found) => Proposal.Of(
                LinkProposal.Refuse(found.Proposal!, command.Body.Reason),
                StreamIds.LinkProposalType,
                StreamIds.LinkProposal(found.Proposal!.Id),
                found.Proposal.Version,
                found.Proposal.Id))
            .WithSummary("不同意关联建议 / Refuse a proposed link");
    }

    private static RouteHandlerBuilder Map<TBody>(
        IEndpointRouteBuilder routes, string act, string name, IValidator<TBody> shape, Func<Command<TBody>, LinkProposalInView, Proposal> decide)
        where TBody : notnull
        => routes
            .MapWrite(HttpMethods.Post, "/link-proposals/{proposal}/" + act, new WriteUseCase<TBody, LinkProposalInView>(
                name,
                shape,
                (command, view, cancellationToken) => LinkProposalInView.FindAsync(view, command.RouteId("proposal"), cancellationToken),
                found => found.Proposal!.Version,
                (command, found) => command.Caller.ActsFor(found.Proposal!.Unit) ? Access.Denied : Access.Granted,
                decide))
            .Needs(Right.KeepLists)
            .RequiresIfMatch();

    /// <summary>All three streams or none.</summary>
    private static Proposal Approve(Command<LinkApproval> command, LinkProposalInView found)
    {
        var (proposal, pair) = (found.Proposal!, found.Pair);
        var (linked, ofTarget) = found.Link(proposal.From, command.Body.Authority, command.NewId);
        var existing = pair.Source.Commitment.Links.Find(l => l.End == LinkEnd.CountsIn && l.Other == proposal.Target && l.Until is null)?.Id;
        var answered = Proposal.Of(
            LinkProposal.Approve(proposal, command.Body.Authority, command.NewId, linked, existing),
            StreamIds.LinkProposalType,
            StreamIds.LinkProposal(proposal.Id),
            proposal.Version,
            proposal.Id);
        return answered is Proposal.Record record && linked is Decision.Record made
            ? record with
            {
                Changes =
                [
                    .. record.Changes,
                    new(StreamIds.CommitmentType, proposal.Source, pair.Source.Commitment.Version, made.Events),
                    new(StreamIds.CommitmentType, proposal.Target, pair.Target!.Commitment.Version, ofTarget),
                ],
            }
            : answered;
    }

    private sealed class ApprovalShape : AbstractValidator<LinkApproval>
    {
        public ApprovalShape() => RuleFor(a => a.Authority).IsStated();
    }

    private sealed class RefusalShape : AbstractValidator<LinkRefusal>
    {
        public RefusalShape() => RuleFor(r => r.Reason).IsStated();
    }
}

internal sealed record LinkApproval(string Authority);

internal sealed record LinkRefusal(string Reason);
