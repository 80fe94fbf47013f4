using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Periods;

/// <summary>How many working days after a period's cut-off its report is due, by cadence, and when the period locks.</summary>
/// <param name="NodeDays">After the date of a node.</param>
/// <param name="LockDays">锁定: working days after the due date; from then on a report needs leave. Null where periods never lock.</param>
public sealed record ReportingTerms(int MonthlyDays, int QuarterlyDays, int HalfYearlyDays, int YearlyDays, int NodeDays, int? LockDays = null)
{
    /// <summary>What holds until a ledger adopts terms of its own. June's figures come in by about 10 July.</summary>
    public static ReportingTerms Default { get; } = new(8, 8, 10, 15, 8);

    public int DaysFor(Cadence cadence) => cadence switch
    {
        Cadence.Monthly => MonthlyDays,
        Cadence.Quarterly => QuarterlyDays,
        Cadence.HalfYearly => HalfYearlyDays,
        Cadence.Yearly => YearlyDays,
        Cadence.ByNode => NodeDays,
        _ => throw new ArgumentOutOfRangeException(nameof(cadence), cadence, null),
    };
}
