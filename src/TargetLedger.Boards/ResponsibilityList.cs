using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;

namespace TargetLedger.Boards;

/// <summary>台账: the commitments in force on a day with who answers for them, in the list's order, as known at a position.</summary>
/// <param name="Commitments">Over the whole filter; rows are one page of it.</param>
/// <param name="Withdrawn">Commitments that have left the list by the day; not listed.</param>
public sealed record ResponsibilityList(DateOnly On, long Position, int Commitments, int Withdrawn, IReadOnlyList<ListRow> Rows)
{
    /// <returns>The list and whether rows follow on this page.</returns>
    internal static (ResponsibilityList List, int? Next) Of(Knowledge knowledge, BoardFilter filter, DateOnly on, int offset, int limit)
    {
        var found = knowledge.Commitments.Where(c => filter.Holds(c, on, knowledge)).ToList();
        var listed = found.Where(c => c.StandingOn(on) != Standing.Withdrawn).ToList();
        var list = new ResponsibilityList(
            on,
            knowledge.Position,
            listed.Count,
            found.Count - listed.Count,
            [.. listed.Skip(offset).Take(limit).Select(c => ListRow.Of(knowledge, c, on))]);
        return (list, Paging.Next(offset, limit, listed.Count));
    }

    /// <summary>The same where the counting is done; rows are the commitments of the page.</summary>
    internal static ResponsibilityList Of(Knowledge page, BoardFilter filter, DateOnly on, LightCount count)
        => new(on, page.Position, count.Commitments, count.Withdrawn, [.. page.Commitments.Select(c => ListRow.Of(page, c, on))]);
}

/// <summary>One commitment as the list has it on a day.</summary>
/// <param name="Commitment">Its stream.</param>
/// <param name="Plan">Its plan's code.</param>
/// <param name="SectionTitle">Null where the plan's document has no such section.</param>
/// <param name="TaskTitle">Null where the plan's document has no such task.</param>
/// <param name="Partners">Units and groups by name.</param>
public sealed record ListRow(
    string Commitment,
    string Plan,
    string Number,
    string Section,
    string? SectionTitle,
    string Task,
    string? TaskTitle,
    string Title,
    Measure? Measure,
    Target? Target,
    Strength Strength,
    Cadence Cadence,
    Period Period,
    IReadOnlyList<string> Leads,
    IReadOnlyList<string> Partners,
    IReadOnlyList<NodeState> Nodes,
    Standing Standing,
    DateOnly? PaceStart,
    IReadOnlyList<Responsibility> Responsible,
    Apportionment? Apportionment,
    IReadOnlyList<CountingLink> Links)
{
    internal static ListRow Of(Knowledge knowledge, Commitment commitment, DateOnly on)
    {
        var plan = knowledge.PlanOf(commitment);
        var section = plan.Sections.Find(s => s.Number == commitment.Section);
        var responsible = commitment.ResponsibleOn(on);
        return new(
            commitment.Id,
            plan.Code,
            commitment.Number,
            commitment.Section,
            section?.Title,
            commitment.Task,
            section?.Tasks.Find(t => t.Number == commitment.Task)?.Title,
            commitment.Title,
            commitment.Measure,
            commitment.TargetOn(on),
            commitment.Strength,
            commitment.Cadence,
            commitment.PeriodOn(on),
            [.. responsible.Where(r => r.Role == Role.Lead).Select(r => NameOf(knowledge, r))],
            [.. responsible.Where(r => r.Role == Role.Partner).Select(r => NameOf(knowledge, r))],
            commitment.Nodes,
            commitment.StandingOn(on),
            commitment.PaceStart,
            responsible,
            commitment.Apportionment,
            commitment.Links);
    }

    private static string NameOf(Knowledge knowledge, Responsibility responsible)
        => responsible.Unit is { } unit ? knowledge.Directory.NameOf(unit)
            : knowledge.Directory.Groups.TryGetValue(responsible.Group!, out var group) ? group.Name
            : responsible.Group!;
}
