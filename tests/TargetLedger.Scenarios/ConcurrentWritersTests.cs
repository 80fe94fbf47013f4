using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TargetLedger.EventStore;
using TargetLedger.EventStore.Tests.Checker;

namespace TargetLedger.Scenarios;

/// <summary>64 writers on 8 commitments over HTTP, impatient and repeating themselves; then the checker compares.</summary>
public sealed class ConcurrentWritersTests(SampleServer server, ITestOutputHelper output) : IClassFixture<SampleServer>
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("TARGETLEDGER_LONG") == "1" ? 30 : 10);

    [Fact]
    public async Task What_64_writers_were_told_is_what_the_ledger_holds()
    {
        await server.StepToAsync(Clerk.Today);
        var history = NamedLog.HistoryOf(await LogAsync());

        var writers = Clerk.All(server.Scenario, history);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(writers.Select((w, i) => w.RunAsync(i, () => watch.Elapsed > Duration)));

        var log = await LogAsync();
        LedgerChecker.Check(history, log).Select(v => $"{v.Rule}: {v.What}").ShouldBeEmpty();
        var recorded = history.Attempts.Count(a => a.Result is AppendResult.Appended);
        var repeated = history.Attempts.Count(a => a.Result is AppendResult.AlreadyRecorded);
        output.WriteLine($"{recorded} recorded, {repeated} answered again, {history.Attempts.Count(a => a.Outcome == AttemptOutcome.Unknown)} unknown, {history.Attempts.Count(a => a.Outcome == AttemptOutcome.Failed)} refused, in {watch.Elapsed.TotalSeconds:0.0} s");
        writers.ShouldAllBe(w => w.Recorded > 0);
        repeated.ShouldBeGreaterThan(0);
        writers.SelectMany(w => w.Odd).ShouldBeEmpty();

        // A checker that finds nothing in a broken log would prove nothing.
        LedgerChecker.Check(history, log[..^1]).ShouldNotBeEmpty();

        await server.SettleAsync();
        var live = await server.Scenario(s => s.As("keeper").Get.Url("/board?limit=500"));
        var replayed = await server.Scenario(s => s.As("keeper").Get.Url($"/board?limit=500&at={live.Position}"));
        replayed.Text.ShouldBe(live.Text);
    }

    private Task<List<StoredEvent>> LogAsync() => NamedLog.ReadAsync(server.App.Services.GetRequiredService<LedgerReader>());
}
