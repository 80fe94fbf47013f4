using TargetLedger.Domain.Commitments;

namespace TargetLedger.Server.Hosting;

/// <summary>The words of exported tables; offices pass these on, so they are Chinese alone.</summary>
internal static class SheetWords
{
    public static string Of(Standing standing) => standing switch
    {
        Standing.Suspended => "暂停",
        Standing.ClosedOut => "已销号",
        Standing.Withdrawn => "已退出",
        _ => "在办",
    };
}
