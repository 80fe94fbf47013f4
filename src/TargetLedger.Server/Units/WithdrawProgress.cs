using FluentValidation;
using TargetLedger.Domain.Reporting;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>撤回: a unit takes a report of its own back.</summary>
internal static class WithdrawProgressEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment<ReportWithdrawal>(
            "reports/{report}/withdrawal",
            new Shape(),
            Right.Report,
            w => Rights.MayCorrect(w.Caller, w.Report),
            w => WithdrawProgress.Decide(w.Commitment, new(w.Report.Id, w.Body.Reason), w.InView.Schedule, w.At))
        .WithSummary("撤回填报 / Withdraw a report");

    private sealed class Shape : AbstractValidator<ReportWithdrawal>
    {
        public Shape() => RuleFor(w => w.Reason).IsStated();
    }
}

internal sealed record ReportWithdrawal(string Reason);
