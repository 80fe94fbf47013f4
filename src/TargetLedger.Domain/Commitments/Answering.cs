using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Commitments;

/// <summary>Who answers for a commitment on a day, groups resolved by the membership of that day.</summary>
public static class Answering
{
    public static bool AnswersFor(this Commitment commitment, string unit, DateOnly day, UnitDirectory directory)
        => commitment.ResponsibleOn(day).Any(r => r.Unit == unit || (r.Group is not null && directory.MembersOn(r.Group, day).Contains(unit, StringComparer.Ordinal)))
           || commitment.IsMember(unit, day, directory);

    public static bool IsLead(this Commitment commitment, string unit, DateOnly day)
        => commitment.ResponsibleOn(day).Any(r => r.Role == Role.Lead && r.Unit == unit);

    /// <summary>A member of a group the target is divided among, at whatever depth.</summary>
    public static bool IsMember(this Commitment commitment, string unit, DateOnly day, UnitDirectory directory)
        => !commitment.Divisions.IsEmpty && commitment.DividedAmong(day, directory).Contains(unit, StringComparer.Ordinal);

    /// <summary>
    /// Reports follow on one another within a series. The lead's series is the commitment's own and goes on when another
    /// unit takes the lead; every other unit has a series to itself. Without a figure there is nothing to carry on, so that
    /// each of several leads reports for itself.
    /// </summary>
    public static bool InSameSeries(this Commitment commitment, Report report, string unit, Period period)
    {
        if (commitment.Measure is null)
            return report.Unit == unit;

        var (then, now) = (commitment.IsLead(report.Unit, report.Period.End), commitment.IsLead(unit, period.End));
        // Of equal leads each has its own.
        if (then && now && commitment.Joint is not null)
            return commitment.SideOf(report.Unit, report.Period.End) == commitment.SideOf(unit, period.End);
        return then && now || report.Unit == unit && then == now;
    }
}
