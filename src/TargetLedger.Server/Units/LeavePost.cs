using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>离任: somebody leaves a post.</summary>
internal static class LeavePostEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/units/{unit}/posts/{assignment}/leave", new WriteUseCase<PostLeaving, UnitPosts>(
            "leave-post",
            new Shape(),
            async (command, view, cancellationToken) => await AssignPostEndpoint.FindAsync(command, view, cancellationToken) is { } posts
                && posts.Holdings.Exists(h => h.Assignment == command.RouteId("assignment"))
                ? posts
                : null,
            posts => posts.Version,
            AssignPostEndpoint.MayAct,
            (command, posts) => Proposal.Of(
                LeavePost.Decide(posts, new(command.RouteId("assignment"), command.Body.On, command.Body.Reason)),
                StreamIds.PostsType,
                StreamIds.Posts(posts.Unit),
                posts.Version)))
        .Needs(Right.KeepPosts)
        .WithSummary("离任 / Leave a post");

    private sealed class Shape : AbstractValidator<PostLeaving>
    {
        public Shape() => RuleFor(l => l.Reason).IsStated();
    }
}

/// <param name="On">The last day.</param>
internal sealed record PostLeaving(DateOnly On, string Reason);
