namespace TargetLedger.Domain.Commitments;

/// <summary>目标分解: a commitment divided among the members of a group, and how it sums up (汇总方式).</summary>
/// <param name="Group">The group's code; its members are those of the date in question.</param>
/// <param name="Quotas">What each member is to reach; may be empty where only reporting is divided.</param>
/// <param name="OwnShare">本级自留: what the lead keeps for itself.</param>
public sealed record Apportionment(
    SummingUp Way,
    string Group,
    IReadOnlyList<Quota> Quotas,
    decimal? OwnShare = null);

/// <param name="Unit">A member's code.</param>
public sealed record Quota(string Unit, decimal Value);

public enum SummingUp
{
    /// <summary>The lead reports the whole; the members' sum and the difference stand beside it.</summary>
    LeadReports,

    /// <summary>Members plus 本级 add up.</summary>
    MembersAddUp,

    /// <summary>Each for itself: n of m met, no sum.</summary>
    EachForItself,
}
