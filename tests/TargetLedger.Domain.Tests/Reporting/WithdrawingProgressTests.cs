using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class WithdrawingProgressTests : CommitmentSpecs
{
    private static readonly ProgressReported June = Reported(1, Hrss, 6, 100, 100);

    [Fact]
    public void A_unit_takes_a_report_back()
    {
        var after = Given(Training, June).When(new WithdrawProgress(Id(1), "重复填报")).Then(new ProgressWithdrawn(Id(1), "重复填报"));

        Fold(after.Events).FindReport(Id(1))!.Counts.ShouldBeFalse();
    }

    [Fact]
    public void A_withdrawn_report_loses_its_verified_figure_and_the_nodes_it_confirmed()
    {
        var after = Given(Training with { Nodes = Scheme.Nodes }, June with { Nodes = [Reached("n1", Day(6, 2))] }, new ProgressVerified(Id(1), 100), new NodeReached("n1", Day(6, 2), Id(1)))
            .When(new WithdrawProgress(Id(1), "r")).Then(new ProgressWithdrawn(Id(1), "r"));

        var state = Fold(after.Events);
        state.FindReport(Id(1))!.VerifiedTotal.ShouldBeNull();
        state.Nodes[0].ConfirmedOn.ShouldBeNull();
    }

    [Fact]
    public void Withdrawing_twice_is_withdrawing_once()
        => Given(Training, June, new ProgressWithdrawn(Id(1), "r"), new CompletionAccepted(Day(6, 30))).When(new WithdrawProgress(Id(1), "r")).ThenNothing();

    [Fact]
    public void What_is_unknown_or_closed_is_not_withdrawn()
    {
        Given(Training, June).When(new WithdrawProgress(Id(2), "r")).ThenRefused("report_unknown");
        Given(Training, June, new CompletionAccepted(Day(6, 30))).When(new WithdrawProgress(Id(1), "r")).ThenRefused("commitment_closed_out");
    }
}
