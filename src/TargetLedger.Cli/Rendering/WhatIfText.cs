using Spectre.Console;
using TargetLedger.Boards;

namespace TargetLedger.Cli;

internal static class WhatIfText
{
    public static void Print(WhatIfBoard board, Terminal terminal)
    {
        terminal.Print($"试算,不记录 / tried out, nothing is recorded · 判定日 / judged for {Figures.Day(board.On)} · 所知至第 {board.Position} 号 / known through position {board.Position}");
        PrintRules(board.InForce, board.Candidate, terminal);
        terminal.Out.MarkupLine($"现行 / in force: {LightWords.Summary(board.Lights)}");
        terminal.Out.MarkupLine($"试用 / tried out: {LightWords.Summary(board.CandidateLights)}");
        terminal.Print($"共 {board.Commitments} 项,{board.Changed} 项的灯会变 / {board.Changed} of {board.Commitments} lights would change");
        foreach (var move in board.Moves)
            terminal.Print($"  {LightWords.Zh(move.From)} {LightWords.Code(move.From)} → {LightWords.Zh(move.To)} {LightWords.Code(move.To)}: {move.Commitments}");
        if (board.Rows.Count > 0)
            terminal.Out.Write(Rows(board.Rows));
    }

    public static void Print(WhatIfCommitment answer, Terminal terminal)
    {
        terminal.Print($"试算,不记录 / tried out, nothing is recorded · 判定日 / judged for {Figures.Day(answer.On)} · 所知至第 {answer.Position} 号 / known through position {answer.Position}");
        PrintRules(answer.InForce, answer.Candidate, terminal);
        terminal.Out.Write(Rows([answer.Row]));
    }

    private static void PrintRules(RulesName? inForce, CandidateRules candidate, Terminal terminal)
    {
        var policy = PolicyWords.Of(candidate.Rules);
        terminal.Print($"现行规则 / in force: {inForce?.Name ?? "默认 / defaults"}");
        terminal.Print($"试用规则 / tried out{(candidate.Plan is { } plan ? $" ({plan})" : "")}: {policy.Zh} / {policy.En}");
    }

    private static Table Rows(IEnumerable<WhatIfRow> rows)
    {
        var table = Figures.Table(
            ("编号", "no."), ("事项", "commitment"), ("完成", "done"), ("序时", "pace"), ("截至", "cut-off"), ("现行", "in force"), ("试用", "tried out"), ("原因", "reason"));
        foreach (var right in new[] { 2, 3 })
            table.Columns[right].Right();
        table.Columns[0].NoWrap();
        table.Columns[4].NoWrap();
        foreach (var row in rows)
        {
            table.AddRow(
                Figures.Cell(row.InForce.Number),
                Figures.Cell(row.InForce.Title),
                Figures.Cell(Figures.Percent(row.Completion)),
                Figures.Cell(Figures.Percent(row.Pace)),
                Figures.Cell(Figures.Day(row.Cutoff)),
                LightWords.Cell(row.InForce.Light, row.InForce.Status),
                LightWords.Cell(row.Light, row.Status),
                Figures.Cell($"{row.Reason.Zh}\n{row.Reason.En}"));
        }

        return table;
    }
}
