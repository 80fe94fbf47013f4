using System.Globalization;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Audit;

/// <summary>事件: the ledger itself, every event as published, in the order of its positions.</summary>
internal static class ReadEventsEndpoint
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/events", ReadPageAsync)
            .Needs(Right.ReadLedger)
            .Takes("after", "limit")
            .Produces<EventPage>()
            .WithSummary("事件 / Events of the ledger");
        routes
            .MapGet("/events/{position:long}", ReadOneAsync)
            .Needs(Right.ReadLedger)
            .Takes()
            .Produces<PublishedEvent>()
            .WithSummary("一条事件 / One event");
    }

    private static async Task ReadPageAsync(HttpContext http, LedgerReader ledger)
    {
        var query = new QueryReading(http);
        var after = query.Number("after", 0, long.MaxValue - MaxLimit) ?? 0;
        var limit = query.Number("limit", 1, MaxLimit) ?? DefaultLimit;
        query.ThrowOnFaults();

        var events = await ledger.ReadAllAsync(after, after + limit, http.RequestAborted).ToListAsync(http.RequestAborted);
        if (events.Count == limit)
            Pages.LinkNext(http, "after", events[^1].Position.ToString(CultureInfo.InvariantCulture));

        // The envelopes are copied as they are: their bytes are what a proof is about.
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync("{\"events\":["u8.ToArray(), http.RequestAborted);
        for (var i = 0; i < events.Count; i++)
        {
            if (i > 0)
                await http.Response.Body.WriteAsync(","u8.ToArray(), http.RequestAborted);
            await http.Response.Body.WriteAsync(EventEnvelope.Canonical(events[i]), http.RequestAborted);
        }

        await http.Response.Body.WriteAsync("]}"u8.ToArray(), http.RequestAborted);
    }

    private static async Task ReadOneAsync(HttpContext http, long position, LedgerReader ledger)
    {
        new QueryReading(http).ThrowOnFaults();
        var found = position < 1 ? null : await ledger.ReadAllAsync(position - 1, position, http.RequestAborted).FirstOrDefaultAsync(http.RequestAborted);
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(EventEnvelope.Canonical(found ?? throw new ProblemException(ProblemKind.NotFound)), http.RequestAborted);
    }
}

/// <param name="Events">By RFC 8785, byte for byte as they are published.</param>
internal sealed record EventPage(IReadOnlyList<PublishedEvent> Events);

/// <summary>The published form of an event. Its bytes follow RFC 8785.</summary>
internal sealed record PublishedEvent(
    string Actor,
    object Data,
    Guid Id,
    long Position,
    string Stream,
    string StreamType,
    DateTimeOffset Timestamp,
    string Type,
    long Version,
    string? Causation = null,
    string? Correlation = null,
    object? Headers = null);
