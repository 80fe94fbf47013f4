using Microsoft.Extensions.Configuration.Memory;

namespace TargetLedger.Server.Hosting;

/// <summary>One JSON object a line: nothing a caller sends can forge a second line. Neither bodies nor tokens are logged.</summary>
internal static class Logs
{
    /// <summary>What holds where the operator sets nothing, from whatever directory the server is started.</summary>
    private static readonly Dictionary<string, string?> Levels = new(StringComparer.Ordinal)
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Npgsql"] = "Warning",
    };

    /// <summary>Before every other source, so that each of them overrides it.</summary>
    public static void AddDefaultLevels(this IConfigurationBuilder configuration)
        => configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Levels });

    public static ILoggingBuilder AddLedgerLogging(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        return logging.AddJsonConsole(console =>
        {
            console.IncludeScopes = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
        });
    }
}
