using TargetLedger.Boards;
using TargetLedger.Documents.Sheets;
using TargetLedger.Server.Hosting;
using TargetLedger.Server.Web;

namespace TargetLedger.Server.Planning;

/// <summary>台账 as a spreadsheet: every commitment in force with its target, who answers for it, and by when.</summary>
internal static class ExportListEndpoint
{
    /// <summary>Headed so that whoever drafts from the file (<c>ledger draft</c>) reads the same list again; what only that needs stands last and is not printed.</summary>
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new(ListColumns.Plan, 10), new(ListColumns.Section, 14), new(ListColumns.Task, 8), new(ListColumns.TaskTitle, 24), new(ListColumns.Number, 8), new(ListColumns.Title, 28),
        new(ListColumns.Target, 16), new(ListColumns.Unit, 8), new(ListColumns.Leads, 18), new(ListColumns.Partners, 24), new(ListColumns.End, 12), new(ListColumns.Nodes, 26),
        new(ListColumns.Standing, 8), NotPrinted(ListColumns.Bound, 10), NotPrinted(ListColumns.Value, 14), NotPrinted(ListColumns.Upper, 12), NotPrinted(ListColumns.Measure, 24),
        NotPrinted(ListColumns.Definition, 30), NotPrinted(ListColumns.DataSource, 20), NotPrinted(ListColumns.Strength, 10), NotPrinted(ListColumns.Cadence, 10),
        NotPrinted(ListColumns.Start, 12), NotPrinted(ListColumns.Baseline, 12), NotPrinted(ListColumns.GrowthIn, 10), NotPrinted(ListColumns.Counts, 10), NotPrinted(ListColumns.MayOverlap, 10),
    ];

    private static SheetColumn NotPrinted(string header, int most) => new(header, most, IsPrinted: false);

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
        SheetCell.Of(row.SectionTitle is null ? row.Section : $"{row.Section}{ListColumns.Comma}{row.SectionTitle}"),
        SheetCell.Of(row.Task),
        SheetCell.Of(row.TaskTitle),
        SheetCell.Of(row.Number),
        SheetCell.Of(row.Title),
        SheetCell.Of(row.Target?.AsWritten),
        SheetCell.Of(row.Measure?.Unit),
        SheetCell.Of(ListColumns.Joined(row.Leads)),
        SheetCell.Of(ListColumns.Joined(row.Partners)),
        SheetCell.Of(row.Period.End),
        SheetCell.Of(string.Join('\n', row.Nodes.Select(n => ListColumns.Of(n.Node)))),
        SheetCell.Of(SheetWords.Of(row.Standing)),
        SheetCell.Of(row.Target is { } target ? ListColumns.Of(target.Bound) : null),
        SheetCell.Of(row.Target?.Value),
        SheetCell.Of(row.Target?.Upper),
        SheetCell.Of(row.Measure?.Name),
        SheetCell.Of(row.Measure?.Definition),
        SheetCell.Of(row.Measure?.DataSource),
        SheetCell.Of(ListColumns.Of(row.Strength)),
        SheetCell.Of(ListColumns.Of(row.Cadence)),
        SheetCell.Of(row.Period.Start),
        SheetCell.Of(row.Target?.Baseline),
        SheetCell.Of(row.Target?.GrowthIn is { } growthIn ? ListColumns.Of(growthIn) : null),
        SheetCell.Of(row.Measure is { } measure ? ListColumns.Of(measure.Kind) : null),
        SheetCell.Of(row.Measure is { MayOverlap: true } ? ListColumns.Yes : null),
    ];
}
