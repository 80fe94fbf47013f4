using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>What the numbered line above a table says of the tasks in it.</summary>
internal static partial class TableHeadings
{
    public static List<FoundTask> Apply(OutlineItem item, TaskTable table, List<FoundTask> tasks, Days? plan)
    {
        if (item is not { Number: { Label.Length: > 0 } number, Head: { } head })
            return tasks;
        // 二、河道淤积 above a form of 反馈问题, 整改目标 and so on: the form has no other name.
        if (tasks is [var only] && table is { IsForm: true, Lines.Count: 1 } && item.Tables.Count == 1 && !HasName(table))
            tasks = [only.Named(number.Label, item.Title, head)];
        // 三、土地征收(8月底前完成): for all that stands below.
        if (Bracketed().Match(head.Form) is { Success: true } when && Deadlines.IsAlone(when.Groups["when"].Value))
        {
            foreach (var task in tasks)
                task.Due ??= Deadlines.Stated(when.Groups["when"].Value, plan);
        }

        return tasks;
    }

    private static bool HasName(TaskTable table)
        => table.Columns.Any(c => c is { Use: ColumnUse.Task or ColumnUse.Indicator, OnlyNames: false } && !ColumnWords.IsWay(c.Own));

    [GeneratedRegex(@"\((?<when>[^()]{2,20})\)\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Bracketed();
}
