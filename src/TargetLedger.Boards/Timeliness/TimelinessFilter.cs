using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Boards;

/// <summary>Which reports are looked at; all that is given must hold.</summary>
/// <param name="Plan">A plan's code or stream.</param>
/// <param name="Section">A section's number as written.</param>
/// <param name="Units">Codes: owed by one of these.</param>
/// <param name="Group">A code: owed by a unit that was a member at the cut-off.</param>
/// <param name="From">The earliest cut-off.</param>
/// <param name="To">The latest cut-off.</param>
public sealed record TimelinessFilter(
    string? Plan = null,
    string? Section = null,
    IReadOnlyList<string>? Units = null,
    string? Group = null,
    DateOnly? From = null,
    DateOnly? To = null)
{
    public static TimelinessFilter None { get; } = new();

    internal KnowledgeScope Scope => new(Plan, Section, Units, Group);

    internal IEnumerable<DueReport> Of(Knowledge knowledge, Commitment commitment, DateOnly on)
    {
        if ((Plan is not null && Plan != commitment.Plan && Plan != knowledge.PlanOf(commitment).Code) || (Section is not null && Section != commitment.Section))
            return [];
        return DueReports.Of(commitment, on, knowledge.Schedule, knowledge.Directory).Where(due =>
            !(due.Period.End < From || due.Period.End > To)
            && (Units is null || Units.Contains(due.Unit, StringComparer.Ordinal))
            && (Group is null || knowledge.Directory.MembersOn(Group, due.Period.End).Contains(due.Unit, StringComparer.Ordinal)));
    }
}
