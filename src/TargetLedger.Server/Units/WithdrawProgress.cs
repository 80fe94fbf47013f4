using FluentValidation;
using TargetLedger.Domain.Signing;
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
            w => SubmitDraft.WithdrawDirectly(
                w.Commitment, new(w.Report.Id, w.Body.Reason), w.InView.Schedule, w.InView.SubmissionRulesOf(w.Report.Unit, w.At.Day), w.At))
        .WithSummary("撤回填报 / Withdraw a report");

    internal sealed class Shape : AbstractValidator<ReportWithdrawal>
    {
        public Shape() => RuleFor(w => w.Reason).IsStated();
    }
}

internal sealed record ReportWithdrawal(string Reason);
