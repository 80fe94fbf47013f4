using Spectre.Console;
using TargetLedger.Boards;

namespace TargetLedger.Cli;

internal static class CommitmentText
{
    public static void Print(CommitmentPage page, Terminal terminal)
    {
        var (row, console) = (page.Row, terminal.Out);
        terminal.Print($"{row.Plan}:{row.Number} {row.Title}");
        console.MarkupLine(LightWords.Coloured(row.Light, $"{LightWords.Zh(row.Light)} {LightWords.Code(row.Light)}")
            + Markup.Escape($" · {LightWords.Zh(row.Status)} · {row.Reason.Zh} / {row.Reason.En}"));
        terminal.Print($"判定日 / judged for {Figures.Day(page.On)} · 所知至第 {page.Position} 号 / known through position {page.Position} · 版本 / version {page.Version}");
        terminal.Print($"牵头 / lead: {string.Join('、', row.Leads.Select(lead => lead.Name))}");
        if (row.Target is { } target)
        {
            terminal.Print($"目标 / target: {target} · 累计 / counted: {Figures.Number(row.Counted)} {row.Unit} · 已核 / verified: {Figures.Number(row.Verified)}");
            terminal.Print($"完成 / done: {Figures.Percent(row.Completion)} · 序时 / pace: {Figures.Percent(row.Pace)} · 截至 / cut-off: {Figures.Day(row.Cutoff)}");
        }

        Nodes(page, console);
        if (row.Group is { } group)
            Members(group, terminal);
        SumsText.Print(page, terminal);
        if (page.Curve.Count > 0)
            Curve(page, console);
        if (page.Periods.Count > 0)
            Periods(page, console);
        terminal.Print($"依据 / basis: {string.Join(", ", row.Basis)}");
    }

    private static void Nodes(CommitmentPage page, IAnsiConsole console)
    {
        if (page.Commitment.Nodes.IsEmpty)
            return;
        var table = Figures.Table(("节点", "node"), ("名称", "name"), ("计划", "planned"), ("完成标志", "sign"), ("确认", "confirmed"));
        foreach (var node in page.Commitment.Nodes)
            table.AddRow(node.Node.Id, Markup.Escape(node.Node.Name), Figures.Day(node.Node.Planned), Markup.Escape(node.Node.Sign ?? "–"), Figures.Day(node.ConfirmedOn));
        console.Write(table);
    }

    private static void Members(GroupRow group, Terminal terminal)
    {
        terminal.Print($"已报 / reported: {group.Reported}/{group.Expected} · 成员合计 / members' sum: {Figures.Number(group.MembersSum)} · 本级 / own: {Figures.Number(group.Own)} · 差额 / difference: {Figures.Number(group.Difference)}");
        var table = Figures.Table(("成员", "member"), ("名称", "name"), ("分解数", "quota"), ("填报", "reported"), ("核验", "verified"), ("截至", "cut-off"), ("依据", "basis"));
        AddMembers(table, group, 0);
        terminal.Out.Write(table);
    }

    /// <summary>Those below a member follow it, indented.</summary>
    private static void AddMembers(Table table, GroupRow group, int depth)
    {
        foreach (var member in group.Members)
        {
            table.AddRow(
                new string(' ', 2 * depth) + Markup.Escape(member.Unit),
                Markup.Escape(member.Name),
                Figures.Number(member.Quota),
                Figures.Number(member.Reported),
                Figures.Number(member.Verified),
                Figures.Day(member.Cutoff),
                member.Position?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–");
            if (member.Below is { } below)
                AddMembers(table, below, depth + 1);
        }
    }

    private static void Periods(CommitmentPage page, IAnsiConsole console)
    {
        var table = Figures.Table(("统计截止", "cut-off"), ("单位", "unit"), ("到期", "due"), ("报送", "reported"), ("报送情况", "timeliness"));
        foreach (var due in page.Periods)
        {
            table.AddRow(
                Figures.Cell(Figures.Day(due.Period.End)),
                Figures.Cell(due.Unit),
                Figures.Cell(Figures.Day(due.Due)),
                Figures.Cell(Figures.Day(due.ReportedOn)),
                Figures.Cell(TimelinessText.Say(due)));
        }

        console.Write(table);
    }

    private static void Curve(CommitmentPage page, IAnsiConsole console)
    {
        var table = Figures.Table(("截至", "through"), ("累计", "total"), ("已核", "verified"), ("完成", "done"), ("序时", "pace"), ("依据", "basis"));
        foreach (var point in page.Curve)
        {
            table.AddRow(
                Figures.Day(point.Through),
                Figures.Number(point.Total),
                Figures.Number(point.Verified),
                Figures.Percent(point.Completion),
                Figures.Percent(point.Pace),
                point.Position.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        console.Write(table);
    }
}
