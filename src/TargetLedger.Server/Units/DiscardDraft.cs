using TargetLedger.Domain;
using TargetLedger.Domain.Reporting;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>作废草稿.</summary>
internal static class DiscardDraftEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/drafts/{draft}/discard", new WriteUseCase<DraftDiscard, ReportDraft>(
            "discard-draft",
            Validator: null,
            (command, view, cancellationToken) => view.DraftAsync(command.RouteId("draft"), cancellationToken),
            draft => draft.Version,
            (command, draft) => Rights.MayTouchDraft(command.Caller, draft.Unit) ? Access.Granted : Access.Hidden,
            (_, draft) => Proposal.Of(ReportDraft.Discard(draft), StreamIds.DraftType, StreamIds.Draft(draft.Id), draft.Version, draft.Id)))
        .Needs(Right.Report)
        .WithSummary("作废草稿 / Discard a draft");
}

/// <summary>Nothing needs to be said beside the act itself.</summary>
internal sealed record DraftDiscard;
