using System.CommandLine;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Benchmarks;

/// <summary>
/// Reports over HTTP: the whole server on Kestrel, with sign-in, rights, validation, idempotency keys and its projections at
/// work beside it. The client writes requests as bytes, since it shares the machine with what it measures.
/// </summary>
internal sealed class ReportOverHttp : IVerb
{
    private const int Commitments = 10_000;
    private const int RoundsBefore = 3;

    private static readonly Option<int> Connections = new("--connections") { Description = "how many clients report at once", DefaultValueFactory = _ => 64 };

    public string Name => "http";

    public string Description => "reports over HTTP";

    public IReadOnlyList<Option> Options { get; } = [Connections];

    public async Task RunAsync(Bench bench, ParseResult options, CancellationToken cancellationToken)
    {
        var connections = options.GetValue(Connections);
        await using var database = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        await Floor.CreateTableAsync(database, cancellationToken);
        var commitments = new ActiveCommitments(Commitments);
        await using (var ledger = new Ledger(database.DataSource, TimeProvider.System))
            await commitments.DrawUpAsync(ledger, cancellationToken);

        await using var server = await ServerHost.CreateAsync(
            [
                "--environment=Development", "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Ledger={database.ServerConnectionString}",
                "--Development:SignIn=true", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.AspNetCore=Warning",
            ],
            cancellationToken);
        await server.StartAsync(cancellationToken);
        var address = new Uri(server.Urls.Single());
        var token = await SignInAsync(address, cancellationToken);
        var clients = await Task.WhenAll(Enumerable.Range(0, connections).Select(async c =>
            new Client(await HttpConnection.OpenAsync(address, cancellationToken), token, commitments, c, connections)));
        try
        {
            // A server is measured at work, not while it starts: every commitment has been reported on a few times by then.
            await Task.WhenAll(clients.Select(client => client.ReportAllAsync(RoundsBefore, cancellationToken)));
            await bench.MeasureAsync(
                "http",
                $"connections={connections} keys=yes",
                "reports/s",
                async () =>
                {
                    await database.CheckpointAsync(cancellationToken);
                    return await ClosedLoop.RunAsync(connections, bench.Duration, client => clients[client].ReportAsync(cancellationToken));
                },
                "prepared insert",
                Floor.PreparedInsert(database, 32, bench.Duration, cancellationToken));
        }
        finally
        {
            foreach (var client in clients)
                client.Dispose();
            await server.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<string> SignInAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var answer = await http.PostAsJsonAsync("/dev/sign-in", new { account = $"unit:{ActiveCommitments.Unit}" }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("token").GetString()!;
    }

    /// <summary>Reports on commitments of its own, in turn, each time for the day after the last.</summary>
    private sealed class Client(HttpConnection connection, string token, ActiveCommitments commitments, int offset, int step) : IDisposable
    {
        private readonly string headers = $"Host: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n";
        private int next;

        public async Task ReportAllAsync(int rounds, CancellationToken cancellationToken)
        {
            for (var i = 0; i < rounds * ((commitments.Count - offset + step - 1) / step); i++)
                await ReportAsync(cancellationToken);
        }

        public async Task ReportAsync(CancellationToken cancellationToken)
        {
            var own = (commitments.Count - offset + step - 1) / step;
            var report = ActiveCommitments.Report(next / own);
            var stream = commitments.StreamOf(offset + next % own * step);
            next++;
            var body = string.Create(
                CultureInfo.InvariantCulture,
                $$$"""{"unit":"{{{report.Unit}}}","period":{"start":"{{{report.Period.Start:yyyy-MM-dd}}}","end":"{{{report.Period.End:yyyy-MM-dd}}}"},"amount":{{{report.Amount}}},"text":{"done":"{{{report.Text!.Done}}}"}}""");
            var request = $"POST /commitments/{stream}/reports HTTP/1.1\r\n{headers}Idempotency-Key: {report.Report}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
            var status = await connection.SendAsync(Encoding.UTF8.GetBytes(request), cancellationToken);
            if (status != 201)
                throw new InvalidOperationException($"A report was answered with {status}.");
        }

        public void Dispose() => connection.Dispose();
    }
}
