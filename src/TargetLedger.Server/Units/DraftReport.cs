using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Reporting;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>起草填报: a unit begins a report; nobody else sees it, and nothing of it counts.</summary>
internal static class DraftReportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/commitments/{commitment}/drafts", new WriteUseCase<NewDraft, CommitmentInView>(
            "draft-report",
            new Shape(),
            (command, view, cancellationToken) => view.InViewAsync(RouteNames.CommitmentStream(command.RouteText("commitment")), [], cancellationToken),
            _ => 0,
            (command, found) => Rights.MayReport(command.Caller, found.Commitment, found.Directory, command.Body.Unit, command.Body.Content.Period)
                ? Access.Granted
                : Access.Denied,
            (command, found) => DraftWrites.Begin(command, Decision.Of(new ReportDrafted(found.Commitment.Id, command.Body.Unit, command.Body.Content)))))
        .Needs(Right.Report)
        .WithSummary("起草填报 / Draft a report");

    private sealed class Shape : AbstractValidator<NewDraft>
    {
        public Shape()
        {
            RuleFor(d => d.Unit).IsStated();
            RuleFor(d => d.Content).SetValidator(new DraftContentShape());
        }
    }
}

internal sealed record NewDraft(string Unit, DraftContent Content);

/// <summary>Only what would make a draft unstorable or endless is wrong in it; the rest is looked at when it is submitted.</summary>
internal sealed class DraftContentShape : AbstractValidator<DraftContent>
{
    public DraftContentShape()
    {
        RuleFor(c => c.Nodes!).HasAtMost(200);
        RuleFor(c => c.Evidence!).HasAtMost(100);
        RuleForEach(c => c.Evidence).SetValidator(new EvidenceShape());
        RuleFor(c => c.Classes!).HasAtMost(200);
        RuleForEach(c => c.Classes).SetValidator(new ClassShape());
    }
}
