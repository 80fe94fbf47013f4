using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>How many parts a document says it has: 5个方面17项重点任务.</summary>
/// <param name="IsAreas">方面, 领域; else tasks.</param>
internal sealed record DeclaredCount(int Start, int End, string Words, int Value, bool IsAreas);

internal static class DeclaredCounts
{
    private static readonly string[] Areas = ["方面", "领域", "大类", "板块", "类别"];
    private static readonly string[] Tasks = ["任务", "举措", "措施", "事项", "实事", "工作任务", "条", "具体任务"];
    private static readonly string[] Between = ["重点", "主要", "具体", "重大", "民生", "工作", "年度", "目标", "核心", "关键", "改革", "为民", "惠民", "政策", "大", "个", "项", "件", "条", "类"];

    public static List<DeclaredCount> Of(IEnumerable<SourceBlock> blocks)
    {
        var found = new List<DeclaredCount>();
        foreach (var paragraph in blocks.OfType<SourceParagraph>())
        {
            var form = Signs.OneForm(paragraph.Clean.Text);
            for (var at = 0; at < form.Length; at++)
            {
                if (!Numeral.IsStart(form[at]) || (at > 0 && (Numeral.IsStart(form[at - 1]) || form[at - 1] is '第' or '.')) || Numeral.Read(form, at) is not { IsVague: false, IsNominal: false } number)
                    continue;
                if (number.Value is < 2 or > 500 || number.Value != decimal.Truncate(number.Value) || Noun(form, number.End) is not { } noun)
                    continue;
                found.Add(new(paragraph.Clean.SourceStart(at), paragraph.Clean.SourceEnd(noun.End), paragraph.Clean.Text[at..noun.End], (int)number.Value, noun.IsAreas));
                at = noun.End - 1;
            }
        }

        return found;
    }

    private static (int End, bool IsAreas)? Noun(string form, int at)
    {
        if (at >= form.Length || !(form[at] is '个' or '项' or '件' or '条' or '大' || string.CompareOrdinal(form, at, "方面", 0, 2) == 0))
            return null;
        for (var steps = 0; steps < 4; steps++)
        {
            foreach (var area in Areas)
            {
                if (string.CompareOrdinal(form, at, area, 0, area.Length) == 0)
                    return (at + area.Length, true);
            }

            foreach (var task in Tasks)
            {
                if (string.CompareOrdinal(form, at, task, 0, task.Length) == 0 && (task != "条"))
                    return (at + task.Length, false);
            }

            var word = Array.Find(Between, b => string.CompareOrdinal(form, at, b, 0, b.Length) == 0);
            if (word is null)
                return null;
            at += word.Length;
        }

        return null;
    }
}
