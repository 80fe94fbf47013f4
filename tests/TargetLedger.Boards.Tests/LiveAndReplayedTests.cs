namespace TargetLedger.Boards.Tests;

public sealed class LiveAndReplayedTests
{
    [Fact]
    public async Task Every_answer_of_the_sample_year_is_the_same_replayed_as_it_was_live()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var shown = new List<Shown>();

        await new SampleYear(office).PlayAsync(async step =>
        {
            if (step % 60 == 0 || step == SampleFiles.Year.Steps.Count)
                shown.Add(await ShowAsync(office));
        });

        shown.Count.ShouldBeGreaterThan(8);
        await ShouldBeTheSameReplayedAsync(office, shown);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_recorded_every_answer_is_the_same_replayed_as_it_was_live(int seed)
    {
        await using var office = await Office.WithSamplePlanAsync();
        var events = new RandomEvents(seed);
        var shown = new List<Shown>();

        for (var i = 0; i < 6; i++)
        {
            await events.RecordAsync(office, 80);
            shown.Add(await ShowAsync(office));
        }

        await ShouldBeTheSameReplayedAsync(office, shown);
    }

    private static async Task<Shown> ShowAsync(Office office)
    {
        // Events of one step are stamped some microseconds apart; the moment is after all of them.
        office.Clock.Now = office.Clock.Now.AddSeconds(1);
        await office.CatchUpAsync();
        return new(await office.Ledger.Reader.HeadAsync(), office.Clock.Now, office.Today, await Answers.OfAsync(office, office.Now, office.Today));
    }

    private static async Task ShouldBeTheSameReplayedAsync(Office office, IReadOnlyList<Shown> shown)
    {
        foreach (var (position, moment, on, answers) in shown)
        {
            (await office.Ledger.Reader.PositionAtAsync(moment)).ShouldBe(position);
            (await Answers.OfAsync(office, new AsOf.AtPosition(position), on)).ShouldBe(answers);
        }
    }

    private sealed record Shown(long Position, DateTimeOffset Moment, DateOnly On, IReadOnlyList<string> Answers);
}
