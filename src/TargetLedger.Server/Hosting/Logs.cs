namespace TargetLedger.Server.Hosting;

/// <summary>One JSON object a line: nothing a caller sends can forge a second line. Neither bodies nor tokens are logged.</summary>
internal static class Logs
{
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
