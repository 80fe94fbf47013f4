using System.CommandLine;
using System.Diagnostics;
using Npgsql;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>Imports: many events in requests of a thousand, several under way, beside COPY of as many rows into the same table.</summary>
internal sealed class LoadEvents : IVerb
{
    private const int RequestsUnderWay = 32;

    private static readonly Option<int> Events = new("--events") { Description = "how many events a run loads", DefaultValueFactory = _ => 500_000 };
    private static readonly Option<int> Streams = new("--streams") { Description = "over how many streams", DefaultValueFactory = _ => 10_000 };

    public string Name => "bulk";

    public string Description => "loads of many events";

    public IReadOnlyList<Option> Options { get; } = [Events, Streams];

    public async Task RunAsync(Bench bench, ParseResult options, CancellationToken cancellationToken)
    {
        var (events, streams) = (options.GetValue(Events), options.GetValue(Streams));
        await bench.MeasureAsync(
            "bulk",
            $"events={events} streams={streams}",
            "events/s",
            () => LoadAsync(bench, events, streams, cancellationToken),
            "COPY",
            () => CopyAsync(bench, events, streams, cancellationToken));
    }

    private static async Task<Sample> LoadAsync(Bench bench, int events, int streams, CancellationToken cancellationToken)
    {
        await using var database = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        await using var ledger = new Ledger(database.DataSource, TimeProvider.System);
        var requests = Requests(events, streams).ToArray();
        await database.CheckpointAsync(cancellationToken);

        var started = Stopwatch.GetTimestamp();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, RequestsUnderWay).Select(_ => Task.Run(
            async () =>
            {
                for (var i = Interlocked.Increment(ref next); i < requests.Length; i = Interlocked.Increment(ref next))
                    if (await ledger.AppendAsync(requests[i], cancellationToken) is not AppendResult.Appended)
                        throw new InvalidOperationException("Nobody else writes to these streams.");
            },
            cancellationToken)));
        return new(events / Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>The same rows, made beforehand and sent as PostgreSQL takes them fastest, in one transaction.</summary>
    private static async Task<double> CopyAsync(Bench bench, int events, int streams, CancellationToken cancellationToken)
    {
        await using var database = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        await Floor.CreateTableAsync(database, cancellationToken);
        var rows = Encode(Requests(events, streams));
        await using var connection = new NpgsqlConnection(database.AdminConnectionString);
        await connection.OpenAsync(cancellationToken);
        await database.CheckpointAsync(cancellationToken);

        var started = Stopwatch.GetTimestamp();
        await using (var copy = await connection.BeginRawBinaryCopyAsync(Floor.Read("copy_rows"), cancellationToken))
        {
            foreach (var block in rows)
                await copy.WriteAsync(block, cancellationToken);
        }

        return events / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static List<byte[]> Encode(IEnumerable<AppendRequest> requests)
    {
        var (blocks, rows, position) = (new List<byte[]>(), new CopyRows(), 0L);
        foreach (var request in requests)
        {
            foreach (var stream in request.Streams)
                for (var e = 0; e < stream.Events.Count; e++)
                    rows.Add(++position, stream.Stream, e + 1, DateTimeOffset.UnixEpoch.AddMicroseconds(position), stream.Events[e], stream.Events[e].Data.Span, request.Actor, null);
            blocks.Add(rows.Written.ToArray());
            rows.Clear();
        }

        rows.End();
        blocks.Add(rows.Written.ToArray());
        return blocks;
    }

    private static IEnumerable<AppendRequest> Requests(int events, int streams)
    {
        var each = events / streams;
        foreach (var part in Enumerable.Range(0, streams).Chunk(Math.Max(1, AppendRequest.MaxEvents / each)))
        {
            yield return new(
                [.. part.Select(_ => new StreamAppend(SampleEvents.NewStream(), "commitment", ExpectedVersion.None, [.. Enumerable.Range(1, each).Select(SampleEvents.ProgressReported)]))],
                new(SampleEvents.Account));
        }
    }
}
