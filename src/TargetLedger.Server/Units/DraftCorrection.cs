using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>起草更正: a correction, or the answer to a return, that has to be signed before it goes out.</summary>
internal static class DraftCorrectionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/commitments/{commitment}/reports/{report}/drafts", new WriteUseCase<NewCorrection, CommitmentInView>(
            "draft-correction",
            new Shape(),
            FindAsync,
            _ => 0,
            MayAct,
            (command, found) => DraftWrites.Begin(command, Decision.Of(Drafted(command, found)))))
        .Needs(Right.Report)
        .WithSummary("起草更正 / Draft a correction");

    internal static async Task<CommitmentInView?> FindAsync<TBody>(Command<TBody> command, LedgerView view, CancellationToken cancellationToken)
    {
        var found = await view.InViewAsync(RouteNames.CommitmentStream(command.RouteText("commitment")), [], cancellationToken);
        return found?.Commitment.FindReport(command.RouteId("report")) is null ? null : found;
    }

    internal static Access MayAct<TBody>(Command<TBody> command, CommitmentInView found)
        => Rights.MayCorrect(command.Caller, found.Commitment.FindReport(command.RouteId("report"))!) ? Access.Granted : Access.Denied;

    private static CorrectionDrafted Drafted(Command<NewCorrection> command, CommitmentInView found)
    {
        var report = found.Commitment.FindReport(command.RouteId("report"))!;
        return new(found.Commitment.Id, report.Unit, report.Id, command.Body.Reason, command.Body.Content with { Period = report.Period });
    }

    private sealed class Shape : AbstractValidator<NewCorrection>
    {
        public Shape()
        {
            RuleFor(c => c.Reason).IsStated();
            RuleFor(c => c.Content).SetValidator(new DraftContentShape());
        }
    }
}

/// <param name="Content">What is given replaces what the report said; its period is the report's, whatever is given.</param>
internal sealed record NewCorrection(string Reason, DraftContent Content);
