using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Timeouts;
using TargetLedger.Boards;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Telling;

/// <summary>收件箱动态: server-sent events. Resumes after <c>Last-Event-ID</c>, else after <c>?after=</c>, else from now on.</summary>
internal static class StreamInboxEndpoint
{
    private const string LastEventId = "Last-Event-ID";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/inbox/stream", async (HttpContext http, InboxFeed feed, LedgerFollower ledger) =>
        {
            var after = AfterOf(http);
            // Of the primary: a reader on a replica may not have seen yet what the client was told of.
            var head = await ledger.ReadHeadAsync(http.RequestAborted);
            if (after > head)
                throw new PositionNotReachedException(after.Value, head);
            var place = feed.TryEnter() ?? throw new ProblemException(ProblemKind.Overloaded);
            http.Response.RegisterForDispose(place);
            // A proxy that gathers an answer before it passes it on would keep everything back.
            http.Response.Headers["X-Accel-Buffering"] = "no";
            return TypedResults.ServerSentEvents(UntilEndedAsync(feed.FollowAsync(http.Caller(), after ?? head, http.RequestAborted), http.RequestAborted));
        })
        .Needs(Right.ReadInbox)
        .Takes("after")
        .DisableRequestTimeout()
        .DisableRateLimiting()
        .WithSummary("收件箱动态 / Follow an inbox");

    /// <exception cref="ProblemException">400: what is given is no position.</exception>
    private static long? AfterOf(HttpContext http)
    {
        var query = new QueryReading(http);
        var after = query.Number("after", 0, long.MaxValue);
        if (http.Request.Headers[LastEventId] is [{ Length: > 0 } last, ..])
        {
            after = long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                ? position
                : query.Fault<long?>(LastEventId, "position_invalid", "应为位置号(全数字)", "must be a position, all digits");
        }

        query.ThrowOnFaults();
        return after;
    }

    /// <summary>That the server stops, or the hour is over, ends the answer and is no fault.</summary>
    private static async IAsyncEnumerable<SseItem<InboxNews>> UntilEndedAsync(
        IAsyncEnumerable<SseItem<InboxNews>> news, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var told = news.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await told.MoveNextAsync())
                    yield break;
            }
            catch (OperationCanceledException)
            {
                yield break;
            }

            yield return told.Current;
        }
    }
}
