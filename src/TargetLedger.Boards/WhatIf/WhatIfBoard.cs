using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>
/// A compliance board under rules nobody has adopted, beside what is in force. Counts are over the whole filter, rows are one page of the
/// commitments whose light would change.
/// </summary>
/// <param name="InForce">As on the board; null while the defaults hold.</param>
/// <param name="Filter">Of a light: the one in force.</param>
/// <param name="Lights">Under what is in force.</param>
/// <param name="CandidateLights">Under the candidate.</param>
/// <param name="Moves">From which light to which, and how many.</param>
/// <param name="Sections">Those with something on the board, in the list's order; so the units, by lead.</param>
public sealed record WhatIfBoard(
    DateOnly On,
    long Position,
    RulesName? InForce,
    CandidateRules Candidate,
    BoardFilter Filter,
    int Commitments,
    Lights Lights,
    Lights CandidateLights,
    int Changed,
    IReadOnlyList<LightMove> Moves,
    IReadOnlyList<WhatIfSection> Sections,
    IReadOnlyList<WhatIfUnit> Units,
    IReadOnlyList<WhatIfRow> Rows)
{
    /// <summary>By judging everything twice: what <see cref="WhatIfCount"/> says without judging any but the page's.</summary>
    internal static (WhatIfBoard Board, int? Next) Of(Knowledge knowledge, BoardFilter filter, Candidate candidate, DateOnly on, int offset, int limit)
    {
        List<WhatIfRow> rows =
        [
            .. knowledge.Commitments
                .Where(c => filter.Holds(c, on, knowledge) && c.StandingOn(on) != Standing.Withdrawn)
                .Select(c => WhatIfRow.Of(knowledge, c, candidate, on))
                .Where(r => filter.Light is null || r.InForce.Light == filter.Light),
        ];
        var changed = rows.FindAll(r => r.IsChanged);
        var board = new WhatIfBoard(
            on,
            knowledge.Position,
            RulesName.On(knowledge.Rules, on, knowledge.PlanNamed(filter.Plan)),
            candidate.Shown(knowledge),
            filter,
            rows.Count,
            Lights.Of([.. rows.Select(r => r.InForce.Light)]),
            Lights.Of([.. rows.Select(r => r.Light)]),
            changed.Count,
            [
                .. changed.GroupBy(r => (From: r.InForce.Light, To: r.Light)).OrderBy(g => g.Key.From).ThenBy(g => g.Key.To)
                    .Select(g => new LightMove(g.Key.From, g.Key.To, g.Count())),
            ],
            [
                .. rows.GroupBy(r => (r.InForce.Plan, r.InForce.Section)).Select(g => new WhatIfSection(
                    g.Key.Plan, g.Key.Section, knowledge.SectionTitle(g.Key.Plan, g.Key.Section), g.Count(), LightsOf(g), CandidatesOf(g), g.Count(r => r.IsChanged))),
            ],
            [
                .. rows.SelectMany(r => r.InForce.Leads.Select(lead => (Lead: lead, Row: r))).GroupBy(l => l.Lead, l => l.Row).Select(g => new WhatIfUnit(
                    g.Key.Code, g.Key.Name, g.Count(), LightsOf(g), CandidatesOf(g), g.Count(r => r.IsChanged))),
            ],
            [.. changed.Skip(offset).Take(limit)]);
        return (board, Paging.Next(offset, limit, changed.Count));

        static Lights LightsOf(IEnumerable<WhatIfRow> rows) => Lights.Of([.. rows.Select(r => r.InForce.Light)]);

        static Lights CandidatesOf(IEnumerable<WhatIfRow> rows) => Lights.Of([.. rows.Select(r => r.Light)]);
    }

    /// <summary>The same where the counting is done; rows are the commitments of the page.</summary>
    internal static WhatIfBoard Of(Knowledge page, BoardFilter filter, Candidate candidate, DateOnly on, WhatIfCount count) => new(
        on,
        page.Position,
        RulesName.On(page.Rules, on, page.PlanNamed(filter.Plan)),
        candidate.Shown(page),
        filter,
        count.Commitments,
        count.Lights,
        count.CandidateLights,
        count.Changed,
        count.Moves,
        [
            .. count.Sections.Select(s => new WhatIfSection(
                s.Section.PlanCode, s.Section.Number, page.SectionTitle(s.Section.PlanCode, s.Section.Number), s.Tally.Lights.Sum, s.Tally.Lights, s.Tally.Candidate, s.Tally.Changed)),
        ],
        [.. count.Units.Select(u => new WhatIfUnit(u.Unit, page.Directory.NameOf(u.Unit), u.Tally.Lights.Sum, u.Tally.Lights, u.Tally.Candidate, u.Tally.Changed))],
        [.. page.Commitments.Select(c => WhatIfRow.Of(page, c, candidate, on))]);
}

public sealed record LightMove(Light From, Light To, int Commitments);

/// <inheritdoc cref="SectionLights"/>
public sealed record WhatIfSection(string Plan, string Number, string? Title, int Commitments, Lights Lights, Lights CandidateLights, int Changed);

public sealed record WhatIfUnit(string Code, string Name, int Commitments, Lights Lights, Lights CandidateLights, int Changed);
