using TargetLedger.Domain;
using TargetLedger.EventStore;
using TargetLedger.EventStore.Tests.Checker;

namespace TargetLedger.Scenarios.Support;

/// <summary>One request to whichever node is at hand.</summary>
internal delegate Task<ScenarioResult> Send(Action<Scenario> configure, CancellationToken cancellationToken);

/// <summary>One clerk of a unit: reports day by day in words, corrects, repeats, gives up waiting and asks again.</summary>
/// <param name="copies">The most copies of a request that are sent at once.</param>
internal sealed class Clerk(Send send, AppendHistory history, string commitment, string unit, int copies = 2)
{
    private static readonly string[] Commitments = ["CD-2014:6-1", "CD-2014:6-2", "CD-2014:6-3", "CD-2014:10-1", "CD-2014:11-1", "CD-2014:11-2", "CD-2014:11-3", "CD-2014:12-1"];
    private static readonly string[] Units = ["jinjiang", "qingyang", "jinniu", "wuhou", "chenghua", "longquanyi", "qingbaijiang", "xindu"];

    private readonly string account = $"unit:{unit}";
    private readonly string stream = StreamIds.Commitment(commitment.Split(':')[0], commitment.Split(':')[1]);
    private readonly List<Guid> reports = [];
    private readonly Dictionary<string, string> told = new(StringComparer.Ordinal);
    private int day;

    /// <summary>The day the clerks write on; the sample year lies behind them.</summary>
    public static DateTimeOffset Today { get; } = new(2015, 1, 20, 9, 0, 0, TimeSpan.FromHours(8));

    public int Recorded { get; private set; }

    /// <summary>Answers nobody should get.</summary>
    public List<string> Odd { get; } = [];

    /// <summary>64 of them on 8 commitments of the sample plan.</summary>
    public static List<Clerk> All(Send send, AppendHistory history, int copies = 2) =>
        [.. Commitments.SelectMany(c => Units.Select(u => new Clerk(send, history, c, u, copies)))];

    public async Task RunAsync(int seed, Func<bool> over)
    {
        var random = new Random(seed);
        for (var n = 0; !over(); n++)
        {
            var key = $"{commitment}/{unit}/{n}";
            var (url, body, name) = day < 365 && (reports.Count == 0 || random.Next(3) > 0) ? NextReport(key) : Correction(key, random);
            var sent = Enumerable.Range(0, random.Next(6) == 0 ? random.Next(2, copies + 1) : 1).Select(_ => UntilAnsweredAsync(random.Next(), url, body, key, name));
            await Task.WhenAll(sent);
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
            // As anyone would who was told to ask again; a flood would leave a node that is coming up nothing to come up with.
            await Task.Delay(random.Next(20, 80));
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
            answer = await send(s => s.As(account).Post.Json(body).ToUrl(url).Key(key), impatient.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception died) when (died is HttpRequestException or IOException or ObjectDisposedException)
        {
            // The node was killed, and another is not up yet.
            return false;
        }

        switch ((int)answer.Status)
        {
            case 201 when answer.Header("Idempotency-Replayed") is null:
                Hear(key, answer);
                attempt.Answered(new AppendResult.Appended(answer.Position, answer.Position, default, [VersionOf(answer)]));
                Recorded++;
                return true;
            case 201:
                Hear(key, answer);
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

    /// <summary>However often it is asked, a request has one answer.</summary>
    private void Hear(string key, ScenarioResult answer)
    {
        lock (told)
            if (!told.TryAdd(key, answer.Text) && told[key] != answer.Text)
                lock (Odd)
                    Odd.Add($"{key} was answered with {told[key]} and with {answer.Text}");
    }

    private static long VersionOf(ScenarioResult answer) => answer.Json.GetProperty("version").GetInt64();
}
