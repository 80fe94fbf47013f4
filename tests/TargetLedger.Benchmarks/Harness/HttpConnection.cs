using System.Buffers.Text;
using System.Net.Sockets;

namespace TargetLedger.Benchmarks;

/// <summary>One kept-alive HTTP/1.1 connection that sends ready bytes and reads no more of an answer than it must.</summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket socket;
    private readonly byte[] buffer = new byte[16 * 1024];

    private HttpConnection(Socket socket) => this.socket = socket;

    public static async Task<HttpConnection> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        var connected = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await connected.ConnectAsync(address.Host, address.Port, cancellationToken);
        return new(connected);
    }

    /// <returns>The status of the answer, which has been read to its end.</returns>
    public async Task<int> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        await socket.SendAsync(request, cancellationToken);
        var length = 0;
        do
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
                throw new IOException("The server closed the connection.");
            length += read;
        }
        while (!IsWhole(buffer.AsSpan(0, length)));
        return Utf8Parser.TryParse(buffer.AsSpan("HTTP/1.1 ".Length, 3), out int status, out _) ? status : 0;
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        var body = answer[(head + 4)..];
        var length = answer[..head].IndexOf("Content-Length: "u8);
        // The server sends small bodies either with their length or in chunks that an empty one ends.
        return length < 0
            ? body.EndsWith("0\r\n\r\n"u8)
            : Utf8Parser.TryParse(answer[(length + "Content-Length: ".Length)..], out int expected, out _) && body.Length >= expected;
    }
}
