using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Units;

namespace TargetLedger.Boards;

/// <summary>What a board is about; all that is given must hold.</summary>
/// <param name="Plan">A plan's code or stream.</param>
/// <param name="Section">A section's number as written.</param>
/// <param name="Units">Codes: commitments one of these answers for on the day, in any role.</param>
/// <param name="Group">A code: commitments the group answers for, or a member leads, on the day.</param>
public sealed record BoardFilter(
    string? Plan = null,
    string? Section = null,
    IReadOnlyList<string>? Units = null,
    string? Group = null,
    Light? Light = null)
{
    public static BoardFilter None { get; } = new();

    /// <summary>Whether a commitment belongs on the board; its light is judged later.</summary>
    internal bool Holds(Commitment commitment, DateOnly on, Knowledge knowledge)
        => (Plan is null || Plan == commitment.Plan || Plan == knowledge.PlanOf(commitment).Code)
           && (Section is null || Section == commitment.Section)
           && (Units is null || Units.Any(u => commitment.AnswersFor(u, on, knowledge.Directory)))
           && (Group is null || IsOfGroup(commitment, Group, on, knowledge.Directory));

    private static bool IsOfGroup(Commitment commitment, string group, DateOnly on, UnitDirectory directory)
        => commitment.GroupsOn(on, directory).Contains(group, StringComparer.Ordinal)
           || commitment.ResponsibleOn(on).Any(r => r.Group == group)
           || directory.MembersOn(group, on).Any(member => commitment.IsLead(member, on));
}
