using Microsoft.AspNetCore.Http.HttpResults;
using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Web;

/// <summary>督查待办 as a page.</summary>
internal static class ShowQueue
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/q", async (HttpContext http, BoardQueries boards, Visibility visibility, LedgerTime time) =>
        {
            var (about, kind) = QueueQuery.Read(http);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            var page = await boards.QueueAsync(about, kind, read.At, read.On, read.Page, http.RequestAborted);
            return new RazorComponentResult<QueueView>(new
            {
                Queue = page.Answer,
                Kind = kind,
                Next = page.Next is { } cursor ? PageAddress.Next(http, ("cursor", cursor)) : null,
            });
        })
        .WithMetadata(new PageRight(Right.ReadQueue))
        .TakesKnowledgeAndPages(QueueQuery.Names);
}
