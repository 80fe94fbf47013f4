using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Units;

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
        => Holds(commitment.Plan, knowledge.PlanOf(commitment).Code, commitment.Section)
            ? DueReports.Of(commitment, on, knowledge.Schedule, knowledge.Directory).Where(due => Holds(DueMark.Of(due, knowledge.Directory), knowledge.Directory))
            : [];

    /// <summary>Whether what is owed for commitments of a plan and section is looked at.</summary>
    internal bool Holds(string plan, string planCode, string section)
        => (Plan is null || Plan == plan || Plan == planCode) && (Section is null || Section == section);

    internal bool Holds(in DueMark due, UnitDirectory directory)
        => !(due.Cutoff < From || due.Cutoff > To)
           && (Units is null || Units.Contains(due.Unit, StringComparer.Ordinal))
           && (Group is null || directory.MembersOn(Group, due.Cutoff).Contains(due.Unit, StringComparer.Ordinal));
}
