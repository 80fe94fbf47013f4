using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Periods;

/// <summary>What one unit owes for one period, and what is known to have become of it.</summary>
/// <param name="Nodes">Of a cadence by node: the nodes planned for the cut-off.</param>
/// <param name="Report">The report that answers it; null while there is none.</param>
/// <param name="Position">Where that report is recorded.</param>
/// <param name="AfterLock">补报: it came in by leave when the period was locked.</param>
/// <param name="AllowedUntil">Leave to report on the locked period that is still open on the day.</param>
/// <param name="Reason">Why it is excused.</param>
public sealed record DueReport(
    string Unit,
    Period Period,
    IReadOnlyList<string> Nodes,
    DateOnly Due,
    DateOnly? LockedAfter,
    Timeliness Timeliness,
    Guid? Report,
    DateOnly? ReportedOn,
    long? Position,
    bool AfterLock,
    DateOnly? AllowedUntil,
    Reason? Reason);

public enum Timeliness
{
    /// <summary>未到期: not reported yet, and not due.</summary>
    Pending,

    /// <summary>按时.</summary>
    OnTime,

    /// <summary>迟报.</summary>
    Late,

    /// <summary>漏报.</summary>
    Missing,

    /// <summary>免报.</summary>
    Excused,
}

/// <summary>
/// Timeliness: a pure function of what is known. It goes by the day a report was first recorded, whatever became of the report
/// since, unless the unit took it back; what the report says is about its cut-off.
/// </summary>
public static class DueReports
{
    /// <summary>
    /// All that is owed for periods that ended by a day, period by period, the lead before members. The day tells what is
    /// missing from what is not due yet; a report that is known counts, whenever it came. Partners owe nothing; the lead
    /// answers for all.
    /// </summary>
    public static IReadOnlyList<DueReport> Of(Commitment commitment, DateOnly on, ReportingSchedule schedule, UnitDirectory directory)
    {
        var found = new List<DueReport>();
        PeriodReports? reports = null;
        foreach (var (cadence, period) in PeriodsOf(commitment, on))
        {
            reports ??= PeriodReports.Of(commitment);
            var deadline = schedule.DeadlineOf(cadence, period.Cutoff);
            foreach (var unit in OwedBy(commitment, period.Cutoff, cadence, deadline.Due, directory))
            {
                if (Of(commitment, unit, period, deadline, reports, on) is { } due)
                    found.Add(due);
            }
        }

        return found;
    }

    /// <summary>
    /// Whose duty a period was: those who led at its end and the members the target was divided among then. Where each
    /// answers for itself the lead has nothing to report but as a member; a lead that is a member too owes one report.
    /// </summary>
    /// <param name="knownOn">By the members recorded on a day; null for all.</param>
    internal static IEnumerable<string> OwedBy(Commitment commitment, DateOnly cutoff, UnitDirectory directory, DateOnly? knownOn = null)
    {
        var leads = commitment.ResponsibleOn(cutoff).Where(r => r.Role == Role.Lead).Select(r => r.Unit).OfType<string>();
        if (commitment.DivisionOn(cutoff) is not { } divided)
            return leads.Distinct(StringComparer.Ordinal);
        var members = commitment.DividedAmong(cutoff, directory, knownOn);
        return members.Count == 0 ? leads.Distinct(StringComparer.Ordinal)
            : divided.Terms.Way == SummingUp.EachForItself ? members
            : leads.Concat(members).Distinct(StringComparer.Ordinal);
    }

