using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>How many parts a document says it has: 5个方面17项重点任务.</summary>
/// <param name="IsAreas">方面, 领域; else tasks.</param>
internal sealed record DeclaredCount(int Start, int End, string Words, int Value, bool IsAreas);

internal static class DeclaredCounts
{
    private static readonly string[] Areas = ["方面", "领域", "大类", "板块", "类别", "部分"];
    private static readonly string[] Tasks = ["任务", "举措", "措施", "事项", "实事", "工作任务", "条", "具体任务", "工作", "指标", "工程", "行动"];
    private static readonly string[] Between = ["重点", "主要", "具体", "重大", "民生", "工作", "年度", "目标", "核心", "关键", "改革", "为民", "惠民", "政策", "大", "个", "项", "件", "条", "类"];

    public static List<DeclaredCount> Of(IEnumerable<SourceBlock> blocks)
    {
        var found = new List<DeclaredCount>();
        foreach (var line in Lines(blocks))
        {
            var form = Signs.OneForm(line.Text);
            var last = -1;
            for (var at = 0; at < form.Length; at++)
            {
                if (!Numeral.IsStart(form[at]) || (at > 0 && (Numeral.IsStart(form[at - 1]) || form[at - 1] is '第' or '.')) || Numeral.Read(form, at) is not { IsVague: false, IsNominal: false } number)
                    continue;
                if (number.Value is < 2 or > 500 || number.Value != decimal.Truncate(number.Value) || Noun(form, number.End) is not { } noun)
                    continue;
                // 实施12项工程 is something to do, 共12项工程 says how the text is made.
                if (noun.IsWork && last != at && !Declaring.EndsIn(form.AsSpan(0, at)))
                    continue;
                found.Add(new(line.SourceStart(at), line.SourceEnd(noun.End), line.Text[at..noun.End], (int)number.Value, noun.IsAreas));
                last = noun.End;
                at = noun.End - 1;
            }
        }

        return found;
    }

    // Of a table only what stands alone in its row: a title or a note, and not what a task is to do.
    private static IEnumerable<CleanText> Lines(IEnumerable<SourceBlock> blocks)
        => blocks.SelectMany(block => block switch
        {
            SourceParagraph paragraph => [paragraph.Clean],
            SourceTable table => table.Rows.Select(r => r.Cells.Where(c => c.Clean.Text.Trim().Length > 0).Take(2).ToList()).Where(c => c.Count == 1).Select(c => c[0].Clean),
            _ => Enumerable.Empty<CleanText>(),
        });

    private static (int End, bool IsAreas, bool IsWork)? Noun(string form, int at)
    {
        if (at >= form.Length || !(form[at] is '个' or '项' or '件' or '条' or '大' || string.CompareOrdinal(form, at, "方面", 0, 2) == 0))
            return null;
        // 重点工作任务: the last of the words that can be one.
        (int End, bool IsAreas, bool IsWork)? work = null;
        for (var steps = 0; steps < 5; steps++)
        {
            if (Beginning(Areas, form, at) is { } area && area != "部分")
                return (at + area.Length, true, false);
            if (Beginning(Tasks, form, at) is { } task && task != "条")
            {
                if (task is not ("工作" or "指标" or "工程" or "行动"))
                    return (at + task.Length, false, false);
                work = IsWhole(form, at + task.Length) ? (at + task.Length, false, true) : work;
            }

            if (string.CompareOrdinal(form, at, "部分", 0, 2) == 0 && IsWhole(form, at + 2))
                return (at + 2, true, true);
            if (Beginning(Between, form, at) is not { } word)
                return work;
            at += word.Length;
        }

        return work;
    }

    private static string? Beginning(string[] words, string form, int at) => Array.Find(words, w => string.CompareOrdinal(form, at, w, 0, w.Length) == 0);

    // 12项工作部署 is about something else; 5个部分12项工作 goes on.
    private static bool IsWhole(string form, int end) => end == form.Length || !Signs.IsHan(form[end]) || Numeral.IsStart(form[end]);
}
