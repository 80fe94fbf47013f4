using TargetLedger.Boards;
using TargetLedger.Documents.Lists;
using TargetLedger.Documents.Sheets;
using TargetLedger.Domain.Units;
using TargetLedger.Server.Hosting;
using TargetLedger.Server.Web;

namespace TargetLedger.Server.Planning;

/// <summary>台账 as a spreadsheet: every commitment in force with everything a plan file says of it, so that drafting from the file gives the same list.</summary>
internal static class ExportListEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapTable(
        "/list",
        ExportAsync,
        route => route.Needs(Right.ReadBoards).TakesKnowledge("plan", "section", "unit", "group").WithSummary("导出台账 / The list as a file"));

    private static async Task<IResult> ExportAsync(HttpContext http, SheetFormat format)
    {
        var services = http.RequestServices;
        var (boards, time) = (services.GetRequiredService<BoardQueries>(), services.GetRequiredService<LedgerTime>());
        var filter = BoardFilterQuery.Read(http);
        var read = await ReadQuery.ReadAsync(http, services.GetRequiredService<Visibility>(), time);
        var first = await boards.ListAsync(filter, read.At, read.On, ExportRows.First, http.RequestAborted);
        var list = first.Answer;
        var known = await ExportRows.KnownAsync(boards, time, list.Position, http.RequestAborted);
        var withdrawn = list.Withdrawn == 0 ? "" : $"，另有 {list.Withdrawn} 项已退出";
        var note = $"{Words.Day(list.On)} 在册，{known} · 共 {list.Commitments} 项{withdrawn}";
        var book = await BookAsync(boards, filter, list.Position, http.RequestAborted);
        var items = services.GetRequiredService<ListItems>();
        return new ExportResult(
            $"list-{Words.Day(list.On)}.{ExportRoutes.EndingOf(format)}",
            SheetFile.MediaTypeOf(format),
            (target, cancellation) => book.WriteAsync(
                target,
                format,
                "责任清单台账",
                note,
                $"{Words.Day(list.On)} 在册，{known}",
                token => items.OfAsync(ExportRows.OfAsync(first, (page, t) => boards.ListAsync(filter, read.At, read.On, page, t), l => l.Rows, token), token),
                cancellation));
    }

    private static async Task<ListBook> BookAsync(BoardQueries boards, BoardFilter filter, long position, CancellationToken cancellationToken)
    {
        var at = new AsOf.AtPosition(position);
        var known = await boards.UnitsAsync(at, cancellationToken);
        var wanted = (await boards.PlansAsync(at, cancellationToken)).Plans.Where(p => filter.Plan is null || p.Plan == filter.Plan || p.Code == filter.Plan);
        var plans = await boards.PlanDocumentsAsync([.. wanted.Select(p => p.Plan)], position, cancellationToken);
        return new(
            plans,
            new UnitDirectory(known.Units.ToDictionary(u => u.Code, StringComparer.Ordinal), known.Groups.ToDictionary(g => g.Code, StringComparer.Ordinal)));
    }
}
