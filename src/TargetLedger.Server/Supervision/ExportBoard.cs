using System.Globalization;
using TargetLedger.Boards;
using TargetLedger.Documents.Sheets;
using TargetLedger.Server.Hosting;
using TargetLedger.Server.Web;

namespace TargetLedger.Server.Supervision;

/// <summary>进度看板 as a spreadsheet: all rows of the filter, with the reports each figure comes from.</summary>
internal static class ExportBoardEndpoint
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("方案", 10), new("编号", 8), new("板块", 6), new("任务", 6), new("责任事项", 28), new("牵头单位", 18), new("目标", 14), new("计量单位", 8),
        new("上报数", 11), new("核验数", 11), new("完成率（%）", 8), new("序时进度（%）", 8), new("数据截至", 12), new("灯", 10), new("状态", 10), new("判定理由", 30),
        new("节点完成", 6), new("节点总数", 6), new("应报", 6), new("已报", 6), new("迟报", 6), new("其中补报", 6), new("漏报", 6), new("依据（记录号）", 18, IsPrinted: false),
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapTable(
        "/board",
        ExportAsync,
        route => route.Needs(Right.ReadBoards).TakesKnowledge("plan", "section", "unit", "group", "light").WithSummary("导出进度看板 / The compliance board as a file"));

    private static async Task<IResult> ExportAsync(HttpContext http, SheetFormat format)
    {
        var services = http.RequestServices;
        var (boards, time) = (services.GetRequiredService<BoardQueries>(), services.GetRequiredService<LedgerTime>());
        var filter = BoardFilterQuery.Read(http);
        var read = await ReadQuery.ReadAsync(http, services.GetRequiredService<Visibility>(), time);
        var first = await boards.ComplianceAsync(filter, read.At, read.On, ExportRows.First, http.RequestAborted);
        var board = first.Answer;
        var known = await ExportRows.KnownAsync(boards, time, board.Position, http.RequestAborted);
        var sheet = new Sheet(
            "进度看板",
            "进度看板",
            $"判定日 {Words.Day(board.On)}，{known} · 规则：{board.Rules?.Name ?? "默认规则"} · 共 {board.Commitments} 项：{string.Join("，", Words.Counts(board.Lights).Where(c => c.Count > 0).Select(c => $"{Words.Of(c.Light).Zh} {c.Count}"))}",
            $"判定日 {Words.Day(board.On)}，{known}",
            Columns);
        var rows = ExportRows.OfAsync(first, (page, token) => boards.ComplianceAsync(filter, read.At, read.On, page, token), b => b.Rows, http.RequestAborted);
        return new ExportResult(
            $"board-{Words.Day(board.On)}.{ExportRoutes.EndingOf(format)}",
            SheetFile.MediaTypeOf(format),
            (target, token) => SheetFile.WriteAsync(target, format, sheet, rows.Select(CellsOf), token));
    }

    private static IReadOnlyList<SheetCell> CellsOf(BoardRow row) =>
    [
        SheetCell.Of(row.Plan),
        SheetCell.Of(row.Number),
        SheetCell.Of(row.Section),
        SheetCell.Of(row.Task),
        SheetCell.Of(row.Title),
        ExportRows.Text(row.Leads.Select(l => l.Name)),
        SheetCell.Of(row.Target),
        SheetCell.Of(row.Unit),
        SheetCell.Of(row.Reported),
        SheetCell.Of(row.Verified),
        SheetCell.Of(row.Completion),
        SheetCell.Of(row.Pace),
        SheetCell.Of(row.Cutoff),
        SheetCell.Of(Words.Of(row.Light).Zh),
        SheetCell.Of(Words.Of(row.Status).Zh),
        SheetCell.Of(row.Reason.Zh),
        SheetCell.Of(row.Nodes == 0 ? null : row.NodesReached),
        SheetCell.Of(row.Nodes == 0 ? null : (decimal)row.Nodes),
        SheetCell.Of((decimal)row.Periods.Expected),
        SheetCell.Of((decimal)row.Periods.Reported),
        SheetCell.Of((decimal)row.Periods.Late),
        SheetCell.Of((decimal)row.Periods.AfterLock),
        SheetCell.Of((decimal)row.Periods.Missing),
        ExportRows.Text(row.Basis.Select(p => p.ToString(CultureInfo.InvariantCulture))),
    ];
}
