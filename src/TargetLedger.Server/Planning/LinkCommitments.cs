using FluentValidation;
using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.Domain.Counting;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>关联计数: a keeper approves that what is reported on one commitment counts in another.</summary>
internal static class LinkCommitmentsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapWrite(HttpMethods.Post, "/commitments/{commitment}/links", new WriteUseCase<NewLink, LinkedPair>(
            "link",
            new Shape(),
            async (command, view, cancellationToken) => await LinkedPair.FindAsync(
                view, RouteNames.CommitmentStream(command.RouteText("commitment")), CommitmentReference.ToStream(command.Body.To), cancellationToken),
            pair => pair.Source.Commitment.Version,
            (_, _) => Access.Granted,
            (command, pair) => pair.Target is not { } target
                ? new Proposal.Refuse([LinkedPair.NoSuchTarget(command.Body.To)])
                : pair.Propose(
                    LinkCommitments.Decide(pair.Source.Commitment, target.Commitment, pair.Reached, new(command.NewId, command.Body.From, command.Body.Authority), target.Directory),
                    command.NewId)))
            .Needs(Right.KeepLists)
            .RequiresIfMatch()
            .WithSummary("关联计数 / Let reports count in another commitment");
        routes.MapWrite(HttpMethods.Post, "/commitments/{commitment}/links/{link}/end", new WriteUseCase<LinkEnding, LinkedPair>(
            "unlink",
            new EndShape(),
            async (command, view, cancellationToken) =>
            {
                var (stream, link) = (RouteNames.CommitmentStream(command.RouteText("commitment")), command.RouteId("link"));
                var other = (await view.CommitmentAsync(stream, cancellationToken))?.Links.Find(l => l.Id == link && l.End == Domain.Counting.LinkEnd.CountsIn)?.Other;
                return other is null ? null : await LinkedPair.FindAsync(view, stream, other, cancellationToken);
            },
            pair => pair.Source.Commitment.Version,
            (_, _) => Access.Granted,
            (command, pair) => pair.Propose(
                UnlinkCommitments.Decide(pair.Source.Commitment, pair.Target!.Commitment, new(command.RouteId("link"), command.Body.On, command.Body.Reason)), null)))
            .Needs(Right.KeepLists)
            .RequiresIfMatch()
            .WithSummary("取消关联 / End a link");
    }

    private sealed class Shape : AbstractValidator<NewLink>
    {
        public Shape()
        {
            RuleFor(l => l.To).IsStated();
            RuleFor(l => l.Authority).IsStated();
        }
    }

    private sealed class EndShape : AbstractValidator<LinkEnding>
    {
        public EndShape() => RuleFor(l => l.Reason).IsStated();
    }
}

/// <param name="To">The commitment in which reports are to count too: its stream, or plan code and number.</param>
/// <param name="From">Reports of periods that begin on this day or later count.</param>
internal sealed record NewLink(string To, DateOnly From, string Authority);

/// <param name="On">Reports of periods that begin on this day or later count no more.</param>
internal sealed record LinkEnding(DateOnly On, string Reason);
