using TargetLedger.Domain;

namespace TargetLedger.Server.Hosting;

/// <summary>
/// Ends a request with a problem, from wherever its headers, query or body are read. The domain never throws: its
/// refusals are values.
/// </summary>
internal sealed class ProblemException(ProblemKind kind, IReadOnlyList<Fault>? faults = null, string? detail = null, TimeSpan? retryAfter = null)
    : Exception(kind.Code)
{
    public ProblemKind Kind { get; } = kind;

    public IReadOnlyList<Fault>? Faults { get; } = faults;

    /// <summary>Chinese / English.</summary>
    public string? Detail { get; } = detail;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    public static ProblemException Refused(IReadOnlyList<Refusal> reasons)
    {
        IReadOnlyList<Fault> faults = [.. reasons.Select(r => new Fault(r.Member ?? "", r.Code, r.Zh, r.En))];
        var kind = reasons.Count == 1 ? ProblemKind.Refused with { Code = reasons[0].Code } : ProblemKind.Refused;
        return new(kind, faults, Say(faults));
    }

    public static ProblemException Query(string parameter, string code, string zh, string en)
        => new(ProblemKind.QueryInvalid, [new(parameter, code, zh, en)], $"{parameter}:{zh} / {parameter}: {en}");

    private static string Say(IReadOnlyList<Fault> faults)
        => $"{string.Join(";", faults.Select(f => f.Zh))} / {string.Join("; ", faults.Select(f => f.En))}";
}
