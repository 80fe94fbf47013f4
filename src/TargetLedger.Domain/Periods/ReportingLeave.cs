using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Periods;

/// <summary>补报: a unit may report on a locked period after all, or correct its report there, until a day.</summary>
/// <param name="Cutoff">The period's last day.</param>
/// <param name="Until">The last day of the leave.</param>
public sealed record LateReportAllowed(string Unit, DateOnly Cutoff, DateOnly Until, string Reason);

/// <summary>免报: no report is owed for a period.</summary>
/// <param name="Unit">Null for every unit.</param>
/// <param name="Authority">By whose leave: the document's number.</param>
public sealed record ReportExcused(DateOnly Cutoff, string Reason, string Authority, string? Unit = null);

/// <summary>
/// 漏报: a due date passed and nothing was in. A trigger for notices, recorded once for a unit and a period; whether something
/// came in later is computed, as timeliness always is.
/// </summary>
public sealed record ReportingPeriodMissed(string Unit, Period Period, DateOnly Due);

/// <summary>Leave granted for one period.</summary>
/// <param name="Unit">Null for every unit.</param>
/// <param name="Until">Of leave to report late: its last day.</param>
/// <param name="Position">Where it is recorded.</param>
public sealed record ReportingLeave(LeaveKind Kind, string? Unit, DateOnly Cutoff, DateOnly? Until, string Reason, string? Authority, DateOnly GrantedOn, long Position)
{
    public bool IsFor(string unit, DateOnly cutoff) => Cutoff == cutoff && (Unit is null || Unit == unit);
}

public enum LeaveKind
{
    /// <summary>补报.</summary>
    LateReport,

    /// <summary>免报.</summary>
    Excused,
}

/// <summary>A missed period as it was recorded.</summary>
/// <param name="Position">Where it is recorded.</param>
public sealed record MissedPeriod(string Unit, Period Period, DateOnly Due, long Position);
