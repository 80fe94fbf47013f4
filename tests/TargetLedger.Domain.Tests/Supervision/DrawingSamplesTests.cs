using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Supervision;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class DrawingSamplesTests
{
    private static readonly SamplePopulation All = new(100);

    [Fact]
    public void A_sample_is_recorded_with_its_population_and_seed()
    {
        var drawn = DrawSample.Decide(new("季度抽查", 3, "20140701"), All, Population(20)).ShouldBeOfType<Decision.Record>().Events.ShouldHaveSingleItem().ShouldBeOfType<SampleDrawn>();

        (drawn.Reason, drawn.Count, drawn.Seed, drawn.Reports.Count).ShouldBe(("季度抽查", 20, "20140701", 3));
        drawn.Reports.ShouldBe(Drawing.Draw("20140701", 3, Population(20)));
        drawn.Digest.ShouldBe(Drawing.DigestOf(Population(20)));
    }

    /// <summary>By <c>printf '20140701/%s' 1 | sha256sum</c> and so on, and <c>printf '1\n2\n3\n' | sha256sum</c>.</summary>
    [Fact]
    public void Anybody_draws_the_same_with_sha256sum()
    {
        Drawing.Draw("20140701", 2, Population(3)).Select(r => r.Position).ShouldBe([2, 3]);
        Drawing.DigestOf(Population(3)).ShouldBe("14c5e74c4b96ccef41cd94db73a9ec3348038ac094feca4fd897cecffa07cdae");
    }

    [Fact]
    public void There_must_be_something_to_draw_from()
    {
        Codes(new("r", 1, "s"), []).ShouldBe(["sample_of_nothing"]);
        Codes(new("r", 4, "s"), Population(3)).ShouldBe(["sample_too_large"]);
        Codes(new("r", 0, "s"), Population(3)).ShouldBe(["value_out_of_range"]);
        Codes(new("r", 301, "s"), Population(400)).ShouldBe(["value_out_of_range"]);
    }

    [Fact]
    public void The_draw_does_not_depend_on_the_order_of_the_population_and_a_larger_one_holds_the_smaller()
        => Prop.ForAll(Arb.From(Gen.Choose(1, 60)), Arb.From(Gen.Choose(1, 60)), Arb.From(Gen.Choose(0, 1_000)), (count, size, seed) =>
        {
            var (population, n) = (Population(count), Math.Min(size, count));
            var drawn = Drawing.Draw($"{seed}", n, population);
            return drawn.SequenceEqual(Drawing.Draw($"{seed}", n, [.. population.Reverse()]))
                && drawn.Count == n && drawn.Distinct().Count() == n
                && drawn.SequenceEqual(Drawing.Draw($"{seed}", count, population).Take(n))
                && Drawing.DigestOf(population) == Drawing.DigestOf([.. population.Reverse()]);
        }).Check(Stories.Cases(200));

    [Fact]
    public void A_population_is_of_what_counts_unless_it_says_otherwise()
    {
        var state = Fold(
            Training, Reported(1, Hrss, 5, 1, 1), Reported(2, Hrss, 6, 1, 2), Reported(3, Hrss, 7, 1, 3), Reported(4, Hrss, 8, 1, 4),
            new ProgressVerified(Id(1), 1), new ProgressReturned(Id(3), "r"), new ProgressWithdrawn(Id(4), "r"));

        Held(All).ShouldBe([1, 2]);
        Held(All with { Status = ReportStatus.Submitted }).ShouldBe([2]);
        Held(All with { From = Day(6, 1) }).ShouldBe([2]);
        Held(All with { To = Day(5, 31) }).ShouldBe([1]);
        Held(All with { Unit = Finance }).ShouldBeEmpty();

        int[] Held(SamplePopulation population) => [.. state.Reports.Where(population.Holds).Select(r => (int)r.Position - 1)];
    }

    [Fact]
    public void What_was_found_of_a_report_that_was_drawn_is_recorded_and_may_be_thought_over()
    {
        var sample = Sample.Evolve(Id(99), null, new(new SampleDrawn("抽查", All, 3, "", "s", Population(2)), 7, 1, At(Day(8, 1)), "supervisor"));

        Decide(sample, new(Id(3), CheckResult.Confirmed)).ShouldBe("report_not_sampled");
        Decide(sample, new(Id(1), CheckResult.NotConfirmed, " ")).ShouldBe("reason_missing");
        var found = Then(sample, new(Id(1), CheckResult.NotConfirmed, "3 人重复"));
        Decide(found, new(Id(1), CheckResult.NotConfirmed, "3 人重复")).ShouldBe("nothing");
        Then(found, new(Id(1), CheckResult.Confirmed)).Findings.ShouldBe([new(Id(1), CheckResult.Confirmed, null, 8, "supervisor")]);

        static string Decide(Sample sample, CheckSample command) => CheckSample.Decide(sample, command) switch
        {
            Decision.Refuse no => no.Reasons[0].Code,
            Decision.Nothing => "nothing",
            _ => "recorded",
        };

        static Sample Then(Sample sample, CheckSample command)
            => Sample.Evolve(sample.Id, sample, new(CheckSample.Decide(sample, command).ShouldBeOfType<Decision.Record>().Events.Single(), 8, sample.Version + 1, At(Day(8, 2)), "supervisor"));
    }

    private static IReadOnlyList<SampledReport> Population(int count) => [.. Enumerable.Range(1, count).Select(i => new SampledReport("commitment-1", Id(i), i))];

    private static IEnumerable<string> Codes(DrawSample command, IReadOnlyList<SampledReport> population)
        => DrawSample.Decide(command, All, population).ShouldBeOfType<Decision.Refuse>().Reasons.Select(r => r.Code);
}
