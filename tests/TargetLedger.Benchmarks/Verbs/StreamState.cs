using System.CommandLine;
using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using TargetLedger.Boards;
using TargetLedger.Domain.Commitments;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>The state of a long stream, now and as it was known half way, beside fetching its bodies and doing nothing with them.</summary>
internal sealed class StreamState : IVerb
{
    private const int Readings = 20;

    // As many as the runtime takes until it has compiled the fold for good; a server has folded before.
    private const int Rehearsals = 60;

    private static readonly Option<int> Length = new("--length") { Description = "events of the stream", DefaultValueFactory = _ => 10_000 };

    public string Name => "state";

    public string Description => "the state of a long stream";

    public IReadOnlyList<Option> Options { get; } = [Length];

    public async Task RunAsync(Bench bench, ParseResult options, CancellationToken cancellationToken)
    {
        var length = options.GetValue(Length);
        await using var database = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        var story = new CommitmentStory(1);
        await Filled.ContiguousAsync(database, [story], length, cancellationToken);
        await database.ExecuteAsAdminAsync("VACUUM ANALYZE", cancellationToken);
        var reader = new LedgerReader(database.DataSource, TimeProvider.System);

        // Alone in its ledger, so that versions are positions.
        foreach (var (name, through) in new[] { ("state", length), ("state as of its half", length / 2) })
        {
            for (var i = 0; i < Rehearsals; i++)
                await ReadAsync(reader, story.Stream, through, cancellationToken);
            await bench.MeasureAsync(
                name,
                $"length={length}",
                "ms",
                () => MedianAsync(() => ReadAsync(reader, story.Stream, through, cancellationToken)),
                "bodies alone",
                async () => (await MedianAsync(() => FetchAsync(database, story.Stream, through, cancellationToken))).Value);
        }
    }

    private static async Task ReadAsync(LedgerReader reader, string stream, long through, CancellationToken cancellationToken)
    {
        var state = await reader.FoldStreamAsync<Commitment>(
            stream, null, (c, e) => Commitment.Evolve(stream, c, RecordedEvent.Of(e, LedgerZone.Default)), throughPosition: through, cancellationToken: cancellationToken);
        if (state?.Version != through)
            throw new InvalidOperationException("The state is not that of the version asked for.");
    }

    private static async Task FetchAsync(BenchLedger database, string stream, long through, CancellationToken cancellationToken)
    {
        await using var command = database.DataSource.CreateCommand("SELECT data FROM ledger.mt_events WHERE stream_id = $1 AND seq_id <= $2 ORDER BY version");
        command.Parameters.Add(new() { Value = stream, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = through });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            // Read and dropped.
        }
    }

    private static async Task<Sample> MedianAsync(Func<Task> reading)
    {
        var ticks = new List<long>();
        for (var i = 0; i < Readings; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await reading();
            ticks.Add(Stopwatch.GetTimestamp() - began);
        }

        var latencies = new Latencies(ticks);
        return new(latencies.PercentileMs(0.5), latencies);
    }
}
