using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Reporting;

namespace TargetLedger.Domain.Signing;

/// <summary>本期无进展, in one act: what it reports follows from the period alone.</summary>
/// <param name="Cutoff">The period's last day.</param>
public sealed record ReportNoProgress(string Unit, DateOnly Cutoff)
{
    /// <summary>The report it stands for; null where the unit reports on no such period.</summary>
    public ReportProgress? AsReport(Guid id, Commitment commitment)
        => ReportingPeriods.Of(commitment, DateOnly.MaxValue, commitment.CadenceOf(Unit, Cutoff)).FirstOrDefault(p => p.Cutoff == Cutoff) is { } period
            ? new(id, Unit, period.Period, NoProgress: true)
            : null;

    public static Refusal NoSuchPeriod { get; } = new("reporting_period_unknown", "该事项没有在这一天截止的填报期", "no reporting period of the commitment ends on that day", "/cutoff");
}
