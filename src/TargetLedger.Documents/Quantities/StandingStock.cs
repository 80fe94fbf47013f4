using static TargetLedger.Documents.Quantities.Phrases;

namespace TargetLedger.Documents.Quantities;

/// <summary>全区规上企业1260家,占全市的12%: how many there are, where nothing says that somebody is to have them.</summary>
internal static class StandingStock
{
    private static readonly string[] Scopes = ["全市", "全省", "全区", "全县", "全州", "全旗", "全镇", "全乡", "全街道", "全村", "全校", "全院", "全集团", "全公司", "全行", "全系统", "我市", "我区", "我县", "我省", "我镇", "我院", "我校", "我局", "本院", "本校", "医院", "学校", "本市", "本区", "本县", "本镇", "集团", "公司", "辖区", "辖区内", "境内", "市域内", "区域内"];
    private static readonly string[] Held = ["下属", "下辖", "下设", "旗下", "所属", "所辖", "辖", "管辖", "直属", "现存"];
    private static readonly string[] Granted = ["编制床位", "核定床位", "开放床位", "实有床位", "核定编制", "人员编制", "在编人员", "在岗人员", "在职职工", "现有职工", "届毕业生"];
    private static readonly string[] Goals = ["目标", "任务", "指标", "计划", "如下", "要求"];
    private static readonly string[] Units = ["家", "个", "所", "人", "名", "户", "座", "条", "处", "辆", "栋", "台", "项", "村", "镇", "社区", "床", "张", "件", "只", "头", "艘"];

    public static bool Has(Figure figure)
    {
        if (figure.UnitClass != UnitClass.Count || figure.Binding.IsStated || !Units.Contains(figure.Unit?.Text) || figure.Clause.IsAside)
            return false;
        var lead = figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start).Trim();
        // 编制床位600张: as it was granted.
        if (EndsWithAny(lead, Granted) && figure.Paragraph.Tenses.At(figure.Quantity.Start) != Tense.Ahead)
            return true;
        var isHeld = HasAny(lead, Held);
        if (!isHeld && StartingWord(lead, Scopes).Length == 0)
            return false;
        // 医院编制床位1200张: how they are counted.
        var isRated = EndsWithAny(lead, ["编制床位", "开放床位", "核定床位", "实有床位", "在职职工", "在校学生", "在编人员"]);
        if ((Verbs.First(figure.View, figure.Clause.Start, figure.Start) is not null && !isRated) || Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: true) is not null || HasAny(lead, Verbs.Tending)
            || EachMarks.IsEach(figure) || Verbs.First(figure.View, figure.End, figure.Clause.End) is not null)
            return false;
        // 到2027年,全市高新技术企业500家; 主要目标:全市公园300个.
        return figure.Paragraph.Tenses.At(figure.Quantity.Start) != Tense.Ahead
            && !(figure.Clause.Previous is { } before && (HasAny(figure.View.AsSpan(before.Start, before.End - before.Start), Goals) || before.Figures is [.., { Kind: MentionKind.Target }]))
            && (isHeld || IsToldOf(figure));
    }

    /// <summary>占…%, 其中…, 资产总额…: what is told of it besides.</summary>
    public static bool GoesOn(Figure figure)
        => !figure.Binding.IsStated && (figure.Previous ?? figure.Clause.Previous?.Figures.LastOrDefault()) is { IsStock: true }
            && (figure.Paragraph.Tenses.At(figure.Quantity.Start) != Tense.Ahead || figure.View.AsSpan(figure.Clause.Start).TrimStart().StartsWith("占"))
            && Verbs.First(figure.View, figure.Clause.Start, figure.Clause.End) is null && Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: true) is null
            && !figure.Paragraph.Times.Exists(t => t.Start >= figure.Clause.Start && t.Start < figure.Start);

    // A bare line 全区公园120个 may set a goal; a share behind it, or 共, tells.
    private static bool IsToldOf(Figure figure)
    {
        var rest = figure.View.AsSpan(figure.Clause.End, Math.Max(0, figure.Clause.SentenceEnd - figure.Clause.End)).TrimStart([',', ' ']);
        // 我院开放床位1100张,去年完成…: it goes on with what was.
        if (figure.Paragraph.ClauseBehind(figure.Clause) is { } next && figure.Paragraph.TimesIn(next.Start, next.Start + 1) is [{ Tense: Tense.Past }])
            return true;
        return rest.StartsWith("占") || rest.StartsWith("其中") || HasAny(figure.Before, ["共", "总数", "总计", "有"]);
    }
}
