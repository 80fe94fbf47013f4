using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TargetLedger.EventStore;

namespace TargetLedger.Server.Hosting;

/// <summary>The client's own name for one write, by which a retry is told from a second wish.</summary>
internal static class RequestKeys
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";
    private const int MaxLength = 200;

    /// <summary>Null when none is given. Visible ASCII, so that it is the same in every log and shell.</summary>
    public static string? Read(HttpRequest request)
    {
        var values = request.Headers[Header];
        if (values.Count == 0)
            return null;
        return values is [{ Length: >= 1 and <= MaxLength } key] && key.All(c => c is >= '!' and <= '~')
            ? key
            : throw new ProblemException(ProblemKind.KeyInvalid, detail: $"1 至 {MaxLength} 个可见 ASCII 字符 / 1 to {MaxLength} visible ASCII characters");
    }

    /// <summary>SHA-256 over method, path and the body's RFC 8785 form: layout and member order make no other request.</summary>
    public static byte[] Fingerprint(HttpRequest request, JsonElement body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.PathBase}{request.Path}\n"));
        hash.AppendData(CanonicalJson.Canonicalize(body));
        return hash.GetHashAndReset();
    }
}
