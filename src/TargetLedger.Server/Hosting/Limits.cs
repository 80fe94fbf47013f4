using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace TargetLedger.Server.Hosting;

/// <summary>What one caller, or all of them together, can take of the server.</summary>
internal static class Limits
{
    public const string LongRequests = "long";
    private const int MaxBodyBytes = 1024 * 1024;
    private const int MaxRequestsAtOnce = 512;
    private const int MaxRequestsWaiting = 1_024;

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(ConfigureKestrel);
        builder.Services.AddRequestTimeouts(timeouts =>
        {
            timeouts.DefaultPolicy = TimeoutAfter(TimeSpan.FromSeconds(30));
            timeouts.AddPolicy(LongRequests, TimeoutAfter(TimeSpan.FromMinutes(5)));
        });
        builder.Services.AddSingleton(_ => new ConcurrencyLimiter(new()
        {
            PermitLimit = MaxRequestsAtOnce,
            QueueLimit = MaxRequestsWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));
    }

    /// <summary>After routing, so that an endpoint can have limits of its own.</summary>
    public static void UseLimits(this WebApplication app)
    {
        app.Use(WithinLimitsAsync);
        app.UseRequestTimeouts();
    }

    /// <summary>One limit for all together: the framework's rate limiting parts callers and runs timers over their parts.</summary>
    private static async Task WithinLimitsAsync(HttpContext http, RequestDelegate next)
    {
        if (IsHealth(http) || http.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
        {
            await next(http);
            return;
        }

        using var turn = await http.RequestServices.GetRequiredService<ConcurrencyLimiter>().AcquireAsync(1, http.RequestAborted);
        if (turn.IsAcquired)
            await next(http);
        else
            await ProblemAnswers.WriteAsync(http, new(ProblemKind.Overloaded));
    }

    private static void ConfigureKestrel(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        kestrel.Limits.MaxConcurrentConnections = 10_000;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }

    private static RequestTimeoutPolicy TimeoutAfter(TimeSpan time) => new()
    {
        Timeout = time,
        TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        WriteTimeoutResponse = http => ProblemAnswers.WriteAsync(http, new(ProblemKind.TimedOut)),
    };

    private static bool IsHealth(HttpContext http) => http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
}

/// <summary>On an endpoint: how large its body may be.</summary>
internal sealed record BodyLimit(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
