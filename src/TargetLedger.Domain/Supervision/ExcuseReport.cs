using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Supervision;

/// <summary>免报: no report is owed for a period, by one unit or by all.</summary>
/// <param name="Cutoff">The period's last day; it may be still to come.</param>
/// <param name="Unit">Null for every unit.</param>
public sealed record ExcuseReport(DateOnly Cutoff, string Reason, string Authority, string? Unit = null)
{
    public static Decision Decide(Commitment commitment, ExcuseReport command, UnitDirectory directory)
    {
        var refusals = new List<Refusal>();
        if (!ReportingPeriods.Of(commitment).Any(p => p.Cutoff == command.Cutoff))
            refusals.Add(PeriodRefusals.NoSuchPeriod);
        if (command.Unit is { } unit && !DueReports.OwedBy(commitment, command.Cutoff, directory).Contains(unit, StringComparer.Ordinal))
            refusals.Add(PeriodRefusals.NotAnswering);
        if (refusals.Count > 0)
            return Decision.No(refusals);

        return commitment.Leaves.Exists(l => l.Kind == LeaveKind.Excused && l.Cutoff == command.Cutoff && (l.Unit is null || l.Unit == command.Unit))
            ? Decision.Done
            : Decision.Of(new ReportExcused(command.Cutoff, command.Reason, command.Authority, command.Unit));
    }
}
