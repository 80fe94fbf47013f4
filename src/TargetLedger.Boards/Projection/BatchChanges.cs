using Npgsql;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;
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
    private readonly RowChanges<DivisionRow> divisions = new();
    private readonly RowChanges<QuotaRow> quotas = new();
    private readonly RowChanges<NodeRow> nodes = new();
    private readonly RowChanges<ReportRow> reports = new();
    private readonly RowChanges<NodeStatementRow> statements = new();
    private readonly RowChanges<SpellRow> spells = new();
    private readonly RowChanges<LeaveRow> leaves = new();
    private readonly RowChanges<MissedPeriodRow> missed = new();
    private readonly RowChanges<SideRow> sides = new();
    private readonly RowChanges<CounterpartRow> counterparts = new();
    private readonly RowChanges<LinkRow> links = new();
    private readonly RowChanges<DraftRow> drafts = new();

    public void Add(StreamChange change) => Add(change.Before?.State, change.After!.State, change.Reports);

    /// <summary>A stream of which the tables hold nothing.</summary>
    public void Add(object state) => Add(null, state, null);

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
        divisions.AddTo(batch, suffix);
        quotas.AddTo(batch, suffix);
        nodes.AddTo(batch, suffix);
        reports.AddTo(batch, suffix);
        statements.AddTo(batch, suffix);
        spells.AddTo(batch, suffix);
        leaves.AddTo(batch, suffix);
        missed.AddTo(batch, suffix);
        sides.AddTo(batch, suffix);
        counterparts.AddTo(batch, suffix);
        links.AddTo(batch, suffix);
        drafts.AddTo(batch, suffix);
        if (batch.BatchCommands.Count == 0)
            return;
        await batch.PrepareAsync(cancellationToken);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Writes rows of streams of which the tables hold nothing yet.</summary>
    public async Task CopyAsync(NpgsqlConnection connection, string suffix, CancellationToken cancellationToken)
    {
        await plans.CopyAsync(connection, suffix, cancellationToken);
        await sections.CopyAsync(connection, suffix, cancellationToken);
        await tasks.CopyAsync(connection, suffix, cancellationToken);
        await units.CopyAsync(connection, suffix, cancellationToken);
        await aliases.CopyAsync(connection, suffix, cancellationToken);
        await groups.CopyAsync(connection, suffix, cancellationToken);
        await members.CopyAsync(connection, suffix, cancellationToken);
        await rules.CopyAsync(connection, suffix, cancellationToken);
        await commitments.CopyAsync(connection, suffix, cancellationToken);
        await periods.CopyAsync(connection, suffix, cancellationToken);
        await targets.CopyAsync(connection, suffix, cancellationToken);
        await responsible.CopyAsync(connection, suffix, cancellationToken);
        await divisions.CopyAsync(connection, suffix, cancellationToken);
        await quotas.CopyAsync(connection, suffix, cancellationToken);
        await nodes.CopyAsync(connection, suffix, cancellationToken);
        await reports.CopyAsync(connection, suffix, cancellationToken);
        await statements.CopyAsync(connection, suffix, cancellationToken);
        await spells.CopyAsync(connection, suffix, cancellationToken);
        await leaves.CopyAsync(connection, suffix, cancellationToken);
        await missed.CopyAsync(connection, suffix, cancellationToken);
        await sides.CopyAsync(connection, suffix, cancellationToken);
        await counterparts.CopyAsync(connection, suffix, cancellationToken);
        await links.CopyAsync(connection, suffix, cancellationToken);
        await drafts.CopyAsync(connection, suffix, cancellationToken);
    }

    private void Add(object? before, object after, IReadOnlySet<int>? changedReports)
    {
        switch (after)
        {
            case Commitment commitment:
                Add(before as Commitment, commitment, changedReports);
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
                drafts.Add(before is ReportDraft earlierDraft ? DraftRow.Of(earlierDraft) : null, DraftRow.Of(draft));
                break;
            case BesideBoards:
                break;
            case ReportingSchedule or PlanDraft or Sample:
                // A few events a year: whoever needs it folds them.
                break;
            default:
                throw new InvalidOperationException($"The boards have no table for {after.GetType().Name}.");
        }
    }

    private void Add(Commitment? before, Commitment after, IReadOnlySet<int>? changedReports)
    {
        commitments.Add(before is null ? null : CommitmentRows.HeadOf(before), CommitmentRows.HeadOf(after));
        Add(periods, before, after, c => c.Periods, CommitmentRows.PeriodsOf);
        Add(targets, before, after, c => c.Targets, CommitmentRows.TargetsOf);
        Add(responsible, before, after, c => c.Responsible, CommitmentRows.ResponsibleOf);
        Add(divisions, before, after, c => c.Divisions, CommitmentRows.DivisionsOf);
        Add(quotas, before, after, c => c.Divisions, CommitmentRows.QuotasOf);
        Add(nodes, before, after, c => c.Nodes, CommitmentRows.NodesOf);
        Add(spells, before, after, c => c.Spells, CommitmentRows.SpellsOf);
        Add(leaves, before, after, c => c.Leaves, CommitmentRows.LeavesOf);
        Add(missed, before, after, c => c.Missed, CommitmentRows.MissedOf);
        Add(sides, before, after, c => c.Joint, CommitmentRows.SidesOf);
        Add(counterparts, before, after, c => c.Counterparts, CommitmentRows.CounterpartsOf);
        Add(links, before, after, c => c.Links, CommitmentRows.LinksOf);
        if (before is null || changedReports is null)
        {
            Add(reports, before, after, c => c.Reports, CommitmentRows.ReportsOf);
            Add(statements, before, after, c => c.Reports, CommitmentRows.StatementsOf);
            return;
        }

        var statesNodes = false;
        foreach (var i in changedReports)
        {
            var (earlier, now) = (i < before.Reports.Count ? before.Reports[i] : null, after.Reports[i]);
            reports.Add(earlier is null ? null : CommitmentRows.ReportOf(after.Id, i, earlier), CommitmentRows.ReportOf(after.Id, i, now));
            statesNodes |= now.Nodes.Count > 0 || earlier is { Nodes.Count: > 0 };
        }

        // Statements are numbered through all reports, so that those of one move the others.
        if (statesNodes)
            statements.Add(CommitmentRows.StatementsOf(before), CommitmentRows.StatementsOf(after));
    }

    /// <summary>A part of a commitment; what is the same object has not changed.</summary>
    private static void Add<TRow>(
        RowChanges<TRow> changes, Commitment? before, Commitment after, Func<Commitment, object?> part, Func<Commitment, IReadOnlyList<TRow>> rows)
        where TRow : class, IBoardRow<TRow>
    {
        if (before is null)
            changes.Add([], rows(after));
        else if (!ReferenceEquals(part(before), part(after)))
            changes.Add(rows(before), rows(after));
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
