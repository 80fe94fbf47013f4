using Shouldly;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Units;
using Xunit;

namespace TargetLedger.Domain.Tests.Compliance;

/// <summary>零事故: a target of at most nothing.</summary>
public class LimitOfNothingTests
{
    private static readonly Target NoAccidents = new(Bound.AtMost, 0, "零事故");

    [Fact]
    public void It_is_a_sound_target_and_no_other_bound_may_promise_nothing()
    {
        TargetRules.Check(NoAccidents).ShouldBeEmpty();
        TargetRules.Check(NoAccidents with { Bound = Bound.AtLeast }).ShouldHaveSingleItem().Code.ShouldBe("value_not_positive");
    }

    [Theory]
    [InlineData(0, Light.Green, 0)]
    [InlineData(1, Light.Red, 100)]
    public void It_is_kept_until_something_happens(int accidents, Light light, int used)
    {
        var judged = Judgement.Of(After(accidents), new(2014, 6, 30), Rules.Default, UnitDirectory.Empty);

        judged.Verdict.Light.ShouldBe(light);
        judged.Completion.ShouldBe(used);
    }

    private static Commitment After(int accidents)
    {
        object[] events =
        [
            World.WithTarget(NoAccidents),
            new ProgressReported(new("00000000-0000-8000-8000-000000000001"), World.Hrss, new(new(2014, 1, 1), new(2014, 6, 30)), new(2014, 6, 30), accidents, accidents),
        ];
        return Commitment.Fold("commitment-1", events.Select((e, i) => new Recorded(e, i + 1, i + 1, new(default, new(2014, 7, 1)), "account")))!;
    }
}
