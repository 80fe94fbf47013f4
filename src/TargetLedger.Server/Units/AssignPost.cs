using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>任职: who holds a post of a unit, from when, and how to reach him.</summary>
internal static class AssignPostEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/units/{unit}/posts", new WriteUseCase<NewHolding, UnitPosts>(
            "assign-post",
            new Shape(),
            FindAsync,
            posts => posts.Version,
            MayAct,
            (command, posts) => Proposal.Of(
                AssignPost.Decide(posts, command.Body.Of(posts.Unit, command.NewId), command.Caller.Account),
                StreamIds.PostsType,
                StreamIds.Posts(posts.Unit),
                posts.Version,
                command.NewId,
                $"/units/{posts.Unit}/posts")))
        .Needs(Right.KeepPosts)
        .WithSummary("任职 / Assign a post");

    internal static async Task<UnitPosts?> FindAsync<TBody>(Command<TBody> command, LedgerView view, CancellationToken cancellationToken)
        => await view.UnitAsync(command.RouteText("unit"), cancellationToken) is { } unit ? await view.PostsAsync(unit.Code, cancellationToken) : null;

    internal static Access MayAct<TBody>(Command<TBody> command, UnitPosts posts)
        => Rights.MayKeepPosts(command.Caller, posts.Unit) ? Access.Granted : Access.Denied;

    private sealed class Shape : AbstractValidator<NewHolding>
    {
        public Shape()
        {
            RuleFor(h => h.Account!).IsStated().FitsIn(100).When(h => h.Account is not null);
            RuleFor(h => h.Contact!.Name).IsStated().FitsIn(50).When(h => h.Contact is not null);
            RuleFor(h => h.Contact!.Phone!)
                .Must(p => p.Length is >= 3 and <= 40 && p.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or ' ' or '(' or ')' or '/') && p.Any(char.IsAsciiDigit))
                .Says("phone_invalid", "电话只用数字、空格和 + - ( ) /", "a telephone number has digits, spaces and + - ( ) /")
                .When(h => h.Contact?.Phone is not null);
        }
    }
}

/// <param name="Account">With which the holder signs in; null where he only can be phoned.</param>
/// <param name="Substitute">代理: stands in until <paramref name="To"/>.</param>
internal sealed record NewHolding(
    PostKind Post, DateOnly From, DateOnly? To = null, string? Account = null, bool Substitute = false, Contact? Contact = null)
{
    public AssignPost Of(string unit, Guid id) => new(unit, id, Post, From, To, Account, Substitute, Contact);
}
