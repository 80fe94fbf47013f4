using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Supervision;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class VerifyingManyTests
{
    private static readonly Dictionary<string, Commitment> Known = new(StringComparer.Ordinal)
    {
        ["a"] = Fold(Training, Reported(1, Hrss, 6, 100, 100), Reported(2, Hrss, 7, 50, 150)),
        ["b"] = Fold(Training, Reported(3, Hrss, 6, 30, 30), Reported(4, Hrss, 7, 5, 35), new ProgressReturned(Id(4), "r")),
    };

    [Fact]
    public void All_are_verified_in_one_act()
    {
        var (streams, refusals) = Decide(("a", new(Id(1))), ("b", new(Id(3))), ("a", new(Id(2))));

        refusals.ShouldBeEmpty();
        streams.Select(s => s.Stream).ShouldBe(["a", "b"]);
        streams[0].Events.ShouldBe([new ProgressVerified(Id(1), 100), new ProgressVerified(Id(2), 150)]);
        streams[1].Events.ShouldBe([new ProgressVerified(Id(3), 30)]);
    }

    [Fact]
    public void Every_fault_is_named_by_its_place()
        => Decide(("a", new(Id(1), 101)), ("b", new(Id(3))), ("b", new(Id(4))), ("a", new(Id(9))), ("b", new(Id(3))), ("a", new(Id(2), 10)))
            .Refusals.Select(r => $"{r.Code} at {r.Member}").ShouldBe(
            [
                "verified_exceeds_reported at /reports/0/verifiedTotal",
                "report_returned at /reports/2",
                "report_unknown at /reports/3",
                "report_repeated at /reports/4/report",
                "reason_missing at /reports/5/comment",
            ]);

    [Fact]
    public void Later_reports_of_a_list_know_what_was_not_accepted_of_earlier_ones()
        => Decide(("a", new(Id(1), 90, "核减 10 名")), ("a", new(Id(2)))).Streams[0].Events
            .ShouldBe([new ProgressVerified(Id(1), 90, "核减 10 名"), new ProgressVerified(Id(2), 140)]);

    [Fact]
    public void What_is_verified_already_is_passed_over()
    {
        var verified = new Dictionary<string, Commitment>(Known, StringComparer.Ordinal) { ["a"] = Fold(Training, Reported(1, Hrss, 6, 100, 100), new ProgressVerified(Id(1), 100)) };
        VerifyReports.Decide(verified, [(0, "a", new(Id(1)))], ReportingSchedule.Empty, At(Day(8, 1))).Streams.ShouldBeEmpty();
    }

    private static (IReadOnlyList<(string Stream, IReadOnlyList<object> Events)> Streams, IReadOnlyList<Refusal> Refusals) Decide(params (string Stream, VerifyProgress Command)[] wanted)
        => VerifyReports.Decide(Known, [.. wanted.Select((w, i) => (i, w.Stream, w.Command))], ReportingSchedule.Empty, At(Day(8, 1)));
}
