using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>进度看板: every commitment with its light, at the cut-off. A unit sees its own.</summary>
internal static class ReadBoardEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/board", async (HttpContext http, BoardQueries boards, Visibility visibility, LedgerTime time) =>
        {
            var filter = BoardFilterQuery.Read(http);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            return Pages.Answer(http, await boards.ComplianceAsync(filter, read.At, read.On, read.Page, http.RequestAborted));
        })
        .Needs(Right.ReadBoards)
        .TakesKnowledgeAndPages("plan", "section", "unit", "group", "light")
        .WithSummary("进度看板 / Compliance board");
}
