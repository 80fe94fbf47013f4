using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Cli;

internal static class FigureExplanationText
{
    public static string Code(RowFigure figure) => JsonNamingPolicy.SnakeCaseLower.ConvertName(figure.ToString());

    public static RowFigure Parse(string code) => Enum.GetValues<RowFigure>().First(f => Code(f) == code);

    public static void Print(FigureExplanation explanation, Terminal terminal)
    {
        terminal.Print($"{explanation.Plan}:{explanation.Number} {explanation.Title}{(explanation.Member is { } member ? $" · {member.Name}" : "")}");
        terminal.Print($"{Name(explanation.Figure)}: {Number(explanation.Value)} {explanation.Unit} · 判定日 / judged for {Figures.Day(explanation.On)} · 所知至第 {explanation.Position} 号 / known through position {explanation.Position}");
        if (explanation.Parts.Count > 0)
            terminal.Out.Write(Parts(explanation));
        foreach (var shared in explanation.SharedClasses)
        {
            var reports = shared.Reports.Select(r => $"{r.Unit.Name} {r.Plan}:{r.Number} 第 {r.Position} 号 / position {r.Position}, {r.People} 人 / people{(r.Position == shared.Class!.CountedIn ? " (计此 / counted)" : "")}");
            terminal.Print($"{shared.Zh} / {shared.En}: {string.Join("; ", reports)}");
        }

        terminal.Print(explanation.Sum is null && explanation.Parts.Count > 0
            ? "各自完成,不相加 / each for itself, nothing is summed"
            : explanation.AddsUp
            ? $"相加为 {Number(explanation.Sum)},与看板相符 / they add up to {Number(explanation.Sum)}, as on the board"
            : $"相加为 {Number(explanation.Sum)},与看板不符 / they add up to {Number(explanation.Sum)}, NOT as on the board");
    }

    private static Table Parts(FigureExplanation explanation)
    {
        var table = Figures.Table(("单位", "unit"), ("位置", "position"), ("填报期", "period"), ("本期", "amount"), ("累计", "total"), ("核验", "verified"), ("计入", "counts"));
        foreach (var part in explanation.Parts)
        {
            foreach (var report in part.Came)
            {
                table.AddRow(
                    Figures.Cell(part.Unit.Name),
                    Figures.Cell(report.Position.ToString(CultureInfo.InvariantCulture)),
                    Figures.Cell($"{Figures.Day(report.Period.Start)} –\n{Figures.Day(report.Period.End)}"),
                    Figures.Cell(Number(report.Amount)),
                    Figures.Cell(Number(report.Total)),
                    Figures.Cell(Number(report.Verified)),
                    Figures.Cell(report.Report == part.Report.Report ? part.Node ?? Number(part.Value) : ""));
            }

            if (part.Rest is { } rest and not 0)
                table.AddRow(Figures.Cell(part.Unit.Name), Figures.Cell(""), Figures.Cell("核减、更正 / not accepted, corrected"), Figures.Cell(Number(rest)), Figures.Cell(""), Figures.Cell(""), Figures.Cell(""));
        }

        return table;
    }

    private static string Number(decimal? value) => value is { } number ? Figures.Number(number) : "—";

    private static string Name(RowFigure figure) => figure switch
    {
        RowFigure.Reported => "填报数 / reported",
        RowFigure.Verified => "核验数 / verified",
        RowFigure.Counted => "计入数 / counted",
        RowFigure.MembersSum => "成员合计 / members' sum",
        RowFigure.Own => "本级 / own",
        RowFigure.Difference => "与牵头数之差 / difference",
        _ => "已完成节点 / nodes reached",
    };
}
