using System.Text.Json;
using Spectre.Console;
using TargetLedger.Boards;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Cli;

/// <summary>Who reported and who did not, for reading on a screen or in a log.</summary>
internal static class TimelinessText
{
    public static string Code(TimelinessBy by) => JsonNamingPolicy.SnakeCaseLower.ConvertName(by.ToString());

    public static TimelinessBy Parse(string code) => Enum.GetValues<TimelinessBy>().First(by => Code(by) == code);

    public static string Zh(Timeliness timeliness) => timeliness switch
    {
        Timeliness.OnTime => "按时",
        Timeliness.Late => "迟报",
        Timeliness.Missing => "漏报",
        Timeliness.Excused => "免报",
        _ => "未到期",
    };

    /// <summary>What became of one report: the word, and what must be said with it.</summary>
    public static string Say(DueReport due) => due switch
    {
        { AfterLock: true } => $"{Zh(due.Timeliness)}(补报)",
        { Reason: { } reason } => $"{Zh(due.Timeliness)}({reason.Zh})",
        _ => Zh(due.Timeliness),
    };

    public static void Print(TimelinessBoard board, Terminal terminal)
    {
        terminal.Print($"报送情况 / timeliness · 判定日 / judged for {Figures.Day(board.On)} · 所知至第 {board.Position} 号 / known through position {board.Position}");
        var table = Figures.Table(
            ("", ""), ("已报/应报", "reported/owed"), ("按时", "on time"), ("迟报", "late"), ("补报", "after lock"), ("漏报", "missing"),
            ("未到期", "pending"), ("免报", "excused"), ("按时率", "on time"));
        for (var column = 1; column < 9; column++)
            table.Columns[column].Right();
        foreach (var part in board.Parts)
            Add(part.Key == part.Name ? part.Key : $"{part.Name} {part.Key}", part.Periods);
        Add("合计 / all", board.Periods);
        terminal.Out.Write(table);

        void Add(string name, TimelinessCounts counts) => table.AddRow(
            Figures.Cell(name),
            Figures.Cell($"{counts.Reported}/{counts.Expected}"),
            Figures.Cell(Figures.Number(counts.OnTime)),
            Figures.Cell(Figures.Number(counts.Late)),
            Figures.Cell(Figures.Number(counts.AfterLock)),
            Figures.Cell(Figures.Number(counts.Missing)),
            Figures.Cell(Figures.Number(counts.Pending)),
            Figures.Cell(Figures.Number(counts.Excused)),
            Figures.Cell(Figures.Percent(counts.OnTimePercent)));
    }
}
