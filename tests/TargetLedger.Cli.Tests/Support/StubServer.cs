using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TargetLedger.Cli.Tests;

/// <summary>Answers every request with the same bytes and hangs up; null hangs up without a word.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;

    public StubServer(string? answer)
    {
        listener.Start();
        serving = ServeAsync(answer, stopping.Token);
    }

    public string Address => $"http://{listener.LocalEndpoint}";

    /// <summary>What was asked, headers and body.</summary>
    public List<string> Requests { get; } = [];

    public static string Problem(int status, string code) => Answer(
        status, "application/problem+json", $$"""{"type":"urn:targetledger:problem:{{code}}","title":"不行 / no","status":{{status}},"code":"{{code}}","traceId":"0"}""");

    public static string Created(string body) => Answer(201, "application/json", body);

    private static string Answer(int status, string type, string body) =>
        $"HTTP/1.1 {status} Status\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await serving;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync(string? answer, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(cancellationToken);
                var stream = client.GetStream();
                Requests.Add(await ReadRequestAsync(stream, cancellationToken));
                if (answer is not null)
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private static async Task<string> ReadRequestAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var request = new StringBuilder();
        var buffer = new byte[8192];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, cancellationToken);
            request.Append(Encoding.UTF8.GetString(buffer, 0, read));
            var text = request.ToString();
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (read == 0 || (head >= 0 && text.Length >= head + 4 + LengthOf(text)))
                return text;
        }
    }

    private static int LengthOf(string head)
    {
        const string Name = "Content-Length:";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : int.Parse(head.AsSpan(at + Name.Length, head.IndexOf("\r\n", at, StringComparison.Ordinal) - at - Name.Length));
    }
}
