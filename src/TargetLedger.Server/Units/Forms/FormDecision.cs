using System.Text.Json;
using TargetLedger.Documents.Forms;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>
/// Decides every row of a form as a report sent by itself would be decided: the same shape, the same rights, the same rules.
/// Rows about one commitment are decided one on the other, the earlier period first.
/// </summary>
internal sealed class FormDecision(FormView view, Caller caller, string unit, bool acceptChanges, Moment at, Func<FormCode, Guid> idOf)
{
    private readonly ReportShape shape = new();
    private readonly Dictionary<string, (Commitment State, List<object> Events)> decided = new(StringComparer.Ordinal);

    private readonly List<StreamChange> drafted = [];

    /// <summary>What would be recorded, by stream.</summary>
    public IReadOnlyList<StreamChange> Changes =>
    [
        .. decided.Where(d => d.Value.Events.Count > 0).Select(d => new StreamChange(StreamIds.CommitmentType, d.Key, view.Find(d.Key)!.Version, d.Value.Events)),
        .. drafted,
    ];

    public FormCheck Check(FilledForm form)
    {
        List<FormRowCheck> rows = [.. form.Rows.OrderBy(r => r.Code?.Period.End).Select(Check).OrderBy(r => r.Row)];
        var present = form.Rows.Select(r => r.Code?.Report).ToHashSet();
        return new(
            unit,
            rows.Count(r => r.Outcome == FormRowOutcome.Report),
            rows.Count(r => r.Outcome == FormRowOutcome.Draft),
            rows.Count(r => r.Outcome == FormRowOutcome.Same),
            rows.Count(r => r.Outcome is FormRowOutcome.Question or FormRowOutcome.Fault),
            rows,
            form.Ignored,
            [.. (form.Made ?? []).Where(c => c.Node is null && !present.Contains(c.Report)).Select(c => view.Find(c.Commitment)).OfType<Commitment>().Select(c => new FormItemName(c.Id, c.Number, c.Title))]);
    }

    private FormRowCheck Check(FilledRow row)
    {
        var cell = row.Cells["/amount"];
        if (row.Code is not { } code)
            return Answer(row, null, row.Faults, row.Questions);
        if (code.Unit != unit)
            return Answer(row, null, [new(cell, "row_of_other_unit", "这一行是别的单位的填报表里的", "this row is of another unit's form")], []);
        if (view.Find(code.Commitment) is not { } commitment || view.AtVersion(code.Commitment, code.Version) is not { } then)
            return Answer(row, null, [new(cell, "item_unknown", "台账里没有这个事项;填报表不是从本台账导出的", "the ledger has no such item; the form is of another ledger")], []);
        if (!Rights.MayReport(caller, commitment, view.Directory, unit, code.Period))
            return Answer(row, null, [new(cell, "not_responsible", $"{code.Period.End:yyyy-MM-dd} 该事项已不由本单位负责", $"the unit does not answer for the item on {code.Period.End:yyyy-MM-dd}")], []);

        var state = decided.TryGetValue(commitment.Id, out var before) ? before.State : commitment;
        if (row.Faults.Count == 0 && row.Questions.Count == 0 && state.Reports.Exists(r => IsAbout(state, r, code, row) && SaysTheSame(row, r)))
            return new(row.Row, row.Number, commitment.Title, FormRowOutcome.Same, [], [], null);

        var (faults, questions) = (new List<Fault>(row.Faults), new List<Fault>(row.Questions));
        if (row.IsBlank)
            questions.Add(new(cell, "row_empty", "没有填写;本期无进展请选“是”,不报请删去本行", "nothing is filled in; choose 是 for no progress, or delete the row"));
        if (!acceptChanges)
            questions.AddRange(FormChanges.Between(then, commitment, code.Period).Select(c => new Fault(cell, c.Code, $"填报表导出之后{c.Zh};核对后确认,或重新导出", $"since the form was made {c.En}; confirm, or export the form again")));
        if (faults.Count > 0 || questions.Count > 0)
            return Answer(row, commitment.Title, faults, questions);

        var report = new ProgressReport(unit, code.Period, row.Through, row.Amount, row.Total, row.NoProgress, row.Progress, row.Text, row.Nodes.Count > 0 ? row.Nodes : null);
        faults.AddRange(ShapeFaults(report).Select(f => f with { Pointer = row.Cells.GetValueOrDefault(f.Pointer, cell) }));
        if (faults.Count > 0)
            return Answer(row, commitment.Title, faults, []);
        var rules = view.Submission.For(unit, state.Plan, at.Day);
        switch (SubmitDraft.OnceSigned(state, report.As(idOf(code)), view.Directory, view.Schedule, rules, at, view.Sources))
        {
            case Decision.Refuse refuse:
                return Answer(row, commitment.Title, [.. refuse.Reasons.Select(r => new Fault(row.Cells.GetValueOrDefault(r.Member ?? "", cell), r.Code, r.Zh, r.En))], []);
            case Decision.Record record when rules.Steps.Count > 0:
                Evolve(state, record.Events);
                return Draft(row, state, report, code);
            case Decision.Record record:
                Evolve(state, record.Events);
                decided[state.Id].Events.AddRange(record.Events);
                return new(row.Row, row.Number, commitment.Title, FormRowOutcome.Report, [], [], report);
            default:
                return new(row.Row, row.Number, commitment.Title, FormRowOutcome.Same, [], [], null);
        }
    }