    /// <summary>
    /// Of these, the ones that report by a cadence: members may by another than the lead. What was made somebody's duty back in
    /// time, after the due date had passed, he could not have known, and does not owe.
    /// </summary>
    internal static IEnumerable<string> OwedBy(Commitment commitment, DateOnly cutoff, Cadence cadence, DateOnly due, UnitDirectory directory)
    {
        var owed = OwedBy(commitment, cutoff, directory).Where(unit => commitment.CadenceOf(unit, cutoff) == cadence);
        if (commitment.DutiesKnownOn(due) is { } known)
        {
            var then = OwedBy(known, cutoff, directory, due).ToHashSet(StringComparer.Ordinal);
            return owed.Where(unit => then.Contains(unit) && ReportingPeriods.Within(known, new(cutoff, cutoff), known.CadenceOf(unit, cutoff)).Any());
        }

        // A single unit's duty is known by the commitment alone.
        return commitment.DivisionOn(cutoff) is null ? owed : owed.Intersect(OwedBy(commitment, cutoff, directory, due), StringComparer.Ordinal);
    }

    /// <summary>The periods that have ended by a day, by every cadence there is, in order of their cut-offs.</summary>
    internal static IEnumerable<(Cadence Cadence, ReportingPeriod Period)> PeriodsOf(Commitment commitment, DateOnly on)
    {
        Cadence[] cadences = [.. Divisions.CadencesOf(commitment)];
        var periods = cadences.SelectMany(c => ReportingPeriods.Of(commitment, on, c).Select(p => (c, p)));
        return cadences.Length == 1 ? periods : periods.OrderBy(p => p.p.Cutoff);
    }

    /// <summary>Why nothing is owed; null where something is.</summary>
    /// <remarks>While a commitment stands still no report is taken: neither what ends then is owed, nor what falls due then.</remarks>
    /// <param name="knownOn">By what had been recorded on that day.</param>
    internal static Reason? ExcuseOf(Commitment commitment, string unit, DateOnly cutoff, DateOnly due, DateOnly knownOn)
    {
        if (commitment.Leaves.Find(l => l.Kind == LeaveKind.Excused && l.IsFor(unit, cutoff) && l.GrantedOn <= knownOn) is { } leave)
            return PeriodReasons.Excused(leave);
        return (SpellOn(commitment, cutoff, knownOn) ?? SpellOn(commitment, due, knownOn)) is { } spell ? PeriodReasons.Of(spell) : null;
    }

    /// <summary>The commitment had ended before the period began: there is no such period any more.</summary>
    /// <param name="knownOn">By what had been recorded on that day.</param>
    internal static bool IsOver(Commitment commitment, Period period, DateOnly knownOn)
        => SpellOn(commitment, period.End, knownOn) is { Standing: Standing.ClosedOut or Standing.Withdrawn } spell && spell.From <= period.Start;

    /// <summary>An excuse takes away a fault, never a merit: what was on time stays so.</summary>
    private static DueReport? Of(Commitment commitment, string unit, ReportingPeriod period, Deadline deadline, PeriodReports reports, DateOnly on)
    {
        var answer = reports.First(unit, period, r => r.Status != ReportStatus.Withdrawn);
        if (answer is null && IsOver(commitment, period.Period, DateOnly.MaxValue))
            return null;

        var inTime = answer?.ReportedOn <= deadline.Due;
        var excuse = inTime ? null : ExcuseOf(commitment, unit, period.Cutoff, deadline.Due, DateOnly.MaxValue);
        var timeliness = inTime ? Timeliness.OnTime
            : excuse is not null ? Timeliness.Excused
            : answer is not null ? Timeliness.Late
            : on > deadline.Due ? Timeliness.Missing
            : Timeliness.Pending;
        return new(
            unit,
            period.Period,
            period.Nodes,
            deadline.Due,
            deadline.LockedAfter,
            timeliness,
            answer?.Id,
            answer?.ReportedOn,
            answer?.Position,
            answer is not null && deadline.IsLockedOn(answer.ReportedOn),
            deadline.IsLockedOn(on) ? PeriodLock.LeaveOf(commitment, unit, period.Cutoff, on)?.Until : null,
            excuse);
    }

    private static Spell? SpellOn(Commitment commitment, DateOnly day, DateOnly knownOn)
        => commitment.Spells.FindLast(s => s.Covers(day, knownOn));
}
