namespace TargetLedger.Documents.Quantities;

/// <summary>A number with its unit, or a range of them, as it stands in a text. What it is for is not known yet.</summary>
/// <param name="Value">In the base unit: 1.54万人次 is 15,400 人次.</param>
/// <param name="Upper">The upper end of a range.</param>
/// <param name="Unit">Null where the text names none.</param>
/// <param name="IsVague">余, 多, 几, 数: no figure anybody could be held to.</param>
/// <param name="IsHan">Written in 汉字数字 alone.</param>
/// <param name="IsNominal">百名, 千名: a round name.</param>
internal sealed record Quantity(
    int Start, int End, decimal Value, decimal? Upper, UnitWord? Unit, bool IsVague, bool IsHan, bool IsNominal);
