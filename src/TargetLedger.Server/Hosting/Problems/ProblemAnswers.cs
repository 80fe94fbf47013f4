using System.Diagnostics;
using System.Globalization;
using Npgsql;
using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.EventStore;
using TargetLedger.Server.Web;

namespace TargetLedger.Server.Hosting;

/// <summary>Turns whatever ends a request early into one kind of answer. Nothing of an exception's text leaves the server.</summary>
internal static class ProblemAnswers
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    public static void UseProblems(this WebApplication app)
    {
        app.Use(AnswerFaultsAsync);
        app.UseStatusCodePages(bare => WriteAsync(bare.HttpContext, Of(bare.HttpContext, new(ProblemKind.OfStatus(bare.HttpContext.Response.StatusCode)))));
    }

    public static Task WriteAsync(HttpContext http, ProblemException fault) => WriteAsync(http, Of(http, fault));

    private static async Task AnswerFaultsAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is listening any more.
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            await WriteAsync(http, Of(http, Explain(http, fault)));
        }
    }

    private static ProblemException Explain(HttpContext http, Exception fault)
    {
        if (fault is ProblemException told)
            return told;

        var explained = fault switch
        {
            BadHttpRequestException { StatusCode: var status } => new(ProblemKind.OfStatus(status)),
            InvalidAppendException invalid => new(ProblemKind.BodyInvalid, [.. invalid.Faults.Select(f => new Fault("", f.Code, "不能入账", f.Message))]),
            AppendOutcomeUnknownException => new(ProblemKind.OutcomeUnknown, retryAfter: Soon),
            LedgerOverloadedException => new(ProblemKind.Overloaded, retryAfter: Soon),
            MomentNotReachedException or PositionNotReachedException => new(ProblemKind.TooEarly, detail: fault.Message),
            InvalidCursorException => ProblemException.Query("cursor", "cursor_invalid", "翻页游标无效", "the cursor does not belong to this listing"),
            LedgerUnavailableException or ClockBehindException or ProjectionNotReadyException => new(ProblemKind.Unavailable, retryAfter: Soon),
            NpgsqlException { IsTransient: true } => new(ProblemKind.Unavailable, retryAfter: Soon),
            _ => (ProblemException?)null,
        };
        if (explained is { Kind.Status: < 500 })
            return explained;

        Log(http, fault, explained is null ? LogLevel.Error : LogLevel.Warning);
        return explained ?? new(ProblemKind.InternalError);
    }

    private static void Log(HttpContext http, Exception fault, LogLevel level)
        => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProblemAnswers))
            .Log(level, fault, "The request to {Endpoint} was not answered as asked", http.GetEndpoint()?.DisplayName);

    private static Problem Of(HttpContext http, ProblemException fault) => new(
        $"urn:targetledger:problem:{fault.Kind.Code}",
        $"{fault.Kind.Zh} / {fault.Kind.En}",
        fault.Kind.Status,
        fault.Kind.Code,
        Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier,
        fault.Detail,
        fault.Faults)
    {
        RetryAfter = fault.RetryAfter ?? (fault.Kind.Status is 503 ? Soon : null),
    };

    private static async Task WriteAsync(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        if (problem.RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (PageProblems.IsFor(http))
            await PageProblems.WriteAsync(http, problem);
        else
            await http.Response.WriteAsJsonAsync(problem, LedgerJson.Options, Problem.MediaType, http.RequestAborted);
    }
}
