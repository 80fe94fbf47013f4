using System.Text;

namespace TargetLedger.LocalPostgres;

/// <summary>
/// The directory of one cluster and what lies in it: <c>pgdata</c> (PostgreSQL's, with the log), <c>run</c> (its socket) and the lock
/// files. PostgreSQL's own directory is not the home itself, so that a new one can be made beside its place and renamed into it.
/// </summary>
/// <param name="Root">Absolute, without symbolic links, as /proc shows it.</param>
internal sealed record ClusterHome(string Root, ClusterUser User)
{
    /// <summary>sockaddr_un.sun_path of Linux holds 108 bytes with the final NUL.</summary>
    private const int LongestSocketPath = 107;

    private const string TemporaryPrefix = "target-ledger-";
    private const string TemporaryMarker = "temporary";
    private const string UnfinishedPrefix = "pgdata.new-";
    private const string SocketPrefix = "tl-";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Data => Path.Combine(Root, "pgdata");

    public string Log => Path.Combine(Data, "postgres.log");

    public bool IsTemporary => File.Exists(Path.Combine(Root, TemporaryMarker));

    private string OwnSocketDirectory => Path.Combine(Root, "run");

    /// <summary>
    /// The running server, or null. After a crash the pid file remains and its pid may belong to a stranger by now, so a server
    /// counts when it is seen: at work in the data directory, or accepting on the private socket (where another pid namespace
    /// hides its process).
    /// </summary>
    public Postmaster? Running()
    {
        if (Postmaster.Claimed(Data) is not { } claimed)
            return null;
        if (Fits(OwnSocketDirectory) && Postmaster.Accepts(OwnSocketDirectory))
            return claimed with { SocketDirectory = OwnSocketDirectory };
        return claimed.Data == Data && (Postmaster.WorksIn(claimed.Pid, Data) || Postmaster.Accepts(claimed.SocketDirectory)) ? claimed : null;
    }

    /// <summary>
    /// A directory for a new cluster until it is complete. Never the same twice: the initdb of a killed process may still be
    /// writing to the last one.
    /// </summary>
    public async Task<string> MakeUnfinishedDataAsync(CancellationToken ct)
    {
        var unfinished = Path.Combine(Root, $"{UnfinishedPrefix}{Guid.NewGuid():N}");
        await User.MakePrivateDirectoryAsync(unfinished, ct);
        return unfinished;
    }

    /// <summary>Removes what interrupted starts left; what is still being written to goes at a later start.</summary>
    public async Task RemoveUnfinishedDataAsync(CancellationToken ct)
    {
        foreach (var leftover in Directory.EnumerateDirectories(Root, UnfinishedPrefix + "*"))
            await Command.RunAsync(["rm", "-rf", leftover], Patience, ct);
    }

    /// <summary>Opens or makes the directory an operator named.</summary>
    public static async Task<ClusterHome> OpenAsync(string directory, CancellationToken ct)
    {
        var root = Path.GetFullPath(directory);
        if (File.Exists(Path.Combine(root, "PG_VERSION")))
            throw new LocalPostgresException(
                $"{root} 是一个现成的 PostgreSQL 数据目录,请另选目录,或用连接字符串连接它",
                $"{root} is a PostgreSQL data directory already; choose another, or connect to it by a connection string");

        var existing = root;
        while (!Directory.Exists(existing))
            existing = Path.GetDirectoryName(existing)!;
        var pgdata = Path.Combine(root, "pgdata");
        var user = await ClusterUser.ForAsync(Directory.Exists(pgdata) ? pgdata : existing == root ? root : null, ct);
        if (!await user.CanEnterAsync(existing, ct))
            throw new LocalPostgresException(
                $"数据库以用户 {user.Name} 运行,它进不去 {existing};请另选它能进入的目录,例如 /var/lib/target-ledger",
                $"the database runs as user {user.Name}, who cannot enter {existing}; choose a directory it can reach, e.g. /var/lib/target-ledger");
        if (existing != root)
            await user.MakePrivateDirectoryAsync(root, ct);
        return new ClusterHome(await PhysicalAsync(root, ct), user);
    }

