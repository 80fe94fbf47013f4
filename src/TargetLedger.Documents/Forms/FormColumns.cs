using TargetLedger.Documents.Sheets;

namespace TargetLedger.Documents.Forms;

/// <summary>
/// The columns of a reporting form (填报表). A row is a report of one commitment for one period, or, below it, a node of that
/// commitment. Columns are found by their headings when a form comes back, rows by their code, wherever either was moved.
/// </summary>
public static class FormColumns
{
    public const string Number = "编号";
    public const string Title = "责任事项/节点";
    public const string Target = "目标/计划日期";
    public const string Unit = "计量单位";
    public const string Before = "上期累计";
    public const string Amount = "本期数";
    public const string Total = "累计数";
    public const string NoProgress = "本期无进展";
    public const string Progress = "形象进度";
    public const string ReachedOn = "节点完成日期";
    public const string Through = "数据截至";
    public const string Done = "工作进展";
    public const string Problems = "存在问题";
    public const string NextSteps = "下步打算";
    public const string HelpNeeded = "需协调事项";
    public const string Standing = "报送情况";
    public const string Code = "识别码（请勿改动）";

    public const string Yes = "是";

    /// <summary>In order; rows have a cell for each.</summary>
    public static IReadOnlyList<SheetColumn> All { get; } =
    [
        new(Number, 14),
        new(Title, 36),
        new(Target, 18),
        new(Unit, 10),
        new(Before, 14),
        new(Amount, 14, FillIn: new(FillInKind.Number)),
        new(Total, 14, FillIn: new(FillInKind.Number)),
        new(NoProgress, 8, FillIn: new(FillInKind.Text, [Yes])),
        new(Progress, 10, FillIn: new(FillInKind.Text, [.. ProgressWords.All.Select(w => w.Word)])),
        new(ReachedOn, 12, FillIn: new(FillInKind.Day)),
        new(Through, 12, FillIn: new(FillInKind.Day)),
        new(Done, 26, FillIn: new(FillInKind.Text)),
        new(Problems, 18, FillIn: new(FillInKind.Text)),
        new(NextSteps, 18, FillIn: new(FillInKind.Text)),
        new(HelpNeeded, 14, FillIn: new(FillInKind.Text)),
        new(Standing, 22),
        new(Code, 20, IsHidden: true),
    ];

    /// <summary>What must be there when a form comes back.</summary>
    internal static IReadOnlyList<string> ToFillIn { get; } = [.. All.Where(c => c.FillIn is not null).Select(c => c.Header)];
}
