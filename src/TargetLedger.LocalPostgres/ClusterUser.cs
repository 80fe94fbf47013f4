namespace TargetLedger.LocalPostgres;

/// <summary>
/// The operating system user a cluster runs as. PostgreSQL refuses to run as root, so root steps down for every program it
/// starts; everybody else is the cluster's user himself.
/// </summary>
internal sealed class ClusterUser
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly IReadOnlyList<string> _stepDown;

    private ClusterUser(string name, IReadOnlyList<string> stepDown)
    {
        Name = name;
        _stepDown = stepDown;
    }

    public string Name { get; }

    private bool StepsDown => _stepDown.Count > 0;

    /// <summary>The user of the cluster in this directory: root leaves a directory to whom it belongs already.</summary>
    public static async Task<ClusterUser> ForAsync(string? directory, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
            return new ClusterUser(Environment.UserName, []);

        var owner = directory is null ? null : await OwnerAsync(directory, ct);
        foreach (var name in new[] { owner, "postgres", "nobody" })
        {
            // A numeric owner without a name ("UNKNOWN") cannot be stepped down to either.
            if (name is null or "root" || await Command.RunAsync(["id", "-g", name], Patience, ct) is not { Succeeded: true } group)
                continue;
            return new ClusterUser(name, StepDown(name, group.Output.Trim()));
        }
        throw new LocalPostgresException(
            "PostgreSQL 不能以 root 运行,而本机没有可用的其他用户(postgres 或 nobody)",
            "PostgreSQL does not run as root, and this machine has no other user for it (postgres or nobody)");
    }

    public async Task<Command.Result?> RunAsync(IEnumerable<string> commandLine, TimeSpan timeout, CancellationToken ct) =>
        await Command.RunAsync([.. _stepDown, .. commandLine], timeout, ct);

    /// <summary>Runs a short program that only fails when something is wrong with the machine.</summary>
    public async Task<string> MustRunAsync(IEnumerable<string> commandLine, CancellationToken ct)
    {
        var line = commandLine.ToList();
        var result = await RunAsync(line, Patience, ct);
        return result is { Succeeded: true }
            ? result.Output.Trim()
            : throw new LocalPostgresException(
                $"无法准备本地数据库目录:{result?.Reason ?? "超时"}",
                $"cannot prepare the directory of the local database: {result?.Reason ?? $"{line[0]} timed out"}");
    }

    public async Task<bool> OwnsAsync(string directory, CancellationToken ct) =>
        !StepsDown || string.Equals(await OwnerAsync(directory, ct), Name, StringComparison.Ordinal);

    public async Task<bool> CanEnterAsync(string directory, CancellationToken ct) =>
        await RunAsync(["test", "-x", directory], Patience, ct) is { Succeeded: true };

    /// <summary>Makes a directory that only this user (and root) can enter.</summary>
    public async Task MakePrivateDirectoryAsync(string directory, CancellationToken ct)
    {
        string[] owner = StepsDown ? ["-o", Name] : [];
        var made = await Command.RunAsync(["install", "-d", "-m", "0700", .. owner, directory], Patience, ct);
        if (made is not { Succeeded: true })
            throw new LocalPostgresException($"无法建立目录 {directory}:{made?.Reason}", $"cannot create directory {directory}: {made?.Reason}");
    }

    private static async Task<string?> OwnerAsync(string path, CancellationToken ct) =>
        await Command.RunAsync(["stat", "-c", "%U", "--", path], Patience, ct) is { Succeeded: true } owner ? owner.Output.Trim() : null;

    private static IReadOnlyList<string> StepDown(string name, string group) =>
        OnPath("setpriv") ? ["setpriv", $"--reuid={name}", $"--regid={group}", "--init-groups", "--"]
        : OnPath("runuser") ? ["runuser", "-u", name, "--"]
        : throw new LocalPostgresException(
            "以 root 启动本地数据库需要 setpriv 或 runuser(util-linux)",
            "starting the local database as root needs setpriv or runuser (util-linux)");

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, program)));
}
