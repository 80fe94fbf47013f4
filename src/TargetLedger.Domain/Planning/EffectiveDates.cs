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
}
