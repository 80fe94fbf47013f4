namespace TargetLedger.EventStore;

/// <summary>A request in the queue. Its caller may withdraw it until it is taken into a batch, and not any more then.</summary>
internal sealed class PendingAppend(CheckedAppend append)
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    // The writer must not run its callers' continuations.
    private readonly TaskCompletionSource<AppendResult> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int state = Waiting;

    public CheckedAppend Append { get; } = append;

    public (string Account, string Key)? Key { get; } = append.Request.Key is { } key ? (key.Account, key.Key) : null;

    public Task<AppendResult> Outcome => completion.Task;

    public bool TryTake() => Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;

    public void Withdraw(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref state, Withdrawn, Waiting) == Waiting)
            completion.TrySetCanceled(cancellationToken);
    }

    public void Succeed(AppendResult result) => completion.TrySetResult(result);

    public void Fail(Exception fault) => completion.TrySetException(fault);
}
