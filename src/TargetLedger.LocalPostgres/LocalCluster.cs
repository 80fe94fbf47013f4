using System.Diagnostics;
using Npgsql;

namespace TargetLedger.LocalPostgres;

/// <summary>
/// One user of a private PostgreSQL cluster. Any number of processes may use one directory at the same time: the first starts the
/// server, the last one out stops it. A user that dies does not count, and the server it leaves running is joined by the next start.
/// </summary>
public sealed class LocalCluster : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly ClusterHome _home;
    private readonly ServerControl _control;
    private IDisposable? _use;

    private LocalCluster(ClusterHome home, ServerControl control, IDisposable use, Joined joined)
    {
        _home = home;
        _control = control;
        _use = use;
        SocketDirectory = joined.SocketDirectory;
        ServerVersion = joined.Version;
        Owned = joined.Started;
    }

    /// <summary>Absolute, symbolic links resolved.</summary>
    public string DataDirectory => _home.Root;

    /// <summary>The host of a connection string; only the cluster's operating system user and root can enter it.</summary>
    public string SocketDirectory { get; }

    /// <summary>The number that ends the socket's name; nothing listens on TCP.</summary>
    public int Port => Postmaster.Port;

    public Version ServerVersion { get; }

    /// <summary>True when this start started the server, false when it joined one that ran already.</summary>
    public bool Owned { get; }

    /// <summary>The server process of this moment; null when none runs.</summary>
    public int? PostmasterPid => _home.Running()?.Pid;

    /// <summary>Starts the cluster, or joins it when it runs; makes it when there is none.</summary>
    /// <exception cref="PostgresNotFoundException">No PostgreSQL 15 or newer is installed.</exception>
    /// <exception cref="LocalPostgresException">The directory cannot be used, or the server does not start within the timeout.</exception>
    public static async Task<LocalCluster> StartAsync(LocalPostgresOptions options, CancellationToken ct = default)
    {
        if (OperatingSystem.IsWindows())
            throw new LocalPostgresException("Windows 上没有私有数据库,请用连接字符串指定 PostgreSQL", "there is no private cluster on Windows; name a PostgreSQL by a connection string");
        if (PostgresBinaries.Find(options.BinaryDirectories) is null)
            throw new PostgresNotFoundException();
        try
        {
            return options.DataDirectory is { } directory
                ? await StartAsync(await ClusterHome.OpenAsync(directory, ct), options, ct)
                : await StartTemporaryAsync(options, ct);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new LocalPostgresException($"没有权限使用数据库目录:{denied.Message}", $"no permission to use the database directory: {denied.Message}", denied);
        }
    }

    /// <summary>A connection string of the cluster's superuser.</summary>
    public string AdminConnectionString(string database = "postgres") => ConnectionString(database, ServerControl.Superuser);

    /// <summary>A connection string of a login; inside the private socket directory logins need no password.</summary>
    public string ConnectionString(string database, string login) => ConnectionString(SocketDirectory, database, login).ConnectionString;

    /// <summary>Makes the database with UTF8 and locale C unless it is there; safe when several callers race.</summary>
    public async Task EnsureDatabaseAsync(string database, CancellationToken ct = default)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(AdminConnectionString()) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = database } } };
        if (await exists.ExecuteScalarAsync(ct) is not null)
            return;
        var name = '"' + database.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'", connection);
        try
        {
            await create.ExecuteNonQueryAsync(ct);
        }
        // Between the look and the creation somebody else made it; which of the two codes depends on how close the race was.
        catch (PostgresException raced) when (raced.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
        }
    }

    /// <summary>Leaves the cluster; the last user stops the server and removes a temporary cluster.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _use, null) is { } use)
            await LeaveAsync(_home, _control, use);
    }

    private sealed record Joined(string SocketDirectory, Version Version, bool Started);

    private static async Task<LocalCluster> StartTemporaryAsync(LocalPostgresOptions options, CancellationToken ct)
    {
        var user = await ClusterUser.ForAsync(directory: null, ct);
        await RemoveAbandonedAsync(user, options, ct);
        return await StartAsync(await ClusterHome.CreateTemporaryAsync(user, ct), options, ct);
    }

    private static async Task<LocalCluster> StartAsync(ClusterHome home, LocalPostgresOptions options, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        IDisposable use;
        ServerControl control;
        using (await ClusterLease.LockAsync(home.Root, options.StartTimeout, ct) ?? throw Late(home, options))
        {
            control = new ServerControl(home, BinariesFor(home, options));
            use = ClusterLease.Use(home.Root);
            try
            {
                var joined = await StartOrJoinAsync(home, control, options, waited, ct);
                return new LocalCluster(home, control, use, joined);
            }
            catch
            {
                await LeaveLockedAsync(home, control, use);
                throw;
            }
        }
    }

    private static async Task<Joined> StartOrJoinAsync(ClusterHome home, ServerControl control, LocalPostgresOptions options, Stopwatch waited, CancellationToken ct)
    {
        var started = false;
        await control.EnsureInitialisedAsync(options.Durable, ct);
        while (true)
        {
            if (home.Running() is not { } running)
            {
                await control.StartAsync(options, options.StartTimeout - waited.Elapsed, ct);
                started = true;
            }
            else if (running.SocketDirectory.Length > 0 && await AnswerAsync(running.SocketDirectory, ct) is var (version, durable))
            {
                return durable || !options.Durable || started
                    ? new Joined(running.SocketDirectory, version, started)
                    : throw new LocalPostgresException(
                        $"{home.Root} 上的数据库正以关闭 fsync 的方式运行(测试用);请先停止它",
                        $"the database in {home.Root} is running with fsync off (for tests); stop it first");
            }
            if (waited.Elapsed > options.StartTimeout)
                throw Late(home, options);
            await Task.Delay(Pause, ct);
        }
    }

    // Null while the server is starting, recovering or just stopping; a stopped one is started again by the caller's loop.
    private static async Task<(Version Version, bool Durable)?> AnswerAsync(string socketDirectory, CancellationToken ct)
    {
        var builder = ConnectionString(socketDirectory, "postgres", ServerControl.Superuser);
        builder.Pooling = false;
        try
        {
            await using var connection = new NpgsqlConnection(builder.ConnectionString);
            await connection.OpenAsync(ct);
            await using var fsync = new NpgsqlCommand("SHOW fsync", connection);
            return (connection.PostgreSqlVersion, await fsync.ExecuteScalarAsync(ct) is "on");
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.TooManyConnections)
        {
            return null;
        }
        catch (NpgsqlException unreachable) when (unreachable is not PostgresException)
        {
            return null;
        }
    }

    private static PostgresBinaries BinariesFor(ClusterHome home, LocalPostgresOptions options)
    {
        var versionFile = Path.Combine(home.Data, "PG_VERSION");
        if (!File.Exists(versionFile))
            return PostgresBinaries.Find(options.BinaryDirectories)!;
        var major = File.ReadAllText(versionFile).Trim();
        return PostgresBinaries.Find(options.BinaryDirectories, int.TryParse(major, out var number) ? number : 0)
            ?? throw new LocalPostgresException(
                $"{home.Root} 的数据由 PostgreSQL {major} 建立,本机没有该版本;请安装 PostgreSQL {major},或用 pg_upgrade 升级数据",
                $"the data in {home.Root} was made by PostgreSQL {major}, which is not installed here; install PostgreSQL {major}, or upgrade the data with pg_upgrade");
    }

    // What temporary clusters of killed processes left behind, running servers included.
    private static async Task RemoveAbandonedAsync(ClusterUser user, LocalPostgresOptions options, CancellationToken ct)
    {
        foreach (var home in await ClusterHome.TemporaryHomesAsync(user, ct))
        {
            try
            {
                using var held = ClusterLease.TryLockExisting(home.Root);
                if (held is not null && ClusterLease.IsUnused(home.Root))
                    await EndAsync(home, new ServerControl(home, BinariesFor(home, options)));
            }
            catch (Exception odd) when (odd is IOException or UnauthorizedAccessException or LocalPostgresException)
            {
                // Somebody else's, or removed under our hands. Cleaning up after others never stops a start.
            }
        }
    }

    private static async Task LeaveAsync(ClusterHome home, ServerControl control, IDisposable use)
    {
        if (!Directory.Exists(home.Root))
        {
            // Removed under the server, which notices within a minute and stops by itself (RecheckDataDirLockFile in miscinit.c).
            use.Dispose();
            return;
        }
        // Whoever holds the lock longer than this is starting or stopping the server, and sees to its end himself.
        using var held = await ClusterLease.LockAsync(home.Root, TimeSpan.FromMinutes(1), CancellationToken.None);
        if (held is null)
            use.Dispose();
        else
            await LeaveLockedAsync(home, control, use);
    }

    private static async Task LeaveLockedAsync(ClusterHome home, ServerControl control, IDisposable use)
    {
        use.Dispose();
        if (ClusterLease.IsUnused(home.Root))
            await EndAsync(home, control);
    }

    private static async Task EndAsync(ClusterHome home, ServerControl control)
    {
        var temporary = home.IsTemporary;
        await control.StopAsync(dataIsKept: !temporary);
        if (temporary)
            await home.RemoveAsync(CancellationToken.None);
    }

    private static NpgsqlConnectionStringBuilder ConnectionString(string socketDirectory, string database, string login) =>
        new()
        {
            Host = socketDirectory,
            Port = Postmaster.Port,
            Database = database,
            Username = login,
            // Neither is offered on a Unix socket; asking costs a round trip each.
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };

    private static LocalPostgresException Late(ClusterHome home, LocalPostgresOptions options) => new(
        $"{home.Root} 上的数据库在 {options.StartTimeout.TotalSeconds:0} 秒内没有就绪(日志 {home.Log})",
        $"the database in {home.Root} was not ready within {options.StartTimeout.TotalSeconds:0} s (log {home.Log})");
}
