using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>Something to have happened: where it is said, and the day it is due, if any.</summary>
internal sealed record Milestone(int Start, int End, string Words, DateOnly? Due);

/// <summary>
/// Finds what can be ticked off in a text without figures: clauses whose verb has an end (印发, 建成, 启动), and clauses with a day of
/// their own.
/// </summary>
internal static class Milestones
{
    private const int MaxPerTask = 8;

    private static readonly string[] Ending =
    [
        "制定", "制订", "出台", "印发", "编制", "修订", "完成", "建成", "建立", "成立", "组建", "启动", "筹建", "创建", "开工", "竣工", "投用", "投入使用", "举办", "召开", "发布", "上线", "开通", "搭建", "设立", "开发", "挂牌", "通车", "投产", "验收", "交付", "申报", "签约", "落地", "运行", "开展", "形成", "实现", "推出", "建设",
    ];

    private static readonly string[] Adverbs = ["探索", "加快", "全面", "积极", "研究", "适时", "推动", "推进", "力争", "进一步", "抓紧", "尽快", "及时", "组织", "启动", "按期", "如期", "确保", "要", "继续", "扎实", "全力", "稳步", "持续", "深入", "同步", "统一", "并", "再", "基本", "修改", "指导", "开展", "做好"];

    public static List<Milestone> Of(Piece piece, Days? plan, bool onlyDated)
    {
        var paragraph = new Paragraph(piece.Text, plan);
        var found = new List<Milestone>();
        foreach (var clause in paragraph.Clauses)
        {
            if (clause.IsAside || found.Count == MaxPerTask || paragraph.Tenses.At(clause.End - 1) == Tense.Past)
                continue;
            if (paragraph.HasFigure(clause.Start, clause.End, static f => f.Unit is not null))
                continue;
            var due = paragraph.TimesIn(clause.Start, clause.End).LastOrDefault(t => t.IsDue && t.Days is not null && t.Tense != Tense.Past);
            var start = clause.Start;
            while (start < clause.End && paragraph.Form[start] == ' ')
                start++;
            if (due is not null && due.Start - start <= 2)
                start = due.End;
            // 到2026年、2027年、2028年,: the days of what the next clause says.
            while (start < clause.End && paragraph.Form[start] is '、' or '和' or '及' && paragraph.TimesIn(start + 1, start + 2) is [var also])
                start = also.End;
            if (clause.End - start < 4 || (onlyDated && due is null) || !(due is not null || Ends(paragraph.Form, start, clause.End)))
                continue;
            found.Add(new(start, clause.End, piece.Text[start..clause.End].Trim(), due?.Days?.End));
        }

        return found;
    }

    private static bool Ends(string form, int start, int end)
    {
        for (var changed = true; changed;)
        {
            if (Array.Exists(Ending, v => string.CompareOrdinal(form, start, v, 0, v.Length) == 0 && start + v.Length < end))
                return true;
            changed = false;
            foreach (var adverb in Adverbs)
            {
                if (string.CompareOrdinal(form, start, adverb, 0, adverb.Length) == 0 && start + adverb.Length < end)
                {
                    start += adverb.Length;
                    changed = true;
                    break;
                }
            }
        }

        return false;
    }
}
