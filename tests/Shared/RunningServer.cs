using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TargetLedger.Testing;

/// <summary>The real server in a process of its own, on a database and a free port.</summary>
internal sealed partial class RunningServer : IAsyncDisposable
{
    // Against a hang: a crowded machine takes long to start a process.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Process process;

    private RunningServer(Process process, string address) => (this.process, Address) = (process, address);

    public string Address { get; }

    /// <param name="clock">The business time it stands at until somebody steps it.</param>
    public static async Task<RunningServer> StartAsync(LedgerDatabase database, string clock = "2014-06-04T09:00:00+08:00")
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_ENVIRONMENT"] = "Development" },
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "TargetLedger.Server.dll"),
                "--urls", "http://127.0.0.1:0",
                "--ConnectionStrings:Ledger", database.ServerConnectionString,
                "--Development:SignIn", "true",
                "--Clock", "stepped",
                "--ClockStart", clock,
            },
        };
        var started = Process.Start(start)!;
        started.ErrorDataReceived += (_, _) => { };
        started.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        var address = await AddressAsync(started, patience.Token);
        // Read on, lest a full pipe stop the server.
        _ = started.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        await ReadyAsync(address, patience.Token);
        return new(started, address);
    }

    /// <summary>SIGKILL: it finishes nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<string> AddressAsync(Process process, CancellationToken cancellationToken)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            if (Listening().Match(line) is { Success: true } found)
                return found.Groups["address"].Value;
        throw new InvalidOperationException("The server ended before it listened.");
    }

    private static async Task ReadyAsync(string address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        while (!(await http.GetAsync($"{address}/health/ready", cancellationToken)).IsSuccessStatusCode)
            await Task.Delay(50, cancellationToken);
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
