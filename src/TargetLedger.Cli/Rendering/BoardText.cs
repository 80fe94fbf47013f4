using Spectre.Console;
using TargetLedger.Boards;

namespace TargetLedger.Cli;

/// <summary>The compliance board for reading on a screen or in a log.</summary>
internal static class BoardText
{
    public static void Print(ComplianceBoard board, Terminal terminal)
    {
        var console = terminal.Out;
        terminal.Print($"进度看板 / compliance board · 判定日 / judged for {Figures.Day(board.On)} · 所知至第 {board.Position} 号 / known through position {board.Position}");
        terminal.Print(board.Rules is { } rules
            ? $"规则 / rules: {rules.Name} ({Figures.Day(rules.EffectiveFrom)})"
            : "规则:默认 / rules: defaults");
        console.MarkupLine($"共 {board.Commitments} 项 / commitments: {board.Commitments} · {LightWords.Summary(board.Lights)}"
            + (board.Withdrawn > 0 ? $" · 另已退出 / withdrawn: {board.Withdrawn}" : ""));

        foreach (var section in board.Sections)
        {
            terminal.Print("");
            console.MarkupLine($"{Markup.Escape($"{section.Number} {section.Title}")} · {LightWords.Summary(section.Lights)}");
            console.Write(Rows(board.Rows.Where(row => row.Plan == section.Plan && row.Section == section.Number)));
        }
    }

    private static Table Rows(IEnumerable<BoardRow> rows)
    {
        var table = Figures.Table(
            ("编号", "no."), ("事项", "commitment"), ("牵头", "lead"), ("目标", "target"), ("填报/核验", "reported/verified"),
            ("完成", "done"), ("序时", "pace"), ("截至", "cut-off"), ("已报/应报", "reported"), ("灯", "light"), ("原因", "reason"));
        foreach (var right in new[] { 4, 5, 6 })
            table.Columns[right].Right();
        table.Columns[0].NoWrap();
        table.Columns[7].NoWrap();
        table.Columns[8].NoWrap();
        table.Columns[9].NoWrap();
        foreach (var row in rows)
        {
            table.AddRow(
                Figures.Cell(row.Number),
                Figures.Cell(row.Title),
                Figures.Cell(string.Join('、', row.Leads.Select(lead => lead.Name))),
                Figures.Cell(row.Target ?? $"节点 {row.NodesReached}/{row.Nodes}"),
                Figures.Cell(Figures.Number(row.Reported) + (row.Verified is { } verified ? $"\n{Figures.Number(verified)}" : "")),
                Figures.Cell(Figures.Percent(row.Completion)),
                Figures.Cell(Figures.Percent(row.Pace)),
                Figures.Cell(Figures.Day(row.Cutoff)),
                Figures.Cell(Periods(row.Periods)),
                LightWords.Cell(row.Light, row.Status),
                Figures.Cell($"{row.Reason.Zh}\n{row.Reason.En}"));
        }

        return table;
    }

    private static string Periods(TimelinessCounts periods)
        => $"{periods.Reported}/{periods.Expected}" + (periods.Missing > 0 ? $"\n漏报 {periods.Missing}" : periods.Late > 0 ? $"\n迟报 {periods.Late}" : "");
}
