using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class TargetTests
{
    private static readonly Measure People = new("m", "人", MeasureKind.Cumulative);
    private static readonly Measure Level = new("m", "家", MeasureKind.Level);

    [Theory]
    [InlineData(Bound.AtLeast, "99.9999", false)]
    [InlineData(Bound.AtLeast, "100", true)]
    [InlineData(Bound.MoreThan, "100", false)]
    [InlineData(Bound.MoreThan, "100.0001", true)]
    [InlineData(Bound.Approx, "89.9999", false)]
    [InlineData(Bound.Approx, "90", true)]
    [InlineData(Bound.Approx, "500", true)]
    [InlineData(Bound.Range, "99", false)]
    [InlineData(Bound.Range, "100", true)]
    [InlineData(Bound.Range, "151", true)]
    [InlineData(Bound.AtMost, "100", true)]
    [InlineData(Bound.AtMost, "100.0001", false)]
    [InlineData(Bound.Exactly, "99", false)]
    [InlineData(Bound.Exactly, "100", true)]
    [InlineData(Bound.Exactly, "101", false)]
    public void A_bound_means_what_its_words_say(Bound bound, string total, bool met)
        => new Target(bound, 100, "w", Upper: bound == Bound.Range ? 150 : null, TolerancePercent: bound == Bound.Approx ? 10 : null).IsMetBy(decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(met);

    [Theory]
    [InlineData(GrowthIn.Percent, 20, 240)]
    [InlineData(GrowthIn.Times, 2, 400)]
    [InlineData(GrowthIn.Points, 5, 205)]
    public void Growth_is_measured_against_its_baseline(GrowthIn growth, decimal value, decimal goal)
    {
        var target = new Target(Bound.Growth, value, "w", Baseline: 200, GrowthIn: growth);
        target.Goal.ShouldBe(goal);
        target.IsMetBy(goal).ShouldBeTrue();
        target.IsMetBy(goal - 0.0001m).ShouldBeFalse();
    }

    [Fact]
    public void Completion_is_the_share_of_the_goal_and_never_clamped()
    {
        Completion.Percent(new(Bound.AtLeast, 200, "w"), People, 50).ShouldBe(25);
        Completion.Percent(new(Bound.AtLeast, 200, "w"), People, 500).ShouldBe(250);
        Completion.Percent(new(Bound.Range, 5, "5-8个", Upper: 8), People, 6).ShouldBe(120);
        Completion.Percent(new(Bound.AtMost, 200, "w"), People, 150).ShouldBe(75);
        Completion.Percent(new(Bound.Growth, 20, "w", Baseline: 200, GrowthIn: GrowthIn.Percent), People, 120).ShouldBe(50);
    }

    [Fact]
    public void A_level_that_grows_from_a_baseline_is_measured_on_what_was_added()
    {
        var doubled = new Target(Bound.Growth, 2, "翻一番", Baseline: 100, GrowthIn: GrowthIn.Times);
        Completion.Percent(doubled, Level, 100).ShouldBe(0);
        Completion.Percent(doubled, Level, 150).ShouldBe(50);
        Completion.Percent(doubled, Level, 80).ShouldBe(-20);
    }
}
