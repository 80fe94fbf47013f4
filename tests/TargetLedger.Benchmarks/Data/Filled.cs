using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>Ledgers with something in them, recorded the ordinary way.</summary>
internal static class Filled
{
    private const int Together = 1_000;

    /// <summary>Every stream gets one event after the other in turn, as live traffic does.</summary>
    public static async Task InterleavedAsync(BenchLedger database, IReadOnlyList<CommitmentStory> stories, int rounds, CancellationToken cancellationToken)
    {
        await using var ledger = new Ledger(database.DataSource, TimeProvider.System);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var some in stories.Chunk(Together))
                await AppendAsync(ledger, [.. some.Select(s => s.Next(1))], cancellationToken);
        }
    }

    /// <summary>Every stream's events lie together.</summary>
    public static async Task ContiguousAsync(BenchLedger database, IReadOnlyList<CommitmentStory> stories, int events, CancellationToken cancellationToken)
    {
        await using var ledger = new Ledger(database.DataSource, TimeProvider.System);
        foreach (var story in stories)
        {
            for (var left = events; left > 0; left -= Together)
                await AppendAsync(ledger, [story.Next(Math.Min(left, Together))], cancellationToken);
        }
    }

    private static async Task AppendAsync(Ledger ledger, StreamAppend[] streams, CancellationToken cancellationToken)
    {
        if (await ledger.AppendAsync(new(streams, new(SampleEvents.Account)), cancellationToken) is not AppendResult.Appended)
            throw new InvalidOperationException("Nobody else writes to these streams.");
    }
}
