using Npgsql;
using NpgsqlTypes;
using TargetLedger.Domain;
using TargetLedger.Domain.Periods;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>What is known now: the boards' tables in one snapshot, two round trips however many commitments there are.</summary>
internal static class LiveKnowledge
{
    public static async Task<Knowledge> ReadAsync(ReadSnapshot snapshot, KnowledgeScope scope, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var query = new RowQuery(snapshot);
        var plans = query.Add<PlanRow>();
        var sections = query.Add<PlanSectionRow>();
        var tasks = query.Add<PlanTaskRow>();
        var units = query.Add<UnitRow>();
        var aliases = query.Add<UnitAliasRow>();
        var groups = query.Add<UnitGroupRow>();
        var members = query.Add<MembershipRow>();
        var rules = query.Add<RulesVersionRow>();
        var commitments = query.Add<CommitmentRow>(
            Text(scope.Plan), Text(scope.Section), Texts(scope.Units), Text(scope.Group), Texts(scope.Commitments));
        await query.ExecuteAsync(cancellationToken);

        var schedule = await ScheduleAsync(snapshot, zone, cancellationToken);
        var (sectionsOf, tasksOf) = (sections.ToLookup(s => s.Plan), tasks.ToLookup(t => t.Plan));
        var (aliasesOf, membersOf) = (aliases.ToLookup(a => a.Unit), members.ToLookup(m => m.UnitGroup));
        return Knowledge.Of(
            snapshot.Position,
            plans.Select(p => new PlanRows([p], [.. sectionsOf[p.Plan]], [.. tasksOf[p.Plan]]).ToPlan()),
            units.Select(u => new UnitRows([u], [.. aliasesOf[u.Unit]]).ToUnit()),
            groups.Select(g => new UnitGroupRows([g], [.. membersOf[g.UnitGroup]]).ToGroup()),
            RulesRows.ToBook(rules),
            schedule,
            (await WholeAsync(snapshot, commitments, cancellationToken)).Select(c => c.ToCommitment()));
    }

    /// <summary>Some commitments beside everything else that is known already, in order of their streams.</summary>
    /// <param name="frame">Read in the same snapshot.</param>
    public static async Task<Knowledge> CommitmentsAsync(ReadSnapshot snapshot, Knowledge frame, IReadOnlyList<string> streams, CancellationToken cancellationToken)
    {
        var query = new RowQuery(snapshot);
        var heads = query.Add<CommitmentRow>(Text(null), Text(null), Texts(null), Text(null), Texts(streams));
        await query.ExecuteAsync(cancellationToken);
        return frame with { Commitments = [.. (await WholeAsync(snapshot, heads, cancellationToken)).Select(c => c.ToCommitment()).OrderBy(c => c.Id, StringComparer.Ordinal)] };
    }

    /// <summary>Its few events, as known where the tables stand: there is no table of them.</summary>
    private static async Task<ReportingSchedule> ScheduleAsync(ReadSnapshot snapshot, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var schedule = ReportingSchedule.Empty;
        await foreach (var stored in LedgerReader.ReadTypeAsync(snapshot.Connection, StreamIds.ScheduleType, snapshot.Position, cancellationToken))
            schedule = ReportingSchedule.Evolve(schedule, RecordedEvent.Of(stored, zone));
        return schedule;
    }

    private static async Task<IEnumerable<CommitmentRows>> WholeAsync(
        ReadSnapshot snapshot, IReadOnlyList<CommitmentRow> heads, CancellationToken cancellationToken)
    {
        if (heads.Count == 0)
            return [];

        IReadOnlyList<string> wanted = [.. heads.Select(h => h.Commitment)];
        var query = new RowQuery(snapshot);
        var periods = query.Add<PeriodRow>(Texts(wanted));
        var targets = query.Add<TargetRow>(Texts(wanted));
        var responsible = query.Add<ResponsibleRow>(Texts(wanted));
        var divisions = query.Add<DivisionRow>(Texts(wanted));
        var quotas = query.Add<QuotaRow>(Texts(wanted));
        var nodes = query.Add<NodeRow>(Texts(wanted));
        var reports = query.Add<ReportRow>(Texts(wanted));
        var statements = query.Add<NodeStatementRow>(Texts(wanted));
        var spells = query.Add<SpellRow>(Texts(wanted));
        var leaves = query.Add<LeaveRow>(Texts(wanted));
        var missed = query.Add<MissedPeriodRow>(Texts(wanted));
        var sides = query.Add<SideRow>(Texts(wanted));
        var counterparts = query.Add<CounterpartRow>(Texts(wanted));
        var links = query.Add<LinkRow>(Texts(wanted));
        await query.ExecuteAsync(cancellationToken);

        var (periodsOf, targetsOf, responsibleOf) = (periods.ToLookup(r => r.Commitment), targets.ToLookup(r => r.Commitment), responsible.ToLookup(r => r.Commitment));
        var divisionsOf = divisions.ToLookup(r => r.Commitment);
        var (quotasOf, nodesOf, reportsOf) = (quotas.ToLookup(r => r.Commitment), nodes.ToLookup(r => r.Commitment), reports.ToLookup(r => r.Commitment));
        var (statementsOf, spellsOf) = (statements.ToLookup(r => r.Commitment), spells.ToLookup(r => r.Commitment));
        var (leavesOf, missedOf) = (leaves.ToLookup(r => r.Commitment), missed.ToLookup(r => r.Commitment));
        var (sidesOf, counterpartsOf, linksOf) = (sides.ToLookup(r => r.Commitment), counterparts.ToLookup(r => r.Commitment), links.ToLookup(r => r.Commitment));
        return heads.Select(h => new CommitmentRows(
            [h],
            [.. periodsOf[h.Commitment]],
            [.. targetsOf[h.Commitment]],
            [.. responsibleOf[h.Commitment]],
            [.. divisionsOf[h.Commitment]],
            [.. quotasOf[h.Commitment]],
            [.. nodesOf[h.Commitment]],
            [.. reportsOf[h.Commitment]],
            [.. statementsOf[h.Commitment]],
            [.. spellsOf[h.Commitment]],
            [.. leavesOf[h.Commitment]],
            [.. missedOf[h.Commitment]],
            [.. sidesOf[h.Commitment]],
            [.. counterpartsOf[h.Commitment]],
            [.. linksOf[h.Commitment]]));
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Texts(IReadOnlyList<string>? values)
        => new() { Value = values is null ? DBNull.Value : values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
