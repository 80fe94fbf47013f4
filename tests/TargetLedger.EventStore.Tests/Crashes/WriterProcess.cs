using System.Collections.Concurrent;
using System.Diagnostics;
using TargetLedger.Testing;

namespace TargetLedger.EventStore.Tests.Crashes;

/// <summary>A node in a process of its own, asked as a client would ask it: what it has not answered when it dies is unknown.</summary>
internal sealed class WriterProcess : IAsyncDisposable
{
    private static int count;
    private readonly Process process;
    private readonly SemaphoreSlim speaking = new(1);
    private readonly ConcurrentDictionary<long, TaskCompletionSource<AppendResult>> unanswered = new();
    private readonly Task listening;
    private long questions;
    private volatile bool hasEnded;
    private bool isDisposed;

    private WriterProcess(Process process)
    {
        this.process = process;
        listening = ListenAsync();
    }

    public int Pid => process.Id;

    public int Unanswered => unanswered.Count;

    public static WriterProcess Start(string connectionString) =>
        new(Process.Start(Processes.Itself("write", $"writer-{Interlocked.Increment(ref count)}", connectionString))!);

    /// <summary>As <see cref="Ledger.AppendAsync"/>, with the same exceptions.</summary>
    public async Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref questions);
        var answer = unanswered.GetOrAdd(number, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (hasEnded)
        {
            unanswered.TryRemove(number, out _);
            throw new LedgerUnavailableException("the node had ended before it was asked");
        }

        await SayAsync(new(number, request));
        // Whoever gives up asks the node to withdraw the request, and learns from it whether it could.
        await using (cancellationToken.Register(() => _ = SayAsync(new(number, Request: null))))
            return await answer.Task;
    }

    /// <summary>Returns when it is up and has recorded something, though not an event.</summary>
    public async Task UntilReadyAsync()
    {
        while (true)
        {
            try
            {
                await AppendAsync(Sample.Request() with { Key = Sample.Key($"ready-{Pid}") }, CancellationToken.None);
                return;
            }
            catch (LedgerUnavailableException) when (!hasEnded)
            {
                // It could not connect in time: the machine is crowded, or the server is just being started again.
            }
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        isDisposed = true;
        process.Kill();
        await process.WaitForExitAsync();
        await listening;
        process.Dispose();
    }

    /// <summary>Ends in order unless it was killed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        process.Kill();
        await process.WaitForExitAsync();
        await listening;
        process.Dispose();
    }

    private async Task SayAsync(Question question)
    {
        var line = Wire.Write(question);
        await speaking.WaitAsync();
        try
        {
            await process.StandardInput.WriteLineAsync(line);
            await process.StandardInput.FlushAsync();
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Who listens learns of the end, and says so to everybody who waits.
        }
        finally
        {
            speaking.Release();
        }
    }

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            Answer answer;
            try
            {
                answer = Wire.Read<Answer>(line);
            }
            catch (System.Text.Json.JsonException)
            {
                break; // Killed in the middle of a word.
            }

            if (!unanswered.TryRemove(answer.Number, out var waiting))
                continue;
            try
            {
                waiting.TrySetResult(answer.Result());
            }
            catch (Exception fault)
            {
                waiting.TrySetException(fault);
            }
        }

        hasEnded = true;
        foreach (var number in unanswered.Keys)
            if (unanswered.TryRemove(number, out var waiting))
                waiting.TrySetException(new AppendOutcomeUnknownException("the node ended before it answered"));
    }
}
