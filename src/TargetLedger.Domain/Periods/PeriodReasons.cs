using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Domain.Periods;

/// <summary>Why no report is owed, in words.</summary>
internal static class PeriodReasons
{
    public static Reason Of(Spell spell) => spell.Standing switch
    {
        Standing.Suspended => new("suspended", $"自 {spell.From:yyyy-MM-dd} 暂停", $"suspended from {spell.From:yyyy-MM-dd}"),
        Standing.ClosedOut => new("closed_out", $"已销号({spell.From:yyyy-MM-dd} 完成)", $"closed out, complete on {spell.From:yyyy-MM-dd}"),
        _ => new("withdrawn", $"自 {spell.From:yyyy-MM-dd} 退出清单", $"has left the list on {spell.From:yyyy-MM-dd}"),
    };

    public static Reason Excused(ReportingLeave leave) => new("excused", $"免报:{leave.Reason}({leave.Authority})", $"excused: {leave.Reason} ({leave.Authority})");
}
