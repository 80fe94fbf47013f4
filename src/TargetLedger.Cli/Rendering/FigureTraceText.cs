using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Cli;

internal static class FigureTraceText
{
    public static void Print(FigureTrace trace, Terminal terminal)
    {
        var row = trace.Row;
        terminal.Print($"{row.Plan}:{row.Number} {row.Title}");
        terminal.Print($"看板上的数 / the figure on the board: {Figures.Number(row.Counted)} {row.Unit} · 判定日 / judged for {Figures.Day(trace.On)} · 所知至第 {trace.Position} 号 / known through position {trace.Position}");
        terminal.Print($"依据的位置 / its positions: {string.Join(", ", row.Basis)}");
        foreach (var line in Lines(trace.Parts, 0))
            terminal.Print(line);
        terminal.Print("由这些填报累计而来,核验、退回、更正列在其后 / it came by these reports; verification, returns and corrections are listed with them:");
        terminal.Out.Write(Events(trace.Events));
    }

    /// <summary>Indented by what they are parts of; a branch is the sum of the lines below it.</summary>
    private static IEnumerable<string> Lines(IEnumerable<FigurePart> parts, int depth)
    {
        foreach (var part in parts)
        {
            var (zh, en) = part.Kind switch
            {
                PartKind.Whole => ("总数", "whole"),
                PartKind.Own => ("本级", "own"),
                PartKind.Before => ("减:加入前", "less: before it joined"),
                PartKind.Side => ("一方", "side"),
                _ => ("成员", "member"),
            };
            var where = part.Position is { } position ? $" · 第 {position} 号 / position {position}" : "";
            var from = part.CountedFrom is { } source ? $" · 计自 {source} / counted from {source}" : "";
            yield return $"{new string(' ', 2 + 2 * depth)}{zh} / {en} {part.Side} {part.Unit}: {Figures.Number(part.Amount)} · 截至 {Figures.Day(part.Through)}{where}{from}";
            foreach (var line in Lines(part.Parts, depth + 1))
                yield return line;
        }
    }

    private static Table Events(IEnumerable<HistoryEvent> events)
    {
        var table = Figures.Table(
            ("位置", "position"), ("记入时间", "recorded"), ("账号", "actor"), ("事件", "event"), ("填报期", "period"), ("本期", "amount"), ("累计", "total"), ("文字", "words"));
        table.Columns[1].NoWrap();
        table.Columns[3].NoWrap();
        foreach (var recorded in events)
        {
            var data = (JsonElement)recorded.Data;
            table.AddRow(
                Figures.Cell(recorded.Position.ToString(CultureInfo.InvariantCulture)),
                Figures.Cell(Figures.Moment(recorded.At)),
                Figures.Cell(recorded.Actor),
                Figures.Cell(recorded.Type),
                Figures.Cell(Text(data, "period", "start") is { } start ? $"{start} –\n{Text(data, "period", "end")}" : ""),
                Figures.Cell(Number(data, "amount")),
                Figures.Cell(Number(data, "total")),
                Figures.Cell(Text(data, "text", "done") ?? Text(data, "reason") ?? Text(data, "comment") ?? ""));
        }

        return table;
    }

    private static string Number(JsonElement data, string member) =>
        data.TryGetProperty(member, out var number) ? Figures.Number(number.GetDecimal()) : "";

    private static string? Text(JsonElement data, params ReadOnlySpan<string> path)
    {
        foreach (var member in path)
            if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(member, out data))
                return null;
        return data.GetString();
    }
}
