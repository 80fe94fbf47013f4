using TargetLedger.Domain;

namespace TargetLedger.Cli;

/// <summary>Ends a verb with an exit code, the words for it, and what <c>--json</c> prints instead of the result.</summary>
internal sealed class Failure : Exception
{
    public Failure(int exitCode, string code, string zh, string en, Exception? cause = null)
        : this(exitCode, new Problem($"urn:targetledger:problem:{code}", $"{zh} / {en}", code), cause)
    {
    }

    public Failure(int exitCode, Problem problem, Exception? cause = null)
        : base(problem.Title, cause)
    {
        ExitCode = exitCode;
        Problem = problem;
    }

    public int ExitCode { get; }

    public Problem Problem { get; }
}

/// <summary>RFC 9457, as the server writes it; the CLI's own failures take the same form.</summary>
/// <param name="Key">The Idempotency-Key to send again, where an outcome is unknown.</param>
internal sealed record Problem(
    string Type,
    string Title,
    string Code,
    int? Status = null,
    string? Detail = null,
    IReadOnlyList<Fault>? Faults = null,
    string? TraceId = null,
    string? Key = null);
