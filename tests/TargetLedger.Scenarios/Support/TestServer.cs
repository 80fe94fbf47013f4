using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using TargetLedger.Server.Hosting;
using TargetLedger.Testing;

namespace TargetLedger.Scenarios.Support;

/// <summary>The whole server on a loopback port of its own, with an empty ledger and a business clock that can be stepped.</summary>
public class TestServer : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Task<string>> tokens = new(StringComparer.Ordinal);
    private LedgerDatabase? database;
    private TestServer? shares;
    private DateTimeOffset start = Start;
    private WebApplication? app;
    private HttpClient? http;

    /// <summary>The day the sample plan was issued.</summary>
    public static DateTimeOffset Start { get; } = new(2014, 6, 4, 9, 0, 0, TimeSpan.FromHours(8));

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http => http!;

    internal LedgerDatabase Database => shares?.Database ?? database!;

    internal WebApplication App => app!;

    public virtual async ValueTask InitializeAsync()
    {
        database = await LedgerDatabase.CreateAsync();
        await StartAsync();
    }

    /// <summary>Another node on the same database, as a second machine would be: its clock shows what the first one's does.</summary>
    public async Task<TestServer> StartNodeBesideAsync()
    {
        var clock = await Scenario(s => s.Get.Url("/dev/clock"));
        var node = new TestServer { shares = this, start = clock.Json.GetProperty("moment").GetDateTimeOffset() };
        await node.StartAsync();
        return node;
    }

    private async Task StartAsync()
    {
        app = await ServerHost.CreateAsync(
        [
            "--environment=Development",
            "--urls=http://127.0.0.1:0",
            $"--ConnectionStrings:Ledger={Database.ServerConnectionString}",
            "--Development:SignIn=true",
            "--Clock=stepped",
            $"--ClockStart={start:O}",
            "--Logging:LogLevel:Default=None",
            "--Logging:LogLevel:Microsoft.AspNetCore=None",
            "--Logging:LogLevel:Npgsql=None",
            .. Settings(Database),
        ]);
        await app.StartAsync();
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, Expect100ContinueTimeout = TimeSpan.FromSeconds(10) }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        http?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
        // The runner keeps the fixture to the end; it need not keep a whole server with it.
        (http, app, database) = (null, null, null);
    }

    /// <summary>Sends one request and holds the answer against what the scenario expects of it.</summary>
    public async Task<ScenarioResult> Scenario(Action<Scenario> configure, CancellationToken cancellationToken = default)
    {
        var scenario = new Scenario();
        configure(scenario);
        using var request = scenario.Build();
        if (scenario.Account is { } account)
            request.Headers.Authorization = new("Bearer", await TokenAsync(account));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, TestContext.Current.CancellationToken);
        using var response = await Http.SendAsync(request, either.Token);
        var result = await ScenarioResult.ReadAsync(response, either.Token);
        scenario.Check(result);
        return result;
    }

    /// <summary>The last position; what has left nothing behind has not moved it.</summary>
    public async Task<long> HeadAsync()
    {
        await using var command = Database.DataSource.CreateCommand("SELECT coalesce(max(seq_id), 0) FROM ledger.mt_events");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What a server is to be told beside what all are.</summary>
    private protected virtual IEnumerable<string> Settings(LedgerDatabase ledger) => [];

    public Task StepToAsync(DateTimeOffset moment) => Scenario(s =>
    {
        s.Post.Json(new { moment }).ToUrl("/dev/clock");
        s.StatusCodeShouldBe(200);
    });

    /// <summary>Waits until the boards show everything that is recorded.</summary>
    public async Task SettleAsync()
    {
        var head = await HeadAsync();
        await Scenario(s =>
        {
            s.As("keeper").Get.Url($"/plans?after={head}");
            s.StatusCodeShouldBe(200);
        });
    }

    /// <summary>The ETag of a commitment as it is now.</summary>
    public async Task<string> TagAsync(string commitment)
    {
        await SettleAsync();
        return (await Scenario(s =>
        {
            s.As("keeper").Get.Url($"/commitments/{commitment}");
            s.StatusCodeShouldBe(200);
        })).ETag!;
    }

    /// <summary>A bearer token of an account of the development sign-in.</summary>
    public Task<string> TokenAsync(string account) => tokens.GetOrAdd(account, async name =>
    {
        using var response = await Http.PostAsJsonAsync("/dev/sign-in", new { account = name });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    });
}
