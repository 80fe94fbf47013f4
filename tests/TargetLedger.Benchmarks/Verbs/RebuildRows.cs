using System.CommandLine;
using System.Diagnostics;
using Npgsql;
using TargetLedger.Boards;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>The boards' rows rebuilt from all events, beside reading those events and doing nothing with them.</summary>
internal sealed class RebuildRows : IVerb
{
    private const int Streams = 10_000;

    private static readonly Option<string[]> Layouts = new("--layout")
    {
        Description = "interleaved, as live traffic is, or contiguous, as imports are; both unless given",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => ["interleaved", "contiguous"],
    };

    private static readonly Option<int> Events = new("--events") { Description = $"over {Streams:N0} streams", DefaultValueFactory = _ => 500_000 };

    public string Name => "rebuild";

    public string Description => "the commitments' rows rebuilt from the first event";

    public IReadOnlyList<Option> Options { get; } = [Layouts, Events];

    public async Task RunAsync(Bench bench, ParseResult options, CancellationToken cancellationToken)
    {
        foreach (var layout in options.GetValue(Layouts)!)
        {
            await using var database = await bench.Cluster.CreateLedgerAsync(cancellationToken);
            var perStream = options.GetValue(Events) / Streams;
            var stories = Enumerable.Range(0, Streams).Select(n => new CommitmentStory(n)).ToArray();
            if (layout == "interleaved")
                await Filled.InterleavedAsync(database, stories, perStream, cancellationToken);
            else
                await Filled.ContiguousAsync(database, stories, perStream, cancellationToken);
            await database.ExecuteAsAdminAsync("VACUUM ANALYZE", cancellationToken);
            await MeasureAsync(bench, database, $"layout={layout} events={perStream * Streams} streams={Streams}", perStream * Streams, cancellationToken);
        }
    }

    private static async Task MeasureAsync(Bench bench, BenchLedger database, string settings, int events, CancellationToken cancellationToken)
    {
        await using var follower = new LedgerFollower(database.DataSource, new LedgerReader(database.DataSource, TimeProvider.System));
        var runner = new ProjectionRunner(database.DataSource, new BoardsProjection(LedgerZone.Default), follower);
        await runner.RebuildAsync(cancellationToken: cancellationToken);  // warms up the code
        await bench.MeasureAsync(
            "rebuild",
            settings,
            "events/s",
            async () =>
            {
                await runner.DropUnusedBuildsAsync(cancellationToken);
                await database.CheckpointAsync(cancellationToken);
                var began = Stopwatch.GetTimestamp();
                await runner.RebuildAsync(cancellationToken: cancellationToken);
                return new(events / Stopwatch.GetElapsedTime(began).TotalSeconds);
            },
            "COPY TO alone",
            async () =>
            {
                var began = Stopwatch.GetTimestamp();
                await CopyOutAsync(database, cancellationToken);
                return events / Stopwatch.GetElapsedTime(began).TotalSeconds;
            });
    }

    private static async Task CopyOutAsync(BenchLedger database, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        await using var copy = await connection.BeginRawBinaryCopyAsync("COPY ledger.mt_events TO STDOUT (FORMAT binary)", cancellationToken);
        while (await copy.ReadAsync(buffer.AsMemory(), cancellationToken) > 0)
        {
            // Read and dropped.
        }
    }
}
