using TargetLedger.Domain.Commitments;

namespace TargetLedger.Server.Hosting;

/// <summary>The words of exported tables; offices pass these on, so they are Chinese alone.</summary>
internal static class SheetWords
{
    public static string Of(Cadence cadence) => cadence switch
    {
        Cadence.Monthly => "每月",
        Cadence.Quarterly => "每季",
        Cadence.HalfYearly => "每半年",
        Cadence.Yearly => "每年",
        _ => "按节点",
    };

    public static string Of(Bound bound) => bound switch
    {
        Bound.AtLeast => "不少于",
        Bound.MoreThan => "超过",
        Bound.Approx => "左右",
        Bound.Range => "区间",
        Bound.AtMost => "不超过",
        Bound.Exactly => "正好",
        _ => "增长",
    };

    public static string Of(Strength strength) => strength switch
    {
        Strength.Binding => "约束性",
        Strength.Forecast => "预期性",
        _ => "力争",
    };

    public static string Of(Standing standing) => standing switch
    {
        Standing.Suspended => "暂停",
        Standing.ClosedOut => "已销号",
        Standing.Withdrawn => "已退出",
        _ => "在办",
    };
}
