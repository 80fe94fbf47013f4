using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>本期无进展, in one act: reported at once, or drafted and put up where it has to be signed.</summary>
internal static class ReportNoProgressEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/commitments/{commitment}/no-progress", new WriteUseCase<ReportNoProgress, CommitmentInView>(
            "report-no-progress",
            new Shape(),
            (command, view, cancellationToken) => view.InViewAsync(RouteNames.CommitmentStream(command.RouteText("commitment")), [], cancellationToken),
            found => found.Commitment.Version,
            (command, found) => Rights.MayReport(command.Caller, found.Commitment, found.Directory, command.Body.Unit, new(command.Body.Cutoff, command.Body.Cutoff))
                ? Access.Granted
                : Access.Denied,
            Decide))
        .Needs(Right.Report)
        .RequiresKey()
        .WithSummary("本期无进展 / Report no progress");

    private static Proposal Decide(Command<ReportNoProgress> command, CommitmentInView found)
    {
        var commitment = found.Commitment;
        if (command.Body.AsReport(command.NewId, commitment) is not { } report)
            return new Proposal.Refuse([ReportNoProgress.NoSuchPeriod]);

        var decided = ReportProgress.Decide(commitment, report, found.Directory, found.Schedule, command.At, found.Sources);
        return decided is Decision.Record && found.SubmissionRulesOf(report.Unit, command.At.Day).Steps.Count > 0
            ? Proposal.Of(
                SubmitDraft.DraftAndPutUp(commitment, report), StreamIds.DraftType, StreamIds.Draft(report.Report), version: 0, report.Report, $"/drafts/{report.Report}")
            : Proposal.Of(
                decided, StreamIds.CommitmentType, commitment.Id, commitment.Version, report.Report, $"/commitments/{commitment.Id}/reports/{report.Report}");
    }

    private sealed class Shape : AbstractValidator<ReportNoProgress>
    {
        public Shape() => RuleFor(r => r.Unit).IsStated();
    }
}
