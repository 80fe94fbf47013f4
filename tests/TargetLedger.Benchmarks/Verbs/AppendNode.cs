using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>One server process of several on one database: this program again, which appends whenever it is told to.</summary>
internal sealed class AppendNode : IAsyncDisposable
{
    private const string Verb = "append-node";

    private static readonly Argument<string> Connection = new("CONNECTION") { Description = "the server's own login" };
    private static readonly Option<int> Writers = new("--writers");
    private static readonly Option<bool> Keys = new("--keys");
    private static readonly Option<double> Seconds = new("--seconds");

    private readonly Process process;

    private AppendNode(Process process) => this.process = process;

    /// <summary>What the child does: a run for every line it is sent, and its rate in answer.</summary>
    public static Command Command()
    {
        var command = new Command(Verb, "one of several processes that append; started by append --nodes") { Connection, Writers, Keys, Seconds };
        command.Hidden = true;
        command.SetAction((parsed, _) => ServeAsync(parsed.GetValue(Connection)!, parsed.GetValue(Writers), parsed.GetValue(Keys), TimeSpan.FromSeconds(parsed.GetValue(Seconds))));
        return command;
    }

    public static AppendNode Start(BenchLedger database, int writers, bool keys, TimeSpan duration)
    {
        string[] arguments =
        [
            typeof(AppendNode).Assembly.Location, Verb, database.ServerConnectionString, "--writers", $"{writers}",
            "--seconds", duration.TotalSeconds.ToString(CultureInfo.InvariantCulture), .. keys ? ["--keys"] : Array.Empty<string>(),
        ];
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        return new(Process.Start(start)!);
    }

    /// <returns>Events a second.</returns>
    public async Task<double> RunAsync(CancellationToken cancellationToken)
    {
        await process.StandardInput.WriteLineAsync("run".AsMemory(), cancellationToken);
        await process.StandardInput.FlushAsync(cancellationToken);
        return double.Parse(await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("A node has ended."), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task ServeAsync(string connectionString, int writers, bool keys, TimeSpan duration)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await using var ledger = new Ledger(dataSource, TimeProvider.System);
        var workers = StreamWriter.Of(ledger, writers, keys);
        while (await Console.In.ReadLineAsync() is not null)
        {
            var sample = await ClosedLoop.RunAsync(writers, duration, worker => workers[worker].AppendAsync());
            await Console.Out.WriteLineAsync(sample.Value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
