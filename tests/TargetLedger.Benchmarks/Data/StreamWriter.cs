using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>Appends one event after the other, with the expected version, to streams that nobody else writes to.</summary>
internal sealed class StreamWriter
{
    private const int StreamsOfAll = 10_000;

    private readonly Ledger ledger;
    private readonly bool keys;
    private readonly (string Stream, int Version)[] own;
    private int next;

    private StreamWriter(Ledger ledger, int streams, bool keys)
    {
        this.ledger = ledger;
        this.keys = keys;
        own = [.. Enumerable.Range(0, streams).Select(_ => (SampleEvents.NewStream(), 0))];
    }

    /// <summary>So many writers, ten thousand streams together.</summary>
    public static StreamWriter[] Of(Ledger ledger, int writers, bool keys)
        => [.. Enumerable.Range(0, writers).Select(_ => new StreamWriter(ledger, Math.Max(1, StreamsOfAll / writers), keys))];

    public async Task AppendAsync()
    {
        next = (next + 1) % own.Length;
        var (stream, version) = own[next];
        var request = new AppendRequest(
            [new(stream, "commitment", version == 0 ? ExpectedVersion.None : ExpectedVersion.Exactly(version), [SampleEvents.ProgressReported(version + 1)])],
            new(SampleEvents.Account),
            keys ? SampleKeys.New(stream) : null);
        if (await ledger.AppendAsync(request) is not AppendResult.Appended appended)
            throw new InvalidOperationException("Nobody else writes to this stream.");
        own[next] = (stream, (int)appended.Versions[0]);
    }
}
