using TargetLedger.Documents.Comparing;

namespace TargetLedger.Cli;

/// <summary>What a revised document brings, changes and leaves out, as a keeper reads it in a terminal.</summary>
internal static class ComparisonText
{
    public static void Print(ListComparison comparison, Terminal terminal)
    {
        foreach (var item in comparison.Items.Where(i => i.As != ComparedAs.Unchanged))
        {
            terminal.Print($"{Mark(item.As)} {item.Item} {item.Title} · {item.Task}{(item.Source is { } source ? $" [{source.Cell ?? FormattableString.Invariant($"{source.Start}")}]" : "")}");
            foreach (var change in item.Changes)
                terminal.Print($"    {Word(change.Field)}: {change.From ?? "–"} → {change.To ?? "–"}");
        }

        var counts = comparison.Counts;
        terminal.Print($"与 {comparison.Plan} 比较:新增 {counts.New},变化 {counts.Changed},取消 {counts.Gone},未变 {counts.Unchanged} / against {comparison.Plan}: {counts.New} new, {counts.Changed} changed, {counts.Gone} gone, {counts.Unchanged} unchanged");
    }

    private static string Mark(ComparedAs compared) => compared switch
    {
        ComparedAs.New => "+ 新增 / new:",
        ComparedAs.Gone => "- 取消 / gone:",
        _ => "~ 变化 / changed:",
    };

    private static string Word(string field) => field switch
    {
        "task" => "任务 / task",
        "title" => "事项 / title",
        "target" => "目标值 / target",
        "strength" => "力度 / strength",
        "period" => "期限 / period",
        "lead" => "牵头 / lead",
        "partners" => "配合 / partners",
        _ => "节点日期 / due",
    };
}
