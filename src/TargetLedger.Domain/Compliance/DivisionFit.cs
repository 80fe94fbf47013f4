using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Compliance;

/// <summary>Whether the quotas of a division still fit what is above them, on a day.</summary>
/// <param name="Unit">Whose quota is divided; null for the whole.</param>
/// <param name="Goal">What is to be divided; null where nothing says it, or where nothing is summed.</param>
/// <param name="Quotas">The sum of what members are to reach, each by its days where the division says so.</param>
/// <param name="OwnShare">本级自留.</param>
/// <param name="Gap">Quotas and own share less the goal; null where they are not compared.</param>
/// <param name="WithoutQuota">Members that have none although others do.</param>
/// <param name="NotMembers">Units that have a quota and are no members (any more).</param>
public sealed record DivisionFit(
    string? Unit,
    SummingUp Way,
    string Group,
    decimal? Goal,
    decimal Quotas,
    decimal? OwnShare,
    decimal? Gap,
    QuotaFit Fit,
    IReadOnlyList<string> WithoutQuota,
    IReadOnlyList<string> NotMembers)
{
    /// <summary>False where somebody has to look: quotas are short (or over a limit), or do not go with the members.</summary>
    public bool Fits => Fit is not (QuotaFit.Short or QuotaFit.Over) && WithoutQuota.Count == 0 && NotMembers.Count == 0;

    /// <summary>Every division that holds on a day, the whole's first.</summary>
    public static IReadOnlyList<DivisionFit> Of(Commitment commitment, DateOnly on, UnitDirectory directory)
        => commitment.Measure is null || commitment.TargetOn(on) is not { } target
            ? []
            :
            [
                .. commitment.Tree(on, directory).Select(d => Of(
                    commitment, d, d.Unit is { } unit ? Places.QuotaOf(commitment, unit, on, directory) : target.Goal, target.Bound, on, directory)),
            ];

    internal static DivisionFit? OfWhole(Commitment commitment, Division whole, DateOnly on, UnitDirectory directory)
        => commitment.TargetOn(on) is { } target ? Of(commitment, whole, target.Goal, target.Bound, on, directory) : null;

    private static DivisionFit Of(Commitment commitment, Division division, decimal? goal, Bound bound, DateOnly on, UnitDirectory directory)
    {
        var terms = division.Terms;
        var members = Places.MembersOf(commitment, division, on, directory);
        var quotas = members.Sum(m => m.Quota.GetValueOrDefault());
        var compared = terms.Way != SummingUp.EachForItself && commitment.Measure!.Sums && terms.Quotas.Count > 0 ? goal : null;
        var gap = quotas + terms.OwnShare.GetValueOrDefault() - compared;
        return new(
            division.Unit,
            terms.Way,
            terms.Group,
            compared,
            quotas,
            terms.OwnShare,
            gap,
            gap switch
            {
                null => QuotaFit.NotCompared,
                0 => QuotaFit.Exact,
                < 0 => bound == Bound.AtMost ? QuotaFit.Surplus : QuotaFit.Short,
                _ => bound == Bound.AtMost ? QuotaFit.Over : QuotaFit.Surplus,
            },
            terms.Quotas.Count == 0 ? [] : [.. members.Where(m => m.IsMember && m.Quota is null).Select(m => m.Unit)],
            [.. terms.Quotas.Select(q => q.Unit).Where(u => !members.Any(m => m.Unit == u))]);
    }
}

public enum QuotaFit
{
    Exact,

    /// <summary>Less than is to be reached.</summary>
    Short,

    /// <summary>More than has to be reached, or less than a limit allows.</summary>
    Surplus,

    /// <summary>More than a limit allows.</summary>
    Over,

    /// <summary>Nothing is summed, or only the reporting is divided.</summary>
    NotCompared,
}
