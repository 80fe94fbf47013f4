using TargetLedger.Domain;

namespace TargetLedger.Documents.Forms;

/// <summary>What is wrong with a form, and what has to be asked of whoever filled it in. Pointers are cells: 填报表!F12.</summary>
internal static class FormFaults
{
    public static Fault Ask(string cell, string code, string zh, string en) => new(cell, code, zh, en);

    public static Fault Damaged(string cell) => new(
        cell, "cell_damaged", "单元格是错误值,或公式没有计算结果;请填数字", "the cell holds an error, or a formula without a result; enter the value");

    public static Fault TooLarge(string cell) => new(
        cell, "figure_out_of_limits", "数字最多 15 位有效数字、4 位小数", "a figure has at most 15 significant digits and 4 decimals");

    public static Fault WordUnknown(string cell, string text, IEnumerable<string> words) => new(
        cell, "word_unknown", $"“{text}”不是可选项;应为:{string.Join("、", words)}", $"“{text}” is none of the choices: {string.Join(", ", words)}");

    public static Fault DateUnclear(string cell, string text) => new(
        cell, "date_unclear", $"“{text}”读不出是哪一天;应填完整日期,如 2014-06-30", $"“{text}” is no whole date; enter one such as 2014-06-30");

    public static Fault TextRefers(string cell, string text) => new(
        cell, "text_refers", $"“{text}”指哪段文字?请写全", $"which text does “{text}” refer to? Write it out");

    public static Fault CodeMissing(string cell) => new(
        cell,
        "row_without_code",
        "本行有填报内容,但没有识别码,不知是哪个事项;请填在原表的行里",
        "the row is filled in but has no code that says which item it is; use the form's own rows");

    public static Fault CodeDamaged(string cell) => new(
        cell, "row_code_damaged", "识别码被改动,不知是哪个事项;请重新导出填报表", "the row's code was changed, so its item is not known; export the form again");

    public static Fault RowTwice(string cell, int other) => new(
        cell, "row_repeated", $"与第 {other} 行是同一事项同一期;只留一行", $"the same item and period as row {other}; keep one of them");

    public static Fault NodeApart(string cell) => new(
        cell, "node_without_item", "节点行没有对应的事项行;请恢复事项行", "the row of a node without the row of its item; put that back");

    public static Fault FigureOnNode(string cell) => new(
        cell, "figure_not_expected", "节点行不填数字和文字,请填在事项行", "figures and texts go into the item's row, not a node's");

    public static Fault NodeOnItem(string cell) => new(
        cell, "node_not_expected", "节点完成日期填在节点行", "the date a node was reached goes into the node's row");
}
