namespace TargetLedger.Cli;

internal static class FigureTraceText
{
    public static void Print(FigureTrace trace, Terminal terminal)
    {
        var row = trace.Row;
        terminal.Print($"{row.Plan}:{row.Number} {row.Title}");
        terminal.Print($"看板上的数 / the figure on the board: {Figures.Number(row.Counted)} {row.Unit} · 判定日 / judged for {Figures.Day(trace.On)} · 所知至第 {trace.Position} 号 / known through position {trace.Position}");
        terminal.Print($"依据的位置 / its positions: {string.Join(", ", row.Basis)}");
        terminal.Print("这些位置上的填报,以及此后与它们有关的事件 / the reports recorded there, and what happened to them since:");
        terminal.Out.Write(HistoryText.Events(trace.Events));
    }
}
