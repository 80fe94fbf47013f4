using System.Text.Json.Serialization;
using TargetLedger.Domain;

namespace TargetLedger.Server.Hosting;

/// <summary>RFC 9457, with a code that programs can go by and every fault at once.</summary>
/// <param name="Title">Chinese / English, the same for all problems of a code.</param>
/// <param name="Detail">Chinese / English, about this one.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Code,
    string TraceId,
    string? Detail = null,
    IReadOnlyList<Fault>? Faults = null)
{
    public const string MediaType = "application/problem+json";

    [JsonIgnore]
    internal TimeSpan? RetryAfter { get; init; }
}
