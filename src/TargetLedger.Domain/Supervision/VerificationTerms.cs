using TargetLedger.Domain.Periods;

namespace TargetLedger.Domain.Supervision;

/// <summary>核验规则: how reports are verified, and when a figure is worth a second look. Local practice, so data with a date.</summary>
/// <param name="LeadReviewsFirst">牵头初审: what others than the lead report is verified only once the lead has reviewed it.</param>
/// <param name="SameClassCountsOnce">The same class reported by two units of one commitment is accepted from one of them only.</param>
public sealed record VerificationTerms(bool LeadReviewsFirst, bool SameClassCountsOnce, WarningTerms Warnings)
{
    /// <summary>What holds until a ledger adopts terms of its own.</summary>
    public static VerificationTerms Default { get; } = new(false, false, WarningTerms.Default);
}

/// <summary>When a warning is given. A warning is a question, never a fault: nothing is refused for it.</summary>
/// <param name="JumpTimes">突增: an amount this many times the average of those before it in its series, or more.</param>
/// <param name="JumpAfterReports">How many amounts above nothing there must be before one can be called a jump.</param>
/// <param name="LastReportPercent">期末集中: this share of the total, or more, came with the last report of the commitment's period.</param>
/// <param name="RoundTo">凑整: every amount is a multiple of this.</param>
/// <param name="RoundAfterReports">How many amounts above nothing a unit must have reported before they can look too round.</param>
public sealed record WarningTerms(decimal JumpTimes, int JumpAfterReports, decimal LastReportPercent, int RoundTo, int RoundAfterReports)
{
    public static WarningTerms Default { get; } = new(5, 3, 50, 10, 6);
}

/// <summary>For reports about periods that end on a day or later.</summary>
/// <param name="Authority">By whose leave: the document's number.</param>
public sealed record VerificationTermsAdopted(string Name, DateOnly EffectiveFrom, VerificationTerms Terms, string Authority)
{
    public static Decision Adopt(ReportingSchedule schedule, VerificationTermsAdopted wanted)
    {
        Refusal[] refusals = [.. Check(wanted.Terms.Warnings)];
        if (refusals.Length > 0)
            return Decision.No(refusals);

        // The latest of its day, not any of the past: going back to an earlier version is a decision of its own.
        return schedule.Verification.FindLast(t => t.EffectiveFrom == wanted.EffectiveFrom) == wanted ? Decision.Done : Decision.Of(wanted);
    }

    private static IEnumerable<Refusal> Check(WarningTerms terms)
    {
        (decimal Value, int Least, int Most, string Member)[] all =
        [
            (terms.JumpTimes, 2, 1_000, "jumpTimes"),
            (terms.JumpAfterReports, 1, 100, "jumpAfterReports"),
            (terms.LastReportPercent, 1, 100, "lastReportPercent"),
            (terms.RoundTo, 2, 1_000_000, "roundTo"),
            (terms.RoundAfterReports, 2, 1_000, "roundAfterReports"),
        ];
        foreach (var (value, least, most, member) in all)
        {
            if (value < least || value > most)
                yield return new("value_out_of_range", $"应在 {least} 到 {most} 之间", $"must lie between {least} and {most}", $"/terms/warnings/{member}");
        }
    }
}
