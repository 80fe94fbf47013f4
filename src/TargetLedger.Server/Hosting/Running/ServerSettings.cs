using System.Globalization;

namespace TargetLedger.Server.Hosting;

/// <summary>What an operator can set, read once and refused at start when it makes no sense.</summary>
/// <param name="ConnectionString">A PostgreSQL of one's own (<c>ConnectionStrings:Ledger</c>); null for a private cluster.</param>
/// <param name="ReadConnectionString">
/// Another way to the same primary for boards and readers of the ledger (<c>ConnectionStrings:LedgerReadPool</c>), which may be
/// a transaction pool; null for the same way with a pool of its own.
/// </param>
/// <param name="DataDirectory">Where the private cluster lives (<c>Data:Directory</c>).</param>
/// <param name="DevelopmentSignIn">Anybody may be anybody (<c>Development:SignIn</c>).</param>
/// <param name="Visitor">As whom a browser that has not signed in reads pages (<c>Development:Visitor</c>); null for nobody.</param>
/// <param name="SteppedClock">The business clock is put forward by hand (<c>Clock</c> = <c>stepped</c>).</param>
/// <param name="ClockStart">Where a stepped clock starts at the earliest (<c>ClockStart</c>); null for now.</param>
internal sealed record ServerSettings(
    string? ConnectionString,
    string? ReadConnectionString,
    string DataDirectory,
    bool DevelopmentSignIn,
    string? Visitor,
    bool SteppedClock,
    DateTimeOffset? ClockStart)
{
    /// <exception cref="StartRefusedException">A setting is missing, unreadable, or not for production.</exception>
    public static ServerSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = new ServerSettings(
            configuration.GetConnectionString("Ledger") is { Length: > 0 } own ? own : null,
            configuration.GetConnectionString("LedgerReadPool") is { Length: > 0 } readPool ? readPool : null,
            configuration["Data:Directory"] is { Length: > 0 } directory ? directory : DefaultDirectory(),
            Switch(configuration, "Development:SignIn"),
            configuration["Development:Visitor"] is { Length: > 0 } visitor ? visitor : null,
            IsStepped(configuration["Clock"]),
            StartOf(configuration["ClockStart"]));
        if (settings is { ConnectionString: null, ReadConnectionString: not null })
        {
            throw new StartRefusedException(
                "只设 ConnectionStrings:LedgerReadPool 不够,须同时设 ConnectionStrings:Ledger",
                "ConnectionStrings:LedgerReadPool is given, but not the ConnectionStrings:Ledger it goes with");
        }

        if (environment.IsProduction() && (settings.DevelopmentSignIn || settings.Visitor is not null || settings.SteppedClock))
        {
            throw new StartRefusedException(
                "生产环境不得启用开发登录(Development:SignIn、Development:Visitor)或可调时钟(Clock=stepped)",
                "the development sign-in (Development:SignIn, Development:Visitor) and a stepped clock (Clock=stepped) are not for production");
        }

        return settings;
    }

    private static string DefaultDirectory() => Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
        ? "/var/lib/targetledger"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "targetledger");

    private static bool Switch(IConfiguration configuration, string name) => configuration[name] switch
    {
        null or "" => false,
        var text when bool.TryParse(text, out var on) => on,
        var text => throw new StartRefusedException($"{name} 应为 true 或 false,现为 {text}", $"{name} must be true or false, it is {text}"),
    };

    private static bool IsStepped(string? clock) => clock switch
    {
        null or "" or "real" => false,
        "stepped" => true,
        _ => throw new StartRefusedException($"Clock 应为 real 或 stepped,现为 {clock}", $"Clock must be real or stepped, it is {clock}"),
    };

    private static DateTimeOffset? StartOf(string? moment)
    {
        if (string.IsNullOrEmpty(moment))
            return null;
        return DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? start
            : throw new StartRefusedException($"ClockStart 不是时刻:{moment}", $"ClockStart is no moment: {moment}");
    }
}

/// <summary>The server does not start; the message is one line, Chinese then English, fit to show as it is.</summary>
internal sealed class StartRefusedException(string zh, string en) : Exception($"{zh} / {en}");
