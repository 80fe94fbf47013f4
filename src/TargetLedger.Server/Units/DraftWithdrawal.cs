using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>起草撤回: a report is to be taken back where that has to be signed.</summary>
internal static class DraftWithdrawalEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/commitments/{commitment}/reports/{report}/withdrawal-drafts", new WriteUseCase<ReportWithdrawal, CommitmentInView>(
            "draft-withdrawal",
            new WithdrawProgressEndpoint.Shape(),
            DraftCorrectionEndpoint.FindAsync,
            _ => 0,
            DraftCorrectionEndpoint.MayAct,
            (command, found) => DraftWrites.Begin(
                command, SubmitDraft.DraftWithdrawal(found.Commitment, new(command.RouteId("report"), command.Body.Reason), found.Schedule, command.At))))
        .Needs(Right.Report)
        .WithSummary("起草撤回 / Draft a withdrawal");
}
