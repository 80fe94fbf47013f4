using System.Collections.Concurrent;
using System.Diagnostics;

namespace TargetLedger.EventStore.Tests.Checker;

/// <summary>What clients of a ledger did and were told, and when: the only thing a checker may believe.</summary>
public sealed class AppendHistory
{
    private readonly ConcurrentQueue<Attempt> attempts = new();
    private readonly ConcurrentQueue<ObservedRead> reads = new();

    public IReadOnlyCollection<Attempt> Attempts => attempts;

    public IReadOnlyCollection<ObservedRead> Reads => reads;

    public Attempt Invoke(AppendRequest request) => Invoke(request, Stopwatch.GetTimestamp());

    internal Attempt Invoke(AppendRequest request, long at)
    {
        var attempt = new Attempt(request, at);
        attempts.Enqueue(attempt);
        return attempt;
    }

    /// <summary>Records what somebody saw of the ledger after a position, in full.</summary>
    public void Observe(long invokedAt, IReadOnlyList<StoredEvent> events, long after = 0) => reads.Enqueue(new(invokedAt, after, events));

    /// <summary>What happened, for people.</summary>
    public override string ToString()
    {
        int Count(Func<Attempt, bool> which) => attempts.Count(which);
        var repeated = Count(a => a.Key is not null) - attempts.Where(a => a.Key is not null).DistinctBy(a => a.Key).Count();
        return $"{attempts.Count} attempts, {repeated} of them retries: {Count(a => a.Result is AppendResult.Appended)} appended, "
            + $"{Count(a => a.Result is AppendResult.AlreadyRecorded)} already recorded, {Count(a => a.Result is AppendResult.Conflict)} conflicts, "
            + $"{Count(a => a.Result is null && a.Outcome == AttemptOutcome.Failed)} failed, {Count(a => a.Outcome == AttemptOutcome.Unknown)} unknown; "
            + $"{reads.Count} reads";
    }
}

/// <summary>One request sent once. Without an outcome it counts as unknown.</summary>
public sealed class Attempt(AppendRequest request, long invokedAt)
{
    public AppendRequest Request { get; } = request;

    public long InvokedAt { get; } = invokedAt;

    public long CompletedAt { get; private set; } = long.MaxValue;

    public AttemptOutcome Outcome { get; private set; } = AttemptOutcome.Unknown;

    public AppendResult? Result { get; private set; }

    public IEnumerable<Guid> EventIds => Request.Streams.SelectMany(stream => stream.Events).Select(e => e.Id);

    public (string Account, string Key)? Key => Request.Key is { } key ? (key.Account, key.Key) : null;

    /// <summary>A conflict is a definite failure too.</summary>
    public void Answered(AppendResult result) => Answered(result, Stopwatch.GetTimestamp());

    internal void Answered(AppendResult result, long at)
    {
        Result = result;
        CompletedAt = at;
        Outcome = result is AppendResult.Conflict ? AttemptOutcome.Failed : AttemptOutcome.Ok;
    }

    public void Failed()
    {
        CompletedAt = Stopwatch.GetTimestamp();
        Outcome = AttemptOutcome.Failed;
    }
}

public enum AttemptOutcome
{
    Unknown,
    Ok,
    Failed,
}

/// <param name="After">The position it began behind; 0 for the beginning.</param>
public sealed record ObservedRead(long InvokedAt, long After, IReadOnlyList<StoredEvent> Events)
{
    /// <summary>How far it got.</summary>
    public long Through => After + Events.Count;
}
