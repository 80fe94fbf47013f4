using Npgsql;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>
/// Keeps what boards over all commitments are counted by: of every commitment its light as a step function of the day, now
/// and as of every position. Small enough for all of it to be in memory, so that a board need not judge what it only counts.
/// </summary>
/// <remarks>It remembers what it has folded, so that one object serves one ledger.</remarks>
/// <param name="zone">The ledger's, in which its days begin; see <see cref="LedgerZone"/>.</param>
/// <param name="fewestChanges">An image is not worth its while before so many changes. Part of the shape.</param>
public sealed class LightsProjection(TimeZoneInfo zone, int fewestChanges = 4_096) : IProjection
{
    // The live tables and those of a rebuild.
    private const int FoldsKept = 2;
    private const int CachedCommitments = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LightFold> folds = new(StringComparer.Ordinal);

    public string Name => "lights";

    // 2: with lights of plans' own rules, and orange; a step names the groups it is divided among; states keep a lead's review, the
    // hashes of evidence and classes.
    // 3: with a pace of stages, and commitments a revised document binds otherwise.
    // 4: states keep the day something was recorded that holds from a day before.
    public int Shape => 4;

    public IReadOnlyList<string> Tables { get; } = ["light_changes", "light_images", "light_parties", "light_commitments", "light_states"];

    internal TimeZoneInfo Zone { get; } = zone;

    /// <summary>Commitments without their words, as this process last saw or needed them.</summary>
    internal AggregateCache Commitments { get; } = new(CachedCommitments);

    public async Task CreateTablesAsync(NpgsqlConnection connection, string suffix, CancellationToken cancellationToken)
    {
        await using var create = new NpgsqlCommand(LightSql.Read("create_tables", suffix), connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task ApplyAsync(
        NpgsqlConnection connection, string suffix, IReadOnlyList<StoredEvent> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
            return;

        var before = batch[0].Position - 1;
        var fold = Take(suffix, before) ?? await LightFold.ReadAsync(connection, suffix, before, this, fewestChanges, cancellationToken);
        await fold.ApplyAsync(connection, suffix, batch, cancellationToken);
        Keep(suffix, fold);
    }

    /// <summary>
    /// What was kept of these tables, unless they have been taken back or on by somebody else since. Taken out, so that a
    /// fold that breaks off half way is not met again.
    /// </summary>
    private LightFold? Take(string suffix, long position)
    {
        lock (gate)
            return folds.Remove(suffix, out var kept) && kept.Position == position ? kept : null;
    }

    private void Keep(string suffix, LightFold fold)
    {
        lock (gate)
        {
            if (folds.Count >= FoldsKept && !folds.ContainsKey(suffix))
                folds.Remove(folds.MinBy(f => f.Value.Position).Key);
            folds[suffix] = fold;
        }
    }
}
