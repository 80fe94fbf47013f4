namespace TargetLedger.Server.Hosting;

/// <summary>
/// Writers of one stream in this process take turns: all but one of those that decide at the same time would only find
/// that another came first. Other nodes still meet at the append's expected version.
/// </summary>
internal sealed class StreamTurns
{
    // Streams share a turn by chance now and then, which costs a little waiting and saves keeping count of them.
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 1_024).Select(_ => new SemaphoreSlim(1))];

    public async Task<Turn> TakeAsync(string stream, CancellationToken cancellationToken)
    {
        var turn = turns[(uint)string.GetHashCode(stream, StringComparison.Ordinal) % turns.Length];
        await turn.WaitAsync(cancellationToken);
        return new(turn);
    }

    internal readonly struct Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
