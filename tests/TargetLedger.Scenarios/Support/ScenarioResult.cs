using System.Net;
using System.Text;
using System.Text.Json;

namespace TargetLedger.Scenarios.Support;

/// <summary>An answer, read to its end.</summary>
public sealed record ScenarioResult(HttpStatusCode Status, string? MediaType, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement.Clone();

    public string? ETag => Headers.GetValueOrDefault("ETag");

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Where the next page is; null on the last.</summary>
    public string? NextUrl => Header("Link") is ['<', .. var url] && url.EndsWith(">; rel=\"next\"", StringComparison.Ordinal) ? url[..^">; rel=\"next\"".Length] : null;

    public long Position => Json.GetProperty("position").GetInt64();

    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>Pointer and code of every fault of a problem.</summary>
    public IReadOnlyList<(string Pointer, string Code)> Faults =>
        [.. Json.GetProperty("faults").EnumerateArray().Select(f => (f.GetProperty("pointer").GetString()!, f.GetProperty("code").GetString()!))];

    public static async Task<ScenarioResult> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) => new(
        response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
        await response.Content.ReadAsByteArrayAsync(cancellationToken));
}
