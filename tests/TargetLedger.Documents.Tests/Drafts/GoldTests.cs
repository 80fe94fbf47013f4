using Shouldly;
using TargetLedger.Documents.Gold;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>Invented documents in five formats against the lists a careful person made of them.</summary>
public class GoldTests
{
    /// <summary>The held-out half is measured (<c>benchmarks documents</c>) and not tested: a test would soon be written towards.</summary>
    [Fact]
    public async Task Drafts_of_the_open_half_stay_above_what_keepers_were_promised()
    {
        var outcome = await Evaluation.OfHalfAsync(heldOut: false, TestContext.Current.CancellationToken);
        var faults = string.Join('\n', outcome.Differences);

        outcome.Targets.F1.ShouldBeGreaterThanOrEqualTo(0.95, faults);
        outcome.Tasks.F1.ShouldBeGreaterThanOrEqualTo(0.98, faults);
        outcome.Units.F1.ShouldBeGreaterThanOrEqualTo(0.98, faults);
        outcome.AchievementsAsTargets.ShouldBe(0, faults);
    }

    [Fact]
    public void The_set_is_as_varied_as_promised()
    {
        GoldDocument.All.Count.ShouldBeGreaterThanOrEqualTo(12);
        GoldDocument.All.Select(d => d.Format).Distinct().Count().ShouldBeGreaterThanOrEqualTo(5);
        GoldDocument.All.Count(d => d.IsHeldOut).ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task A_wrong_list_is_found_out()
    {
        var gold = GoldDocument.All.First(d => !d.IsHeldOut && d.Tasks.Count > 1 && d.Tasks[0].Targets.Count > 0);
        var wrong = gold with { Tasks = [.. gold.Tasks.Skip(1)], Past = gold.Tasks[0].Targets };

        var outcome = await Evaluation.OfAsync(wrong, TestContext.Current.CancellationToken);

        outcome.Tasks.Invented.ShouldBe(1);
        outcome.Targets.Invented.ShouldBeGreaterThan(0);
        outcome.AchievementsAsTargets.ShouldBe(outcome.Targets.Invented);
    }
}
