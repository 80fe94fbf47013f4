using Shouldly;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;
using Xunit;

namespace TargetLedger.Documents.Tests.Sample;

public class PlanImportTests
{
    private static readonly HashSet<string> None = [];
    private static readonly PlanImport Sample = PlanImport.Of(SampleFiles.Plan, None, None, Rules.Default);

    [Fact]
    public void Units_and_groups_come_first_then_the_plan_then_its_commitments()
    {
        Sample.Streams.Select(s => s.Type).Distinct().ShouldBe([StreamIds.UnitType, StreamIds.GroupType, StreamIds.PlanType, StreamIds.CommitmentType]);
        Sample.Commitments.ShouldBe(31);
        Sample.Confirmation.ShouldBe(new PlanConfirmed(31));
    }

    [Fact]
    public void The_same_file_always_means_the_same_streams()
    {
        PlanImport.Of(SampleFiles.Plan, None, None, Rules.Default).Streams.Select(s => s.Stream).ShouldBe(Sample.Streams.Select(s => s.Stream));
        Sample.Streams.Select(s => s.Stream).ShouldBeUnique();
    }

    [Fact]
    public void Known_units_and_groups_are_not_registered_again()
    {
        var import = PlanImport.Of(SampleFiles.Plan, new HashSet<string> { "rensheju" }, new HashSet<string> { "quxian" }, Rules.Default);

        import.Streams.Count.ShouldBe(Sample.Streams.Count - 2);
        import.Streams.SelectMany(s => s.Events).OfType<UnitRegistered>().ShouldNotContain(u => u.Code == "rensheju");
        import.Streams.SelectMany(s => s.Events).OfType<GroupFormed>().ShouldNotContain(g => g.Code == "quxian");
    }

    [Fact]
    public void A_commitment_has_from_its_task_and_plan_what_it_does_not_say_itself()
    {
        var made = Made("4-1");

        made.Plan.ShouldBe(StreamIds.Plan("CD-2014"));
        (made.Section, made.Task, made.Ordinal).ShouldBe(("二", "4", 1));
        made.Period.ShouldBe(SampleFiles.Plan.Plan.Period);
        made.Responsible[0].ShouldBe(new Responsibility(Role.Lead, "zuzhibu", Inferred: true));
        made.Sources.ShouldHaveSingleItem().Place.ShouldBe("二/4");
    }

    [Fact]
    public void The_tolerance_of_the_rules_is_frozen_on_approximate_targets_alone()
    {
        var import = PlanImport.Of(SampleFiles.Plan, None, None, Rules.Default with { ApproxTolerancePercent = 7.5m });

        Made("4-1", import).Target!.TolerancePercent.ShouldBe(7.5m);
        Made("11-3", import).Target!.TolerancePercent.ShouldBeNull();
    }

    [Fact]
    public void A_list_that_fits_is_recorded_and_confirmed_in_one_append()
    {
        var append = Sample.InAppendsOf(1_000).ShouldHaveSingleItem();

        append.Single(s => s.Stream == Sample.Plan).Events.Select(e => e.GetType()).ShouldBe([typeof(PlanDrawnUp), .. Enumerable.Repeat(typeof(TaskListed), 23), typeof(PlanConfirmed)]);
        append.ShouldAllBe(s => s.Version == 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(29)]
    [InlineData(88)]
    public void A_longer_one_is_split_and_confirmed_by_its_last_event(int maxEvents)
    {
        var appends = Sample.InAppendsOf(maxEvents);

        appends.ShouldAllBe(a => a.Sum(s => s.Events.Count) <= maxEvents && a.Select(s => s.Stream).Distinct().Count() == a.Count);
        appends.SelectMany(a => a).SelectMany(s => s.Events).ShouldBe([.. Sample.Streams.SelectMany(s => s.Events), Sample.Confirmation], ignoreOrder: true);
        var last = appends[^1][^1];
        last.Stream.ShouldBe(Sample.Plan);
        (last.Version + last.Events.Count).ShouldBe(25);
        last.Events[^1].ShouldBe(Sample.Confirmation);
    }

    private static CommitmentMade Made(string number, PlanImport? import = null)
        => (import ?? Sample).Streams.SelectMany(s => s.Events).OfType<CommitmentMade>().Single(c => c.Number == number);
}
