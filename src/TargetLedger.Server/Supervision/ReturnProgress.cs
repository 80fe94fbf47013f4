using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Supervision;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>退回: a report stops counting until its unit corrects it.</summary>
internal static class ReturnProgressEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment<ReportReturn>(
            "reports/{report}/return",
            new Shape(),
            Right.Supervise,
            w => Rights.MayJudge(w.Caller),
            w => w.Caller.ActsFor(w.Report.Unit) ? Decision.No(SupervisionRefusals.OwnUnit)
                : SideCompletions.UnlessTheOffice(w.Commitment, w.Report, w.Caller.Units) is { } notTheirs ? Decision.No(notTheirs)
                : ReturnProgress.Decide(w.Commitment, new(w.Report.Id, w.Body.Reason)))
        .WithSummary("退回填报 / Return a report");

    private sealed class Shape : AbstractValidator<ReportReturn>
    {
        public Shape() => RuleFor(r => r.Reason).IsStated();
    }
}

internal sealed record ReportReturn(string Reason);
