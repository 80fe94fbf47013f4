using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Supervision;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class ReturningProgressTests : CommitmentSpecs
{
    private static readonly object[] June = [Training, Reported(1, Hrss, 6, 100, 100)];

    [Fact]
    public void A_returned_report_stops_counting_and_keeps_the_reason()
    {
        var after = Given(June).When(new ReturnProgress(Id(1), "缺佐证")).Then(new ProgressReturned(Id(1), "缺佐证"));

        var june = Fold(after.Events).FindReport(Id(1))!;
        (june.Counts, june.Status, june.ReturnReason).ShouldBe((false, ReportStatus.Returned, "缺佐证"));
    }

    [Fact]
    public void A_verified_report_may_be_returned_and_takes_its_figure_and_nodes_with_it()
    {
        var after = Given(Scheme, Words(1, Hrss, Month(6), Reached("n1", Day(6, 18))), new ProgressVerified(Id(1)), new NodeReached("n1", Day(6, 18), Id(1)))
            .When(new ReturnProgress(Id(1), "抽查不实")).Then(new ProgressReturned(Id(1), "抽查不实"));

        Fold(after.Events).Nodes[0].ConfirmedOn.ShouldBeNull();
    }

    [Fact]
    public void A_node_that_another_verified_report_states_too_stays_confirmed()
    {
        var after = Given(
            Scheme,
            Words(1, Hrss, Month(6), Reached("n1", Day(6, 18))),
            new ProgressVerified(Id(1)),
            new NodeReached("n1", Day(6, 18), Id(1)),
            Words(2, Hrss, Month(7), Reached("n1", Day(6, 18))),
            new ProgressVerified(Id(2)))
            .When(new ReturnProgress(Id(1), "r")).Then(new ProgressReturned(Id(1), "r"));

        Fold(after.Events).Nodes[0].ConfirmedOn.ShouldBe(Day(6, 18));
    }

    [Fact]
    public void Returning_a_report_that_never_was_verified_leaves_confirmed_nodes_alone()
    {
        var after = Given(
            Scheme,
            Words(1, Hrss, Month(6), Reached("n1", Day(6, 18))),
            new ProgressVerified(Id(1)),
            new NodeReached("n1", Day(6, 18), Id(1)),
            Words(2, Hrss, Month(7), Reached("n1", Day(6, 18))))
            .When(new ReturnProgress(Id(2), "r")).Then(new ProgressReturned(Id(2), "r"));

        Fold(after.Events).Nodes[0].ConfirmedOn.ShouldBe(Day(6, 18));
    }

    [Fact]
    public void Returning_twice_is_returning_once()
        => Given([.. June, new ProgressReturned(Id(1), "r"), new CompletionAccepted(Day(6, 30))]).When(new ReturnProgress(Id(1), "r")).ThenNothing();

    [Fact]
    public void What_is_unknown_withdrawn_or_closed_is_not_returned()
    {
        Given(June).When(new ReturnProgress(Id(2), "r")).ThenRefused("report_unknown");
        Given([.. June, new ProgressWithdrawn(Id(1), "r")]).When(new ReturnProgress(Id(1), "r")).ThenRefused("report_withdrawn");
        Given([.. June, new CompletionAccepted(Day(6, 30))]).When(new ReturnProgress(Id(1), "r")).ThenRefused("commitment_closed_out");
    }
}
