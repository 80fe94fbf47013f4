namespace TargetLedger.LocalPostgres;

/// <summary>How a private cluster is started. A start that joins a running cluster takes that cluster's settings.</summary>
public sealed record LocalPostgresOptions
{
    /// <summary>Where the cluster lives; null for a temporary one, removed when its last user leaves.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>False gives up crash safety for speed (fsync, synchronous_commit and full_page_writes off): for test suites.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Further server settings; they override the defaults but never where the server listens.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Bounds waiting for another start on the same directory plus the start itself, crash recovery included.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Where to look for the server's programs; null for PATH and the places packages install to.</summary>
    public IReadOnlyList<string>? BinaryDirectories { get; init; }
}
