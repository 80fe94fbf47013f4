using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TargetLedger.Boards;
using TargetLedger.Domain;

namespace TargetLedger.Cli;

internal static class HistoryText
{
    public static void Print(CommitmentHistory history, Terminal terminal)
    {
        terminal.Print($"{history.Stream} · 所知至第 {history.Position} 号 / known through position {history.Position}");
        terminal.Out.Write(Events(history.Events));
    }

    public static Table Events(IEnumerable<HistoryEvent> events)
    {
        var table = Figures.Table(("位置", "position"), ("版本", "version"), ("时间", "at"), ("账号", "actor"), ("事件", "event"), ("内容", "data"));
        table.Columns[2].NoWrap();
        table.Columns[4].NoWrap();
        foreach (var recorded in events)
        {
            table.AddRow(
                recorded.Position.ToString(CultureInfo.InvariantCulture),
                recorded.Version.ToString(CultureInfo.InvariantCulture),
                Figures.Moment(recorded.At),
                Markup.Escape(recorded.Actor),
                recorded.Type,
                Markup.Escape(JsonSerializer.Serialize(recorded.Data, LedgerJson.Options)));
        }

        return table;
    }
}
