using System.Diagnostics;

namespace TargetLedger.EventStore.Tests.Projections;

internal static class Eventually
{
    // Against a hang, not a claim about speed: a crowded machine may take long over fifty ended sessions.
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    /// <summary>Waits until a condition holds; fails when it does not within a bound.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            watch.Elapsed.ShouldBeLessThan(Bound, "the condition did not come true in time");
            await Task.Delay(10);
        }
    }

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));
}
