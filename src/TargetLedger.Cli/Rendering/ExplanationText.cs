using System.Globalization;
using Spectre.Console;
using TargetLedger.Boards;

namespace TargetLedger.Cli;

internal static class ExplanationText
{
    public static void Print(LightExplanation why, Terminal terminal)
    {
        var (rules, figures) = (why.Rules, why.Figures);
        terminal.Print($"{why.Plan}:{why.Number} {why.Title}");
        terminal.Out.MarkupLine(LightWords.Coloured(why.Light, $"{LightWords.Zh(why.Light)} {LightWords.Code(why.Light)}")
            + Markup.Escape($" · {LightWords.Zh(why.Status)} · {why.Reason.Zh} / {why.Reason.En} ({why.Reason.Code})"));
        terminal.Print($"判定日 / judged for {Figures.Day(why.On)} · 所知至第 {why.Position} 号 / known through position {why.Position}");
        terminal.Print(rules.Position is { } position
            ? $"规则 / rules: {rules.Name}{(rules.Plan is { } plan ? $" ({plan})" : "")} · 自 / from {Figures.Day(rules.EffectiveFrom)} · {rules.Authority} · 第 {rules.Version} 版 / version {rules.Version} · 第 {position} 号 / position {position}"
            : "规则:默认 / rules: defaults");
        terminal.Print($"  {why.Policy.Zh} / {why.Policy.En}");
        if (figures.Target is { } target)
            terminal.Print($"目标 / target: {target} ({Figures.Number(figures.Goal)} {figures.Unit}) · 计 / counted: {Figures.Number(figures.Counted)} · 已报 / reported: {Figures.Number(figures.Reported)} · 已核 / verified: {Figures.Number(figures.Verified)}");
        terminal.Print($"截至 / cut-off: {Figures.Day(figures.Cutoff)} · 完成 / done: {Figures.Percent(figures.Completion)} · 序时 / pace: {Figures.Percent(figures.Pace)} · 差 / gap: {Figures.Number(figures.GapPoints)} · 时间余 / time left: {Figures.Percent(figures.TimeLeft)}");
        if (figures.Stages.Count > 1)
            terminal.Print($"阶段 / stages: {string.Join(" · ", figures.Stages.Select(s => $"{Figures.Day(s.End)} {Figures.Percent(s.Pace)}"))}");
        if (why.Basis.Count > 0)
            terminal.Out.Write(Basis(why.Basis));
        foreach (var node in why.Nodes)
            terminal.Print($"节点 / node {node.Node} {node.Name} · 计划 / planned {Figures.Day(node.Planned)} · 完成 / reached {Figures.Day(node.ReachedOn)}{(node.PatienceUntil is { } until ? $" · 宽限至 / patience until {Figures.Day(until)}" : "")}");
        foreach (var member in why.Members)
            terminal.Print($"成员 / member {member.Name} · {Figures.Number(member.Total)} / {Figures.Number(member.Quota)} · {Figures.Day(member.Cutoff)}{(member.Light is { } light ? $" · {LightWords.Zh(light)} {LightWords.Code(light)}" : "")}");
    }

    private static Table Basis(IEnumerable<ExplainedRecord> records)
    {
        var table = Figures.Table(("位置", "position"), ("单位", "unit"), ("截至", "cut-off"), ("累计", "total"), ("状态", "status"), ("报送", "reported"), ("最后变动", "changed at"));
        foreach (var record in records)
        {
            table.AddRow(
                Figures.Cell(record.Position.ToString(CultureInfo.InvariantCulture)),
                Figures.Cell(record.Unit.Name),
                Figures.Cell(Figures.Day(record.Through)),
                Figures.Cell(Figures.Number(record.Total)),
                Figures.Cell(System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(record.Status.ToString())),
                Figures.Cell(Figures.Day(record.ReportedOn)),
                Figures.Cell(record.ChangedAt.ToString(CultureInfo.InvariantCulture)));
        }

        return table;
    }
}
