using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Planning;

internal static class EffectiveDates
{
    /// <summary>A change takes effect on a day of the commitment's own period.</summary>
    public static IEnumerable<Refusal> Check(Commitment commitment, DateOnly from, string member = "/effectiveFrom")
    {
        var period = commitment.PeriodOn(from);
        if (!period.Contains(from))
            yield return CommitmentRefusals.NotInPeriod(member, period);
    }

    /// <summary>What changes whether a commitment runs takes effect at once or back in time, so that decisions and boards agree on today.</summary>
    public static IEnumerable<Refusal> NotAhead(DateOnly day, Moment at, string member)
    {
        if (day > at.Day)
            yield return CommitmentRefusals.InFuture(member);
    }
}
