using System.Globalization;
using TargetLedger.Boards;
using TargetLedger.Documents.Sheets;
using TargetLedger.Server.Hosting;
using TargetLedger.Server.Web;

namespace TargetLedger.Server.Planning;

/// <summary>台账 as a spreadsheet: every commitment in force with its target, who answers for it, and by when.</summary>
internal static class ExportListEndpoint
{
    /// <summary>Headed so that whoever drafts from the file (<c>ledger draft</c>) reads the same tasks, units, targets and deadlines again.</summary>
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("方案", 14), new("板块", 24), new("任务编号", 10), new("重点任务", 40), new("编号", 10), new("责任事项", 40), new("目标", 18), new("目标性质", 10),
        new("判定依据值", 14), new("判定依据上限", 12), new("指标", 24), new("计量单位", 10), new("口径", 30), new("约束程度", 10), new("牵头单位", 22), new("配合单位", 30),
        new("填报周期", 10), new("完成时限", 12), new("节点", 36), new("状态", 10),
    ];

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
        var sheet = new Sheet("台账", "责任清单台账", $"{Words.Day(list.On)} 在册，{known} · 共 {list.Commitments} 项{withdrawn}", $"{Words.Day(list.On)} 在册，{known}", Columns);
        var rows = ExportRows.OfAsync(first, (page, token) => boards.ListAsync(filter, read.At, read.On, page, token), l => l.Rows, http.RequestAborted);
        return new ExportResult(
            $"list-{Words.Day(list.On)}.{ExportRoutes.EndingOf(format)}",
            SheetFile.MediaTypeOf(format),
            (target, token) => SheetFile.WriteAsync(target, format, sheet, rows.Select(CellsOf), token));
    }

    private static IReadOnlyList<SheetCell> CellsOf(ListRow row) =>
    [
        SheetCell.Of(row.Plan),
        SheetCell.Of(row.SectionTitle is null ? row.Section : $"{row.Section}、{row.SectionTitle}"),
        SheetCell.Of(row.Task),
        SheetCell.Of(row.TaskTitle),
        SheetCell.Of(row.Number),
        SheetCell.Of(row.Title),
        SheetCell.Of(row.Target?.AsWritten),
        SheetCell.Of(row.Target is { } target ? SheetWords.Of(target.Bound) : null),
        SheetCell.Of(row.Target?.Value),
        SheetCell.Of(row.Target?.Upper),
        SheetCell.Of(row.Measure?.Name),
        SheetCell.Of(row.Measure?.Unit),
        SheetCell.Of(row.Measure?.Definition),
        SheetCell.Of(row.Target is null ? null : SheetWords.Of(row.Strength)),
        ExportRows.Text(row.Leads),
        ExportRows.Text(row.Partners),
        SheetCell.Of(SheetWords.Of(row.Cadence)),
        SheetCell.Of(row.Period.End),
        SheetCell.Of(string.Join('\n', row.Nodes.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Node.Name}（{n.Node.Planned:yyyy-MM-dd}）")))),
        SheetCell.Of(SheetWords.Of(row.Standing)),
    ];
}
