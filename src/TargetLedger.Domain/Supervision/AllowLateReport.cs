using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Supervision;

/// <summary>准予补报: a supervisor lets a unit report on a locked period, or correct its report there, until a day.</summary>
/// <param name="Cutoff">The period's last day.</param>
public sealed record AllowLateReport(string Unit, DateOnly Cutoff, DateOnly Until, string Reason)
{
    public static Decision Decide(Commitment commitment, AllowLateReport command, ReportingSchedule schedule, UnitDirectory directory, Moment at)
    {
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);

        var refusals = new List<Refusal>();
        var cadence = commitment.CadenceOf(command.Unit, command.Cutoff);
        if (!ReportingPeriods.Of(commitment, at.Day, cadence).Any(p => p.Cutoff == command.Cutoff))
            refusals.Add(PeriodRefusals.NoSuchPeriod);
        else if (!schedule.DeadlineOf(cadence, command.Cutoff).IsLockedOn(at.Day))
            refusals.Add(new("period_not_locked", "该填报期尚未锁定,无须准予", "the period is not locked and needs no leave", "/cutoff"));
        if (!commitment.AnswersFor(command.Unit, command.Cutoff, directory))
            refusals.Add(PeriodRefusals.NotAnswering);
        if (command.Until < at.Day)
            refusals.Add(new("date_in_past", "日期已过", "the date has passed", "/until"));
        if (refusals.Count > 0)
            return Decision.No(refusals);

        return PeriodLock.LeaveOf(commitment, command.Unit, command.Cutoff, at.Day)?.Until == command.Until
            ? Decision.Done
            : Decision.Of(new LateReportAllowed(command.Unit, command.Cutoff, command.Until, command.Reason));
    }
}
