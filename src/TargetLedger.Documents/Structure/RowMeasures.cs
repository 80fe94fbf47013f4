using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>What the figures of a row are measured in, and whether a header names a measure.</summary>
internal static class RowMeasures
{
    // A share grows by points, an amount by a share.
    public static (UnitWord Unit, decimal Scale)? OfChange(string header, (UnitWord Unit, decimal Scale)? unit)
        => unit is { Unit.Kind: UnitClass.Share } ? UnitWord.Whole("个百分点") : ColumnWords.Has(header, "增长", "增幅", "降幅", "增速", "%") ? UnitWord.Whole("%") : unit;

    // 新增学位 is a measure; 2025年目标, 全年计划 is not.
    public static bool IsName(string header)
    {
        var rest = header;
        foreach (var word in new[] { "目标值", "目标", "计划数", "任务数", "任务量", "指标值", "数量", "季度", "上半年", "下半年", "年度计划", "全年", "计划", "年度", "县级", "市级", "区级", "省级", "底线", "基本", "挑战", "门槛", "保底", "确保", "考核", "约束", "控制", "分解", "下达", "安排", "核定", "进度安排", "预期成效", "工作成效", "成果", "任务", "值", "第", "一", "二", "三", "四", "年", "完成", "量化", "工作", "要求", "标准", "月", "预期", "当年", "累计", "全市", "全县", "全区", "全省", "全州", "本级", "合计", "总", "力争", "奋斗", "(", ")" })
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        return rest.Count(Signs.IsHan) >= 2;
    }

    public static (UnitWord Unit, decimal Scale)? UnitOf(TaskTable table, TableLine line)
    {
        for (var i = 0; i < table.Columns.Count && i < line.Cells.Count; i++)
        {
            if (line.Cells[i] is not { } cell)
                continue;
            var form = Signs.OneForm(cell.Clean.Text).Trim();
            if (table.Columns[i].Use == ColumnUse.UnitOfMeasure && UnitWord.Named(form) is { } unit)
                return unit;
        }

        for (var i = 0; i < table.Columns.Count && i < line.Cells.Count; i++)
        {
            if (line.Cells[i] is { } cell && table.Columns[i].Use is ColumnUse.Indicator or ColumnUse.Task && TaskTable.BracketedUnit(Signs.OneForm(cell.Clean.Text)) is { } labelled)
                return labelled;
        }

        return null;
    }
}
