using Npgsql;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Units;

namespace TargetLedger.Boards;

/// <summary>Gathers what a batch changes in every table, and writes it in one round trip.</summary>
internal sealed class BatchChanges
{
    private readonly RowChanges<PlanRow> plans = new();
    private readonly RowChanges<PlanSectionRow> sections = new();
    private readonly RowChanges<PlanTaskRow> tasks = new();
    private readonly RowChanges<UnitRow> units = new();
    private readonly RowChanges<UnitAliasRow> aliases = new();
    private readonly RowChanges<UnitGroupRow> groups = new();
    private readonly RowChanges<MembershipRow> members = new();
    private readonly RowChanges<RulesVersionRow> rules = new();
    private readonly RowChanges<CommitmentRow> commitments = new();
    private readonly RowChanges<PeriodRow> periods = new();
    private readonly RowChanges<TargetRow> targets = new();
    private readonly RowChanges<ResponsibleRow> responsible = new();
    private readonly RowChanges<QuotaRow> quotas = new();
    private readonly RowChanges<NodeRow> nodes = new();
    private readonly RowChanges<ReportRow> reports = new();
    private readonly RowChanges<NodeStatementRow> statements = new();
    private readonly RowChanges<SpellRow> spells = new();
    private readonly RowChanges<DraftRow> drafts = new();

    /// <param name="before">Null for a stream that begins in the batch.</param>
    public void Add(object? before, object after)
    {
        switch (after)
        {
            case Commitment commitment:
                Add(before is Commitment earlier ? CommitmentRows.Of(earlier) : CommitmentRows.Empty, CommitmentRows.Of(commitment));
                break;
            case Plan plan:
                Add(before is Plan earlierPlan ? PlanRows.Of(earlierPlan) : PlanRows.Empty, PlanRows.Of(plan));
                break;
            case Unit unit:
                Add(before is Unit earlierUnit ? UnitRows.Of(earlierUnit) : UnitRows.Empty, UnitRows.Of(unit));
                break;
            case UnitGroup group:
                Add(before is UnitGroup earlierGroup ? UnitGroupRows.Of(earlierGroup) : UnitGroupRows.Empty, UnitGroupRows.Of(group));
                break;
            case RulesBook book:
                rules.Add(before is RulesBook earlierBook ? RulesRows.Of(earlierBook) : [], RulesRows.Of(book));
                break;
            case ReportDraft draft:
                drafts.Add(before is ReportDraft earlierDraft ? [DraftRow.Of(earlierDraft)] : [], [DraftRow.Of(draft)]);
                break;
            default:
                throw new InvalidOperationException($"The boards have no table for {after.GetType().Name}.");
        }
    }

    public async Task WriteAsync(NpgsqlConnection connection, string suffix, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        plans.AddTo(batch, suffix);
        sections.AddTo(batch, suffix);
        tasks.AddTo(batch, suffix);
        units.AddTo(batch, suffix);
        aliases.AddTo(batch, suffix);
        groups.AddTo(batch, suffix);
        members.AddTo(batch, suffix);
        rules.AddTo(batch, suffix);
        commitments.AddTo(batch, suffix);
        periods.AddTo(batch, suffix);
        targets.AddTo(batch, suffix);
        responsible.AddTo(batch, suffix);
        quotas.AddTo(batch, suffix);
        nodes.AddTo(batch, suffix);
        reports.AddTo(batch, suffix);
        statements.AddTo(batch, suffix);
        spells.AddTo(batch, suffix);
        drafts.AddTo(batch, suffix);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private void Add(CommitmentRows before, CommitmentRows after)
    {
        commitments.Add(before.Head, after.Head);
        periods.Add(before.Periods, after.Periods);
        targets.Add(before.Targets, after.Targets);
        responsible.Add(before.Responsible, after.Responsible);
        quotas.Add(before.Quotas, after.Quotas);
        nodes.Add(before.Nodes, after.Nodes);
        reports.Add(before.Reports, after.Reports);
        statements.Add(before.Statements, after.Statements);
        spells.Add(before.Spells, after.Spells);
    }

    private void Add(PlanRows before, PlanRows after)
    {
        plans.Add(before.Head, after.Head);
        sections.Add(before.Sections, after.Sections);
        tasks.Add(before.Tasks, after.Tasks);
    }

    private void Add(UnitRows before, UnitRows after)
    {
        units.Add(before.Head, after.Head);
        aliases.Add(before.Aliases, after.Aliases);
    }

    private void Add(UnitGroupRows before, UnitGroupRows after)
    {
        groups.Add(before.Head, after.Head);
        members.Add(before.Members, after.Members);
    }
}
