using FluentValidation;
using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>审签: who holds the post signs what he has read, or a signature on paper is recorded with a scan of the sealed page.</summary>
internal static class SignDraftEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToDraft<SignDraft>(
            "signatures",
            "sign-draft",
            new Shape(),
            (command, found) => DraftSigning.Sign(found.Draft, command.Body, found.Rules, found.Posts, command.Caller.Account, command.At))
        .WithSummary("审签 / Sign a draft");

    private sealed class Shape : AbstractValidator<SignDraft>
    {
        public Shape() => RuleFor(s => s.Page!.Scan).SetValidator(new EvidenceShape()).When(s => s.Page is not null);
    }
}
