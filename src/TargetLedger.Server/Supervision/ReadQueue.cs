using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>督查待办: what is overdue, behind, unverified, returned or claimed.</summary>
internal static class ReadQueueEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/queue", async (HttpContext http, BoardQueries boards, Visibility visibility, LedgerTime time) =>
        {
            var (about, kind) = QueueQuery.Read(http);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            return Pages.Answer(http, await boards.QueueAsync(about, kind, read.At, read.On, read.Page, http.RequestAborted));
        })
        .Needs(Right.ReadQueue)
        .TakesKnowledgeAndPages(QueueQuery.Names)
        .WithSummary("督查待办 / Supervision queue");
}
