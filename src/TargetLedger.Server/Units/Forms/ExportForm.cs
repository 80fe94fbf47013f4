using System.Globalization;
using TargetLedger.Boards;
using TargetLedger.Documents.Forms;
using TargetLedger.Documents.Sheets;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Server.Hosting;
using TargetLedger.Server.Web;

namespace TargetLedger.Server.Units;

/// <summary>填报表: what a unit owes for a month, as a table to be filled in and sent back.</summary>
internal static class ExportFormEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapTable(
        "/units/{unit}/form",
        ExportAsync,
        route => route.Needs(Right.ReadBoards).TakesKnowledge("month").WithSummary("导出填报表 / A reporting form to fill in"));

    private static async Task<IResult> ExportAsync(HttpContext http, SheetFormat format)
    {
        var services = http.RequestServices;
        var (boards, time) = (services.GetRequiredService<BoardQueries>(), services.GetRequiredService<LedgerTime>());
        var unit = (string)http.Request.RouteValues["unit"]!;
        ReadRights.RequireUnit(http, unit);
        var month = MonthOf(new QueryReading(http));
        var read = await ReadQuery.ReadAsync(http, services.GetRequiredService<Visibility>(), time);
        var form = await boards.FormAsync(unit, month, read.At, read.On, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
        var known = await ExportRows.KnownAsync(boards, time, form.Position, http.RequestAborted);
        var named = form.Month.ToString("yyyy年M月", CultureInfo.InvariantCulture);
        var rows = form.Items.SelectMany(i => RowsOf(form.Unit.Code, i)).ToList();
        var sheet = new Sheet(
            "填报表",
            $"{form.Unit.Name} {named}填报表",
            $"{known} · 共 {form.Items.Count} 项。浅黄色格填写：数字只填数字；没有进展选“是”；不报的行整行删除。行可以移动、排序，请勿改动最右隐藏列。",
            $"{form.Unit.Name} {named}填报表，{known}",
            FormColumns.All,
            [.. rows.Select(r => r[^1].Text!)]);
        return new ExportResult(
            $"form-{form.Unit.Code}-{form.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}.{ExportRoutes.EndingOf(format)}",
            SheetFile.MediaTypeOf(format),
            (target, token) => SheetFile.WriteAsync(target, format, sheet, rows.ToAsyncEnumerable(), token));
    }

    private static DateOnly MonthOf(QueryReading query)
    {
        var text = query.Text("month");
        var month = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given)
            ? given
            : query.Fault<DateOnly>("month", text is null ? "value_missing" : "month_invalid", "应为月份,如 2014-06", "must be a month such as 2014-06");
        query.ThrowOnFaults();
        return month;
    }

    private static IEnumerable<IReadOnlyList<SheetCell>> RowsOf(string unit, FormItem item)
    {
        var code = new FormCode(unit, item.Period, item.Commitment, item.Version);
        var report = item.Report;
        yield return Row(new(StringComparer.Ordinal)
        {
            [FormColumns.Number] = SheetCell.Of(item.Number),
            [FormColumns.Title] = SheetCell.Of(item.Title),
            [FormColumns.Target] = SheetCell.Of(item.Target),
            [FormColumns.Unit] = SheetCell.Of(item.Measure?.Unit),
            [FormColumns.Before] = SheetCell.Of(item.TotalBefore),
            [FormColumns.Amount] = SheetCell.Of(report?.NoProgress == true ? null : report?.Amount),
            [FormColumns.Total] = SheetCell.Of(report?.Total),
            [FormColumns.NoProgress] = SheetCell.Of(report?.NoProgress == true ? FormColumns.Yes : null),
            [FormColumns.Progress] = SheetCell.Of(report?.Progress is { } progress ? ProgressWords.Of(progress) : null),
            [FormColumns.Through] = SheetCell.Of(report?.Through ?? item.Period.End),
            [FormColumns.Standing] = SheetCell.Of(StandingOf(item)),
            [FormColumns.Code] = SheetCell.Of(code.Write()),
        });
        foreach (var (node, _) in item.Nodes)
        {
            var stated = report?.Nodes.FirstOrDefault(n => n.Node == node.Id);
            yield return Row(new(StringComparer.Ordinal)
            {
                [FormColumns.Number] = SheetCell.Of($"{item.Number}·{node.Id}"),
                [FormColumns.Title] = SheetCell.Of($"　节点：{node.Name}{(node.Sign is { } sign ? $"（{sign}）" : "")}"),
                [FormColumns.Target] = SheetCell.Of(node.Planned),
                [FormColumns.Progress] = SheetCell.Of(stated is { } s ? ProgressWords.Of(s.State) : null),
                [FormColumns.ReachedOn] = SheetCell.Of(stated?.ReachedOn),
                [FormColumns.Code] = SheetCell.Of((code with { Node = node.Id }).Write()),
            });
        }
    }

    private static IReadOnlyList<SheetCell> Row(Dictionary<string, SheetCell> cells)
        => [.. FormColumns.All.Select(c => cells.GetValueOrDefault(c.Header))];

    private static string StandingOf(FormItem item) => item switch
    {
        { Report.Status: ReportStatus.Returned } => "已退回，请更正",
        { Report: not null } => $"已报（{Words.Of(item.Due.Timeliness).Zh}）",
        { IsLocked: true } => "已锁定，补报须经准予",
        { Due: { Timeliness: Timeliness.Missing, AllowedUntil: { } until } } => $"准予补报至 {Words.Day(until)}",
        { Due.Timeliness: Timeliness.Missing } => $"漏报（应于 {Words.Day(item.Due.Due)} 前报）",
        _ => $"应于 {Words.Day(item.Due.Due)} 前报",
    };
}
