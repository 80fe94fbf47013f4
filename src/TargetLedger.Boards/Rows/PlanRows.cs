using TargetLedger.Domain.Plans;

namespace TargetLedger.Boards;

/// <summary>A plan as rows: its document's outline, without sources and without who answers, which commitments hold.</summary>
internal sealed record PlanRows(IReadOnlyList<PlanRow> Head, IReadOnlyList<PlanSectionRow> Sections, IReadOnlyList<PlanTaskRow> Tasks)
{
    public static PlanRows Empty { get; } = new([], [], []);

    public static PlanRows Of(Plan p) => new(
        [new(p.Id, p.Code, p.Title, p.Issuer, p.IssuedOn, p.Period.Start, p.Period.End, p.DocumentNumber, p.Commitments, p.Version)],
        [.. p.Sections.Select((s, i) => new PlanSectionRow(p.Id, i, s.Number, s.Title))],
        [.. p.Sections.SelectMany((s, i) => s.Tasks.Select(t => (Section: i, Task: t))).Select((t, i) => new PlanTaskRow(p.Id, i, t.Section, t.Task.Number, t.Task.Title))]);

    public Plan ToPlan()
    {
        var head = Head[0];
        var tasks = Tasks.ToLookup(t => t.Section);
        return new(
            head.Plan,
            head.Code,
            head.Title,
            head.Issuer,
            head.IssuedOn,
            new(head.PeriodStart, head.PeriodEnd),
            head.DocumentNumber,
            [],
            [.. Sections.Select(s => new PlanSection(s.Number, s.Title, [.. tasks[s.Ordinal].Select(t => new PlanTask(t.Number, t.Title, []))]))],
            head.Commitments,
            head.Version);
    }
}
