namespace TargetLedger.Cli;

/// <summary>Something that cannot be in a ledger nobody has touched.</summary>
/// <param name="Position">The event concerned, where there is one.</param>
internal sealed record Finding(string Code, string Zh, string En, long? Position = null, string? Stream = null);

/// <summary>What one check looked at and found.</summary>
/// <param name="Covered">How many things it looked at: events, streams, rows.</param>
/// <param name="Found">How many findings there are; <paramref name="Findings"/> lists the first of them.</param>
internal sealed record CheckResult(string Check, string Zh, string En, long Covered, long Found, IReadOnlyList<Finding> Findings);

/// <summary>What could not be looked at, and why.</summary>
internal sealed record NotCovered(string Check, string Zh, string En);

/// <param name="Position">The ledger's last position when the verification began; nothing later was looked at.</param>
internal sealed record VerificationResult(
    long Position, bool Sound, IReadOnlyList<CheckResult> Checks, IReadOnlyList<NotCovered> NotCovered);

/// <summary>Counts every finding and keeps the first ones: a broken ledger may hold millions.</summary>
internal sealed class Findings(string check, string zh, string en)
{
    private const int Kept = 100;
    private readonly List<Finding> first = [];
    private long found;

    public long Covered { get; set; }

    public void Add(Finding finding)
    {
        found++;
        if (first.Count < Kept)
            first.Add(finding);
    }

    public CheckResult Result() => new(check, zh, en, Covered, found, first);
}
