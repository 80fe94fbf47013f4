using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using TargetLedger.Testing;

namespace TargetLedger.Scenarios.Support;

/// <summary>One node in a process of its own, with a client that signs in there.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Task<string>> tokens = new(StringComparer.Ordinal);
    private readonly RunningServer process;
    private readonly HttpClient http;

    private ServerProcess(RunningServer process)
    {
        this.process = process;
        http = new() { BaseAddress = new(process.Address), Timeout = TimeSpan.FromSeconds(60) };
    }

    public static async Task<ServerProcess> StartAsync(LedgerDatabase database, DateTimeOffset clock) =>
        new(await RunningServer.StartAsync(database, clock.ToString("O")));

    public async Task<ScenarioResult> Scenario(Action<Scenario> configure, CancellationToken cancellationToken = default)
    {
        var scenario = new Scenario();
        configure(scenario);
        using var request = scenario.Build();
        if (scenario.Account is { } account)
            request.Headers.Authorization = new("Bearer", await tokens.GetOrAdd(account, SignInAsync));
        using var response = await http.SendAsync(request, cancellationToken);
        var result = await ScenarioResult.ReadAsync(response, cancellationToken);
        scenario.Check(result);
        return result;
    }

    /// <summary>SIGKILL.</summary>
    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        http.Dispose();
    }

    private async Task<string> SignInAsync(string account)
    {
        using var response = await http.PostAsJsonAsync("/dev/sign-in", new { account });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }
}
