using System.Globalization;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Structure;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Cli;

/// <summary>A draft as a keeper reads it in a terminal: tasks with who answers, what is to be reached and where it is written, then the questions.</summary>
internal static class DraftText
{
    public static void Print(Draft draft, Terminal terminal)
    {
        terminal.Print($"{draft.Plan.Title ?? "(无标题 / no title)"}");
        terminal.Print($"发文机关 / issuer: {draft.Plan.Issuer ?? "–"} · 期间 / period: {draft.Plan.Period ?? "–"}{(draft.Plan.PeriodInferred ? "(推定 / inferred)" : "")}");
        string? section = null;
        foreach (var task in draft.Tasks)
        {
            if (task.Section != section && (section = task.Section) is not null)
                terminal.Print($"\n■ {section}");
            Print(task, terminal);
        }

        var figures = draft.Tasks.Sum(t => t.Commitments.Count(c => c.Kind == DraftCommitmentKind.Quantity));
        terminal.Print($"\n任务 {draft.Tasks.Count} 项,目标值 {figures} 个,未作目标的数字 {draft.PassedOver.Count} 个,清洗 {draft.Cleaning.Count} 处 / {draft.Tasks.Count} tasks, {figures} figures, {draft.PassedOver.Count} passed over, {draft.Cleaning.Count} changes by cleaning");
        if (draft.Questions.Count > 0)
            terminal.Print($"\n待确认 {draft.Questions.Count} 条 / questions:");
        foreach (var question in draft.Questions)
            terminal.Print($"  ? {question.Zh} / {question.En}{(question.CharStart is { } at ? $" [{at}]" : "")}");
    }

    private static void Print(DraftTask task, Terminal terminal)
    {
        terminal.Print($"{(task.Number is null ? "·" : task.Number)} {task.Title}");
        if (task.Units.Count > 0)
            terminal.Print($"    单位 / units: {string.Join("、", task.Units.Select(Words))}");
        if (task.Deadline is { } due)
            terminal.Print($"    时限 / due: {(due.Date is { } day ? Figures.Day(day) : due.Recurrence ?? "长期 / ongoing")}");
        foreach (var commitment in task.Commitments)
        {
            var place = commitment.Cell ?? commitment.CharStart.ToString(CultureInfo.InvariantCulture);
            terminal.Print(commitment.Kind == DraftCommitmentKind.Quantity
                ? $"    ● {commitment.Measure}{Per(commitment)}: {Words(commitment)} “{commitment.AsWritten}” [{place}]"
                : $"    ○ {commitment.Measure}{(commitment.Due is { } on ? $" ({Figures.Day(on)})" : "")} [{place}]");
        }
    }

    private static string Per(DraftCommitment commitment) => commitment.Per.Count == 0 ? "" : $"({string.Join("、", commitment.Per)})";

    private static string Words(DraftUnit unit)
    {
        var role = unit.Role switch
        {
            DraftRole.Lead => unit.Inferred ? "牵头?" : "牵头",
            DraftRole.Co => "配合",
            DraftRole.Group => "单位组",
            _ => "责任",
        };
        return $"{unit.Name}({role})";
    }

    private static string Words(DraftCommitment commitment)
    {
        var value = Figures.Number(commitment.Value);
        var words = commitment.Bound switch
        {
            Bound.MoreThan => $"超过 {value}",
            Bound.Approx => $"{value} 左右",
            Bound.Range => $"{value}–{Figures.Number(commitment.Upper)}",
            Bound.AtMost => $"至多 {value}",
            Bound.Exactly => $"正好 {value}",
            Bound.Growth => $"{(commitment.Direction == DraftDirection.Down ? "下降" : "增长")} {value}",
            _ => $"至少 {value}",
        };
        return $"{(commitment.Aspirational ? "力争 " : "")}{words} {commitment.Unit}";
    }
}
