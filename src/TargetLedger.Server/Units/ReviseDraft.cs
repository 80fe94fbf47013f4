using TargetLedger.Domain;
using TargetLedger.Domain.Reporting;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>修改草稿: the unit writes its draft anew.</summary>
internal static class ReviseDraftEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Put, "/drafts/{draft}", new WriteUseCase<DraftContent, ReportDraft>(
            "revise-draft",
            new DraftContentShape(),
            (command, view, cancellationToken) => view.DraftAsync(command.RouteId("draft"), cancellationToken),
            draft => draft.Version,
            (command, draft) => Rights.MayTouchDraft(command.Caller, draft.Unit) ? Access.Granted : Access.Hidden,
            (command, draft) => Proposal.Of(
                ReportDraft.Revise(draft, command.Body), StreamIds.DraftType, StreamIds.Draft(draft.Id), draft.Version, draft.Id)))
        .Needs(Right.Report)
        .RequiresIfMatch()
        .WithSummary("修改草稿 / Revise a draft");
}
