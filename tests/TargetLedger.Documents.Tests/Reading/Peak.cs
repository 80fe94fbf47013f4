using System.Diagnostics;

using Shouldly;
using Xunit;

namespace TargetLedger.Documents.Tests.Reading;

/// <summary>How much more memory the process takes at most, sampled every few milliseconds.</summary>
internal sealed class Peak
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<long> _sampling;

    private Peak(long before) => _sampling = Task.Factory.StartNew(
        () =>
        {
            var most = Now();
            while (!_stop.Token.WaitHandle.WaitOne(5))
                most = Math.Max(most, Now());
            return Math.Max(most, Now()) - before;
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    public static Peak Start()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return new(Now());
    }

    public async Task<long> StopAsync()
    {
        await _stop.CancelAsync();
        return await _sampling;
    }

    private static long Now()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
