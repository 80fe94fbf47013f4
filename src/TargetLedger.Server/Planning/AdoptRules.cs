using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Compliance;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>发布规则: what lights go by from a day on; boards of earlier days keep theirs.</summary>
internal static class AdoptRulesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/rules", new WriteUseCase<RulesAdopted, RulesBook>(
            "adopt-rules",
            new Shape(),
            async (_, view, cancellationToken) => await view.RulesAsync(cancellationToken),
            book => book.Version,
            (_, _) => Access.Granted,
            (command, book) => Proposal.Of(RulesBook.Adopt(book, command.Body), StreamIds.RulesType, StreamIds.Rules, book.Version)))
        .Needs(Right.AdoptRules)
        .WithSummary("发布规则 / Adopt rules");

    private sealed class Shape : AbstractValidator<RulesAdopted>
    {
        public Shape()
        {
            RuleFor(r => r.Name).IsStated().FitsIn(200);
            RuleFor(r => r.Authority).IsStated();
        }
    }
}
