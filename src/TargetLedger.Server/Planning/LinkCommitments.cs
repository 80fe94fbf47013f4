using FluentValidation;
using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
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
                ? new Proposal.Refuse([new("commitment_unknown", $"没有事项 {command.Body.To}", $"there is no commitment {command.Body.To}", "/to")])
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

    /// <summary>Both ends, as far as they are there.</summary>
    /// <param name="Reached">Where reports on the target count already.</param>
    private sealed record LinkedPair(CommitmentInView Source, CommitmentInView? Target, IReadOnlySet<string> Reached)
    {
        // Walked by reading one commitment after the other; beyond this it is taken for a loop.
        private const int MostReached = 64;

        public static async Task<LinkedPair?> FindAsync(LedgerView view, string source, string? target, CancellationToken cancellationToken)
        {
            if (await view.InViewAsync(source, [], cancellationToken) is not { } from)
                return null;
            if (target is null || await view.InViewAsync(target, [], cancellationToken) is not { } to)
                return new(from, null, new HashSet<string>());

            var reached = new HashSet<string>(StringComparer.Ordinal) { target };
            var toVisit = new Queue<Commitment>([to.Commitment]);
            while (toVisit.TryDequeue(out var visited))
            {
                foreach (var link in visited.Links.Where(l => l.End == Domain.Counting.LinkEnd.CountsIn))
                {
                    if (reached.Add(link.Other) && reached.Count < MostReached && await view.CommitmentAsync(link.Other, cancellationToken) is { } next)
                        toVisit.Enqueue(next);
                }
            }

            return new(from, to, reached);
        }

        public Proposal Propose((Decision Decision, IReadOnlyList<object> OfTarget) decided, Guid? id) => decided.Decision switch
        {
            Decision.Record record => new Proposal.Record(
                [
                    new(StreamIds.CommitmentType, Source.Commitment.Id, Source.Commitment.Version, record.Events),
                    new(StreamIds.CommitmentType, Target!.Commitment.Id, Target.Commitment.Version, decided.OfTarget),
                ],
                id),
            var other => Proposal.Of(other, StreamIds.CommitmentType, Source.Commitment.Id, Source.Commitment.Version),
        };
    }
}

/// <param name="To">The commitment in which reports are to count too: its stream, or plan code and number.</param>
/// <param name="From">Reports of periods that begin on this day or later count.</param>
internal sealed record NewLink(string To, DateOnly From, string Authority);

/// <param name="On">Reports of periods that begin on this day or later count no more.</param>
internal sealed record LinkEnding(DateOnly On, string Reason);
