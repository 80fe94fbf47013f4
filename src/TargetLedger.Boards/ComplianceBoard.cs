using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>
/// The compliance board: who is on pace and who is not, on a day, as known at a position. Counts are over the whole
/// filter, rows are one page of it.
/// </summary>
/// <param name="Rules">Of the plan filtered by, else the ledger's; null while the defaults hold.</param>
/// <param name="Withdrawn">Commitments that have left the list by the day; neither counted nor listed otherwise.</param>
/// <param name="Units">By lead; a commitment with two leads counts under both.</param>
/// <param name="PlanRules">Plans judged under rules of their own that day; null where there are none.</param>
public sealed record ComplianceBoard(
    DateOnly On,
    long Position,
    RulesName? Rules,
    BoardFilter Filter,
    int Commitments,
    Lights Lights,
    int Withdrawn,
    IReadOnlyList<SectionLights> Sections,
    IReadOnlyList<UnitLights> Units,
    IReadOnlyList<BoardRow> Rows,
    IReadOnlyList<PlanRulesName>? PlanRules = null)
{
    /// <returns>The board and whether rows follow on this page.</returns>
    public static (ComplianceBoard Board, int? Next) Of(Knowledge knowledge, BoardFilter filter, DateOnly on, int offset, int limit)
    {
        var found = knowledge.Commitments.Where(c => filter.Holds(c, on, knowledge)).ToList();
        List<BoardRow> rows =
        [
            .. found.Where(c => c.StandingOn(on) != Standing.Withdrawn)
                .Select(c => BoardRow.Of(knowledge, c, on))
                .Where(r => filter.Light is null || r.Light == filter.Light),
        ];
        var board = new ComplianceBoard(
            on,
            knowledge.Position,
            RulesName.On(knowledge.Rules, on, knowledge.PlanNamed(filter.Plan)),
            filter,
            rows.Count,
            Lights.Of([.. rows.Select(r => r.Light)]),
            found.Count(c => c.StandingOn(on) == Standing.Withdrawn),
            [.. rows.GroupBy(r => (r.Plan, r.Section)).Select(g => SectionLights.Of(knowledge, g.Key.Plan, g.Key.Section, [.. g]))],
            [.. rows.SelectMany(r => r.Leads.Select(lead => (Lead: lead, r.Light))).GroupBy(l => l.Lead, l => l.Light).Select(g => UnitLights.Of(g.Key, [.. g]))],
            [.. rows.Skip(offset).Take(limit)],
            PlanRulesName.On(knowledge, on));
        return (board, Paging.Next(offset, limit, rows.Count));
    }

    /// <summary>The same board where the counting is done; rows are the commitments of the page.</summary>
    internal static ComplianceBoard Of(Knowledge page, BoardFilter filter, DateOnly on, LightCount count) => new(
        on,
        page.Position,
        RulesName.On(page.Rules, on, page.PlanNamed(filter.Plan)),
        filter,
        count.Commitments,
        count.Lights,
        count.Withdrawn,
        [.. count.Sections.Select(s => new SectionLights(s.Section.PlanCode, s.Section.Number, page.SectionTitle(s.Section.PlanCode, s.Section.Number), s.Lights.Sum, s.Lights))],
        [.. count.Units.Select(u => new UnitLights(u.Unit, page.Directory.NameOf(u.Unit), u.Lights.Sum, u.Lights))],
        [.. page.Commitments.Select(c => BoardRow.Of(page, c, on))],
        PlanRulesName.On(page, on));
}

/// <param name="EffectiveFrom">The first day these rules hold.</param>
public sealed record RulesName(string Name, DateOnly EffectiveFrom)
{
    internal static RulesName? On(RulesBook rules, DateOnly on, string? plan = null)
        => rules.VersionOn(on, plan) is { Name: { } name } version ? new(name, version.EffectiveFrom) : null;
}

/// <param name="Plan">The plan's code.</param>
public sealed record PlanRulesName(string Plan, string Name, DateOnly EffectiveFrom)
{
    internal static IReadOnlyList<PlanRulesName>? On(Knowledge knowledge, DateOnly on)
    {
        List<PlanRulesName> own =
        [
            .. knowledge.Plans.Values
                .Select(plan => (plan.Code, Version: knowledge.Rules.VersionOn(on, plan.Id)))
                .Where(p => p.Version?.Plan is not null)
                .Select(p => new PlanRulesName(p.Code, p.Version!.Name!, p.Version.EffectiveFrom))
                .OrderBy(p => p.Plan, StringComparer.Ordinal),
        ];
        return own.Count == 0 ? null : own;
    }
}

/// <param name="Plan">The plan's code.</param>
/// <param name="Title">Null where the plan's document has no such section.</param>
public sealed record SectionLights(string Plan, string Number, string? Title, int Commitments, Lights Lights)
{
    internal static SectionLights Of(Knowledge knowledge, string plan, string number, IReadOnlyCollection<BoardRow> rows) => new(
        plan,
        number,
        knowledge.SectionTitle(plan, number),
        rows.Count,
        Lights.Of([.. rows.Select(r => r.Light)]));
}

public sealed record UnitLights(string Code, string Name, int Commitments, Lights Lights)
{
    internal static UnitLights Of(UnitName unit, IReadOnlyCollection<Light> lights) => new(unit.Code, unit.Name, lights.Count, Lights.Of(lights));
}