    /// <summary>Where it has to be signed; sent in again, it is the draft it was.</summary>
    private FormRowCheck Draft(FilledRow row, Commitment commitment, ProgressReport report, FormCode code)
    {
        var (id, open) = view.Drafts.Of(code);
        var draft = (Decision.Record)SubmitDraft.DraftAndPutUp(commitment, report.As(id));
        if (open is null)
        {
            drafted.Add(new(StreamIds.DraftType, StreamIds.Draft(id), Version: 0, draft.Events));
            return new(row.Row, row.Number, commitment.Title, FormRowOutcome.Draft, [], [], report);
        }

        return ReportDraft.Revise(open, draft.Events.OfType<ReportDrafted>().Single().Content) is Decision.Nothing
            ? new(row.Row, row.Number, commitment.Title, FormRowOutcome.Same, [], [], null)
            : Answer(row, commitment.Title, [new(row.Cells["/amount"], "period_already_drafted", "本期已有由填报表起草的草稿在办,与本行不同;请修改或作废该草稿", "the period has a draft of an earlier form that says something else; revise or discard it")], []);
    }

    /// <summary>What the next row about the same commitment is decided on. Where it will be recorded is not known yet.</summary>
    private void Evolve(Commitment state, IReadOnlyList<object> events)
    {
        var all = decided.TryGetValue(state.Id, out var before) ? before.Events : [];
        foreach (var e in events)
            state = Commitment.Evolve(state.Id, state, new(e, 0, state.Version + 1, at, caller.Account));
        decided[state.Id] = (state, all);
    }

    private List<Fault> ShapeFaults(ProgressReport report)
    {
        List<Fault> faults = [.. RequestTexts.Check(JsonSerializer.SerializeToElement(report, LedgerJson.Options))];
        faults.AddRange(shape.Validate(report).Errors.Select(ShapeRules.AsFault));
        return faults;
    }

    /// <summary>Among them the one a form is made out with: it may cover more than the period, or answer by its nodes.</summary>
    private bool IsAbout(Commitment commitment, Report report, FormCode code, FilledRow row)
        => report.Status != ReportStatus.Withdrawn
           && (report.Period.Overlaps(code.Period) || report.Through == row.Through)
           && commitment.InSameSeries(report, unit, code.Period);

    /// <summary>A cell left empty says nothing; so a form that was sent in once can be sent in again.</summary>
    private static bool SaysTheSame(FilledRow row, Report report)
        => (row.Amount is null || row.Amount == report.Amount)
           && (row.Total is null || row.Total == report.Total)
           && (!row.NoProgress || report.NoProgress)
           && (row.Progress is null || row.Progress == report.Progress)
           && (row.Through is null || row.Through == report.Through)
           && SaysTheSame(row.Text?.Done, report.Text?.Done)
           && SaysTheSame(row.Text?.Problems, report.Text?.Problems)
           && SaysTheSame(row.Text?.NextSteps, report.Text?.NextSteps)
           && SaysTheSame(row.Text?.HelpNeeded, report.Text?.HelpNeeded)
           && row.Nodes.All(report.Nodes.Contains);

    private static bool SaysTheSame(string? written, string? recorded) => written is null || written == recorded?.Trim();

    private static FormRowCheck Answer(FilledRow row, string? title, IReadOnlyList<Fault> faults, IReadOnlyList<Fault> questions)
        => new(row.Row, row.Number, title, faults.Count > 0 ? FormRowOutcome.Fault : FormRowOutcome.Question, faults, questions, null);
}
