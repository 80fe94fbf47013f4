using static TargetLedger.Documents.Quantities.Phrases;

namespace TargetLedger.Documents.Quantities;

/// <summary>Figures that say how large that is which the figure behind them counts or measures.</summary>
internal static class NextFigures
{
    public static bool IsSizeOfMeasured(Figure figure)
        => figure.Paragraph.Figures.Find(f => f.Start > figure.Quantity.Start) is { Unit.Kind: UnitClass.Size } next && next.Start < figure.Clause.End && next.Unit.Text != figure.Unit!.Text
            && figure.View.AsSpan(figure.End, next.Start - figure.End) is { Length: >= 2 and <= 10 } noun && noun[^1] is not ('和' or '及' or '与') && !noun.ContainsAnyExceptInRange('\u4e00', '\u9fff')
            && Verbs.First(figure.View, figure.End, next.Start) is null && BoundWords.Around(figure.Paragraph.Form, next, figure.End) is { Before: null, Change: null };

    public static bool IsSizeOfNext(Figure figure)
        => figure.Paragraph.Figures.Find(f => f.Start > figure.Quantity.Start) is { Unit.Kind: UnitClass.Count } next && next.Start < figure.Clause.End
            && figure.View.AsSpan(figure.End, next.Start - figure.End) is { Length: >= 2 and <= 8 } noun && !noun.ContainsAnyExceptInRange('\u4e00', '\u9fff') && EndsWithAny(noun, ["企业", "项目", "公司", "集团", "园区", "集群", "镇", "村", "基地", "平台", "合作社", "农场", "市场", "商圈", "楼宇", "街区", "品牌", "产品", "单位", "大户", "机构", "小区", "县", "乡", "街道"])
            && Verbs.First(figure.View, figure.End, next.Start) is null;

    public static bool NextInClause(Figure figure)
        => figure.Paragraph.Figures.Exists(f => f.Start >= figure.AfterEnd && f.Start < figure.Clause.End && f.Unit?.Kind == UnitClass.Count
            && figure.View.AsSpan(figure.AfterEnd, f.Start - figure.AfterEnd).IndexOf('、') < 0
            && !(figure.AfterEnd > figure.AfterStart && figure.View[figure.AfterEnd - 1] is '和' or '及' or '与'));

    // 在5个镇、12个村开展试点
    public static bool NextCount(Figure figure)
        => figure.Paragraph.Figures.Find(f => f.Start > figure.End) is { Unit.Kind: UnitClass.Count } next && next.Start == figure.AfterEnd + 1 && figure.View[figure.AfterEnd] == '、';
}
