using System.Diagnostics;

namespace TargetLedger.LocalPostgres;

/// <summary>
/// Who uses a cluster, kept in two lock files so that the kernel forgets a killed process by itself, which no file of
/// process ids can promise. <c>cluster.lock</c> is held alone, and only while starting or stopping; <c>cluster.users</c> is held
/// shared for as long as a cluster is used. .NET takes flock(2) on open: exclusive for FileShare.None, else shared.
/// </summary>
internal static class ClusterLease
{
    private const string LockFile = "cluster.lock";
    public const string UsersFile = "cluster.users";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<IDisposable?> LockAsync(string home, TimeSpan timeout, CancellationToken ct)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            if (TryOpen(home, LockFile, FileMode.OpenOrCreate, FileShare.None) is { } held)
                return held;
            if (waited.Elapsed >= timeout)
                return null;
            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>The lock of a home that may be disappearing, or null; makes no file, which would keep the directory from being removed.</summary>
    public static IDisposable? TryLockExisting(string home) => TryOpen(home, LockFile, FileMode.Open, FileShare.None);

    /// <summary>Taken under the lock, when nobody can be holding the users' file alone.</summary>
    public static IDisposable Use(string home) => Open(home, UsersFile, FileMode.OpenOrCreate, FileShare.ReadWrite);

    /// <summary>Asked under the lock: true when no process uses the cluster any more.</summary>
    public static bool IsUnused(string home)
    {
        using var alone = TryOpen(home, UsersFile, FileMode.Open, FileShare.None);
        return alone is not null;
    }

    private static FileStream? TryOpen(string home, string file, FileMode mode, FileShare share)
    {
        try
        {
            return Open(home, file, mode, share);
        }
        // EWOULDBLOCK, on Linux and on BSDs: somebody else holds it.
        catch (IOException held) when (held.HResult is 11 or 35)
        {
            return null;
        }
    }

    // Read access is enough to lock, so that root and the cluster's user can share a file whichever of them made it.
    private static FileStream Open(string home, string file, FileMode mode, FileShare share) =>
        new(Path.Combine(home, file), mode, FileAccess.Read, share);
}
