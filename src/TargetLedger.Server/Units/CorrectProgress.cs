using FluentValidation;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>更正: a unit corrects a report of its own, or answers its return.</summary>
internal static class CorrectProgressEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment<ReportCorrection>(
            "reports/{report}/corrections",
            new Shape(),
            Right.Report,
            w => Rights.MayCorrect(w.Caller, w.Report),
            w => SubmitDraft.CorrectDirectly(
                w.Commitment, w.Body.Of(w.Report.Id), w.InView.Schedule, w.InView.SubmissionRulesOf(w.Report.Unit, w.At.Day), w.At))
        .WithSummary("更正填报 / Correct a report");

    private sealed class Shape : AbstractValidator<ReportCorrection>
    {
        public Shape()
        {
            RuleFor(c => c.Reason).IsStated();
            RuleFor(c => c.Nodes!).HasAtMost(200);
            RuleFor(c => c.Evidence!).HasAtMost(100);
            RuleForEach(c => c.Evidence).SetValidator(new EvidenceShape());
        }
    }
}

/// <summary>What is given replaces what the report said; what is left out stays.</summary>
internal sealed record ReportCorrection(
    string Reason,
    decimal? Amount = null,
    decimal? Total = null,
    DateOnly? Through = null,
    Progress? Progress = null,
    ReportText? Text = null,
    IReadOnlyList<NodeStatement>? Nodes = null,
    IReadOnlyList<Evidence>? Evidence = null)
{
    public CorrectProgress Of(Guid report) => new(report, Reason, Amount, Total, Through, Progress, Text, Nodes, Evidence);
}
