using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TargetLedger.Domain;
using TargetLedger.EventStore;
using TargetLedger.EventStore.Tests.Checker;

namespace TargetLedger.Scenarios;

/// <summary>64 writers on 8 commitments over HTTP, impatient and repeating themselves; then the checker compares.</summary>
public sealed class ConcurrentWritersTests(SampleServer server, ITestOutputHelper output) : IClassFixture<SampleServer>
{
    private static readonly string[] Commitments = ["CD-2014:6-1", "CD-2014:6-2", "CD-2014:6-3", "CD-2014:10-1", "CD-2014:11-1", "CD-2014:11-2", "CD-2014:11-3", "CD-2014:12-1"];
    private static readonly string[] Units = ["jinjiang", "qingyang", "jinniu", "wuhou", "chenghua", "longquanyi", "qingbaijiang", "xindu"];

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("TARGETLEDGER_LONG") == "1" ? 30 : 10);

    [Fact]
    public async Task What_64_writers_were_told_is_what_the_ledger_holds()
    {
        await server.StepToAsync(new(2015, 1, 20, 9, 0, 0, TimeSpan.FromHours(8)));
        var history = new AppendHistory();
        foreach (var setup in await LogAsync())
            Told(history, setup);

        var writers = Commitments.SelectMany(c => Units.Select(u => new Writer(server, history, c, u))).ToList();
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

    /// <summary>The log with each event under the name its writer gave it: over HTTP nobody chooses event ids.</summary>
    private async Task<List<StoredEvent>> LogAsync()
    {
        var log = new List<StoredEvent>();
        await foreach (var stored in server.App.Services.GetRequiredService<LedgerReader>().ReadAllAsync())
            log.Add(stored with { Id = NameOf(stored) });
        return log;
    }

    private static Guid NameOf(StoredEvent stored)
    {
        using var data = JsonDocument.Parse(stored.Data);
        return stored.Type switch
        {
            "progress_reported" => data.RootElement.GetProperty("report").GetGuid(),
            "progress_corrected" => StreamIds.NameBased(data.RootElement.GetProperty("reason").GetString()!),
            _ => stored.Id,
        };
    }

    private static void Told(AppendHistory history, StoredEvent stored)
        => history.Invoke(new([new(stored.Stream, stored.StreamType, ExpectedVersion.Any, [new(stored.Id, stored.Type, default)])], new(stored.Actor)))
            .Answered(new AppendResult.Appended(stored.Position, stored.Position, stored.Timestamp, [stored.Version]));

    /// <summary>One clerk of a unit: reports day by day in words, corrects, repeats, gives up waiting and asks again.</summary>
    private sealed class Writer(SampleServer server, AppendHistory history, string commitment, string unit)
    {
        private readonly string account = $"unit:{unit}";
        private readonly string stream = StreamIds.Commitment(commitment.Split(':')[0], commitment.Split(':')[1]);
        private readonly List<Guid> reports = [];
        private int day;

        public int Recorded { get; private set; }

        /// <summary>Answers nobody should get.</summary>
        public List<string> Odd { get; } = [];

        public async Task RunAsync(int seed, Func<bool> over)
        {
            var random = new Random(seed);
            for (var n = 0; !over(); n++)
            {
                var key = $"{commitment}/{unit}/{n}";
                var (url, body, name) = day < 365 && (reports.Count == 0 || random.Next(3) > 0) ? NextReport(key) : Correction(key, random);
                var copies = Enumerable.Range(0, random.Next(6) == 0 ? 2 : 1).Select(_ => UntilAnsweredAsync(random.Next(), url, body, key, name));
                await Task.WhenAll(copies);
                if (url.EndsWith("/reports", StringComparison.Ordinal))
                    reports.Add(name);
                if (random.Next(8) == 0)
                    await SendAsync(url, body, key, name, null);
            }
        }

        private (string Url, object Body, Guid Name) NextReport(string key)
        {
            var on = new DateOnly(2014, 1, 1).AddDays(day++);
            return ($"/commitments/{commitment}/reports", new { unit, period = new { start = on, end = on }, text = new { done = key } }, StreamIds.NameBased(account, key));
        }

        private (string Url, object Body, Guid Name) Correction(string key, Random random)
            => ($"/commitments/{commitment}/reports/{reports[random.Next(reports.Count)]}/corrections", new { reason = key, text = new { done = $"更正 {key}" } }, StreamIds.NameBased(key));

        private async Task UntilAnsweredAsync(int seed, string url, object body, string key, Guid name)
        {
            var random = new Random(seed);
            for (var attempt = 0; attempt < 200; attempt++)
            {
                TimeSpan? patience = attempt < 3 && random.Next(8) == 0 ? TimeSpan.FromMilliseconds(random.Next(1, 20)) : null;
                if (await SendAsync(url, body, key, name, patience))
                    return;
            }

            Odd.Add($"{key} was never answered");
        }

        /// <returns>False when the same request must be sent again.</returns>
        private async Task<bool> SendAsync(string url, object body, string key, Guid name, TimeSpan? patience)
        {
            var attempt = history.Invoke(new(
                [new(stream, StreamIds.CommitmentType, ExpectedVersion.Any, [new(name, url.EndsWith("/reports", StringComparison.Ordinal) ? "progress_reported" : "progress_corrected", default)])],
                new(account),
                new(account, key, default, default)));
            ScenarioResult answer;
            try
            {
                using var impatient = new CancellationTokenSource(patience ?? Timeout.InfiniteTimeSpan);
                answer = await server.Scenario(s => s.As(account).Post.Json(body).ToUrl(url).Key(key), impatient.Token);
            }
            catch (OperationCanceledException)
            {
                return false;
            }

            switch ((int)answer.Status)
            {
                case 201 when answer.Header("Idempotency-Replayed") is null:
                    attempt.Answered(new AppendResult.Appended(answer.Position, answer.Position, default, [VersionOf(answer)]));
                    Recorded++;
                    return true;
                case 201:
                    attempt.Answered(new AppendResult.AlreadyRecorded(new(account, key, default, default, [stream], [VersionOf(answer)], answer.Position, default)));
                    return true;
                case 503 when answer.Json.GetProperty("code").GetString() == "outcome_unknown":
                    return false;
                case 503:
                    attempt.Failed();
                    return false;
                default:
                    attempt.Failed();
                    lock (Odd)
                        Odd.Add(answer.Text);
                    return true;
            }
        }

        private static long VersionOf(ScenarioResult answer) => answer.Json.GetProperty("version").GetInt64();
    }
}