    /// <summary>Makes a directory for a cluster that goes when its last user leaves.</summary>
    public static async Task<ClusterHome> CreateTemporaryAsync(ClusterUser user, CancellationToken ct)
    {
        var root = await MakeUniqueDirectoryAsync(user, TemporaryPrefix, ct);
        await File.WriteAllTextAsync(Path.Combine(root, TemporaryMarker), "", ct);
        return new ClusterHome(await PhysicalAsync(root, ct), user);
    }

    /// <summary>Temporary homes that belong to the same user, in use or left behind.</summary>
    public static async Task<IReadOnlyList<ClusterHome>> TemporaryHomesAsync(ClusterUser user, CancellationToken ct)
    {
        var homes = new List<ClusterHome>();
        foreach (var parent in TemporaryParents())
        {
            foreach (var directory in Directory.EnumerateDirectories(parent, TemporaryPrefix + "*"))
            {
                var home = new ClusterHome(await PhysicalAsync(directory, ct), user);
                // Without the users' file it is not a cluster's, or is only just being made.
                if (home.IsTemporary && File.Exists(Path.Combine(directory, ClusterLease.UsersFile)) && await user.OwnsAsync(directory, ct))
                    homes.Add(home);
            }
        }
        return homes;
    }

    /// <summary>
    /// An empty directory for the socket, entered by the cluster's user alone. That mode is the whole of the access control: inside
    /// it, connections are trusted, so no password has to be kept anywhere.
    /// </summary>
    public async Task<string> PrepareSocketDirectoryAsync(CancellationToken ct)
    {
        if (Fits(OwnSocketDirectory))
        {
            await User.MakePrivateDirectoryAsync(OwnSocketDirectory, ct);
            RemoveSocketFiles(OwnSocketDirectory);
            return OwnSocketDirectory;
        }
        return await MakeUniqueDirectoryAsync(User, SocketPrefix, ct);
    }

    /// <summary>Removes what a server left in its socket directory; a leftover lock there would stop the next one.</summary>
    public void ForgetSocketDirectory(string socketDirectory)
    {
        if (!Directory.Exists(socketDirectory))
            return;
        RemoveSocketFiles(socketDirectory);
        if (socketDirectory != OwnSocketDirectory && Path.GetFileName(socketDirectory).StartsWith(SocketPrefix, StringComparison.Ordinal))
            Directory.Delete(socketDirectory);
    }

    /// <summary>Removes the whole home, as the user it belongs to, so that a link planted in it leads nowhere else.</summary>
    public async Task RemoveAsync(CancellationToken ct) => await User.MustRunAsync(["rm", "-rf", "--", Root], ct);

    private static async Task<string> PhysicalAsync(string directory, CancellationToken ct) =>
        await Command.RunAsync(["readlink", "-f", directory], Patience, ct) is { Succeeded: true } path ? path.Output.TrimEnd('\n') : directory;

    private static void RemoveSocketFiles(string socketDirectory)
    {
        var socket = Postmaster.SocketFile(socketDirectory);
        File.Delete(socket);
        File.Delete(socket + ".lock");
    }

    // A comma separates hosts and a colon ports in a connection string; a quote or backslash ends a quoted setting.
    private static bool Fits(string socketDirectory) =>
        Encoding.UTF8.GetByteCount(Postmaster.SocketFile(socketDirectory)) <= LongestSocketPath
        && !socketDirectory.AsSpan().ContainsAny(",:;'\"\\\n\r");

    private static async Task<string> MakeUniqueDirectoryAsync(ClusterUser user, string prefix, CancellationToken ct)
    {
        foreach (var parent in TemporaryParents())
        {
            var template = Path.Combine(parent, prefix + "XXXXXXXXXX");
            // mktemp makes it with mode 0700, as the user who shall own it.
            if (Fits(Path.Combine(template, "run")) && await user.RunAsync(["mktemp", "-d", template], Patience, ct) is { Succeeded: true } made)
                return made.Output.TrimEnd('\n');
        }
        throw new LocalPostgresException(
            $"用户 {user.Name} 无法在临时目录中写入({string.Join(", ", TemporaryParents())})",
            $"user {user.Name} cannot write to a temporary directory ({string.Join(", ", TemporaryParents())})");
    }

    private static IEnumerable<string> TemporaryParents() =>
        new[] { Path.TrimEndingDirectorySeparator(Path.GetTempPath()), "/tmp", "/var/tmp" }.Distinct(StringComparer.Ordinal).Where(Directory.Exists);
}
