using Npgsql;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>
/// Keeps the boards' tables: every aggregate folded by the domain's own fold and written as rows. Nothing the calendar
/// decides is in them; lights are judged when they are asked for.
/// </summary>
/// <param name="zone">The ledger's, in which its days begin; see <see cref="LedgerZone"/>.</param>
public sealed class BoardsProjection(TimeZoneInfo zone) : IStreamProjection
{
    private const int CachedAggregates = 10_000;
    private readonly AggregateCache cache = new(CachedAggregates);

    public string Name => "boards";

    // 2: filled stream by stream, which a node that knows shape 1 alone must not go on with.
    // 3: with the day a commitment was made, leaves and missed periods.
    // 4: rules with bands of their own, and for one plan; divisions by day and depth, sides, links and counterparts; where a
    // draft begins and ends, so that one open at a past position is found; a lead's review, where a
    // report was returned before, the hashes of its evidence and its classes.
    // 5: with a pace of stages and shared classes; what a revised document says in other words: titles, force, tasks and sections;
    // a lead's review that ends when classes are told anew.
    // 6: with the day something was recorded that holds from a day before: spells, links, ends of memberships, periods and nodes.
    public int Shape => 6;

    public IReadOnlyList<string> Tables { get; } =
    [
        LinkRow.Table.Name,
        CounterpartRow.Table.Name,
        SideRow.Table.Name,
        NodeStatementRow.Table.Name,
        ReportRow.Table.Name,
        MissedPeriodRow.Table.Name,
        LeaveRow.Table.Name,
        SpellRow.Table.Name,
        NodeRow.Table.Name,
        QuotaRow.Table.Name,
        DivisionRow.Table.Name,
        ResponsibleRow.Table.Name,
        TargetRow.Table.Name,
        PeriodRow.Table.Name,
        CommitmentRow.Table.Name,
        DraftRow.Table.Name,
        RulesVersionRow.Table.Name,
        MembershipRow.Table.Name,
        UnitGroupRow.Table.Name,
        UnitAliasRow.Table.Name,
        UnitRow.Table.Name,
        PlanTaskRow.Table.Name,
        PlanSectionRow.Table.Name,
        PlanRow.Table.Name,
    ];

    internal TimeZoneInfo Zone { get; } = zone;

    public async Task CreateTablesAsync(NpgsqlConnection connection, string suffix, CancellationToken cancellationToken)
    {
        await using var create = new NpgsqlCommand(BoardSql.Read("create_tables", suffix), connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task ApplyAsync(
        NpgsqlConnection connection, string suffix, IReadOnlyList<StoredEvent> batch, CancellationToken cancellationToken)
    {
        var streams = batch.GroupBy(e => e.Stream, StringComparer.Ordinal).ToList();
        var before = await StatesBeforeAsync(connection, streams, cancellationToken);
        var changes = new BatchChanges();
        var after = new List<(string Stream, Aggregate State)>(streams.Count);
        foreach (var stream in streams)
        {
            var change = new StreamChange(before.GetValueOrDefault(stream.Key));
            foreach (var stored in stream)
                change.Evolve(stored, Zone);
            changes.Add(change);
            after.Add((stream.Key, change.After!));
        }

        await changes.WriteAsync(connection, suffix, cancellationToken);
        foreach (var (stream, state) in after)
            cache.Put(stream, state);
    }

    public object Evolve(object? state, StoredEvent stored) => Aggregate.Evolve((Aggregate?)state, stored, Zone);

    public async Task FillAsync(
        NpgsqlConnection connection, string suffix, IReadOnlyList<object> states, CancellationToken cancellationToken)
    {
        var rows = new BatchChanges();
        foreach (var state in states.Cast<Aggregate>())
            rows.Add(state.State);
        await rows.CopyAsync(connection, suffix, cancellationToken);
    }

    /// <summary>Every stream as it was before the batch: remembered, or read from the ledger in one query.</summary>
    private async Task<Dictionary<string, Aggregate>> StatesBeforeAsync(
        NpgsqlConnection connection, IEnumerable<IGrouping<string, StoredEvent>> streams, CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, Aggregate>(StringComparer.Ordinal);
        var missing = new List<(string Stream, long Version)>();
        foreach (var stream in streams)
        {
            var version = stream.First().Version - 1;
            if (version == 0)
                continue;
            if (cache.TryGet(stream.Key, version, out var state))
                states[stream.Key] = state;
            else
                missing.Add((stream.Key, version));
        }

        if (missing.Count == 0)
            return states;

        var history = await LedgerReader.ReadStreamsAsync(
            connection, [.. missing.Select(m => m.Stream)], [.. missing.Select(m => m.Version)], cancellationToken);
        foreach (var stored in history)
            states[stored.Stream] = Aggregate.Evolve(states.GetValueOrDefault(stored.Stream), stored, Zone);
        return states;
    }
}
