using System.Collections.Immutable;
using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Boards;

/// <summary>A commitment as rows: all of it but its sources and the words of its reports and claim.</summary>
internal sealed record CommitmentRows(
    IReadOnlyList<CommitmentRow> Head,
    IReadOnlyList<PeriodRow> Periods,
    IReadOnlyList<TargetRow> Targets,
    IReadOnlyList<ResponsibleRow> Responsible,
    IReadOnlyList<DivisionRow> Divisions,
    IReadOnlyList<QuotaRow> Quotas,
    IReadOnlyList<NodeRow> Nodes,
    IReadOnlyList<ReportRow> Reports,
    IReadOnlyList<NodeStatementRow> Statements,
    IReadOnlyList<SpellRow> Spells,
    IReadOnlyList<LeaveRow> Leaves,
    IReadOnlyList<MissedPeriodRow> Missed,
    IReadOnlyList<SideRow> Sides,
    IReadOnlyList<CounterpartRow> Counterparts,
    IReadOnlyList<LinkRow> Links)
{
    public static IReadOnlyList<PeriodRow> PeriodsOf(Commitment c) => [.. c.Periods.Select((p, i) => new PeriodRow(c.Id, i, p.From, p.Value.Start, p.Value.End))];

    public static IReadOnlyList<TargetRow> TargetsOf(Commitment c) => [.. c.Targets.Select((t, i) => TargetOf(c.Id, i, t))];

    public static IReadOnlyList<ResponsibleRow> ResponsibleOf(Commitment c)
        => [.. c.Responsible.SelectMany(d => d.Value.Select(r => (d.From, r))).Select((r, i) => ResponsibleOf(c.Id, i, r.From, r.r))];

    public static IReadOnlyList<QuotaRow> QuotasOf(Commitment c)
        => [.. c.Divisions.SelectMany((d, division) => d.Terms.Quotas.Select(q => (division, q))).Select((q, i) => new QuotaRow(c.Id, i, q.division, q.q.Unit, q.q.Value))];

    public static IReadOnlyList<DivisionRow> DivisionsOf(Commitment c)
        => [.. c.Divisions.Select((d, i) => new DivisionRow(c.Id, i, d.Unit, d.From, d.Terms.Way, d.Terms.Group, d.Terms.OwnShare, d.MemberCadence, d.MemberDays))];

    public static IReadOnlyList<NodeRow> NodesOf(Commitment c)
        => [.. c.Nodes.Select((n, i) => new NodeRow(c.Id, i, n.Node.Id, n.Node.Name, n.Node.Planned, n.Node.Sign, n.Node.Weight, n.ConfirmedOn))];

    public static IReadOnlyList<ReportRow> ReportsOf(Commitment c) => [.. c.Reports.Select((r, i) => ReportOf(c.Id, i, r))];

    public static IReadOnlyList<NodeStatementRow> StatementsOf(Commitment c) =>
    [
        .. c.Reports
            .SelectMany((r, i) => r.Nodes.Select(s => (Report: i, Statement: s)))
            .Select((s, i) => new NodeStatementRow(c.Id, i, s.Report, s.Statement.Node, s.Statement.State, s.Statement.ReachedOn)),
    ];

    public static IReadOnlyList<SpellRow> SpellsOf(Commitment c) => [.. c.Spells.Select((s, i) => new SpellRow(c.Id, i, s.Standing, s.From, s.Until, s.RecordedOn, s.EndRecordedOn))];

    public static IReadOnlyList<LeaveRow> LeavesOf(Commitment c)
        => [.. c.Leaves.Select((l, i) => new LeaveRow(c.Id, i, l.Kind, l.Unit, l.Cutoff, l.Until, l.Reason, l.Authority, l.GrantedOn, l.Position))];

    public static IReadOnlyList<MissedPeriodRow> MissedOf(Commitment c)
        => [.. c.Missed.Select((m, i) => new MissedPeriodRow(c.Id, i, m.Unit, m.Period.Start, m.Period.End, m.Due, m.Position))];

    public static IReadOnlyList<SideRow> SidesOf(Commitment c) => c.Joint is not { } joint ? [] :
    [
        .. joint.Sides.Select((s, i) => (Side: s, Ordinal: i, Completion: joint.CompletionOf(s.Name))).Select(s => new SideRow(
            c.Id,
            s.Ordinal,
            joint.Target,
            s.Side.Name,
            s.Side.Office,
            s.Side.Target?.Bound,
            s.Side.Target?.Value,
            s.Side.Target?.AsWritten,
            s.Side.Target?.Upper,
            s.Side.Target?.TolerancePercent,
            s.Side.Target?.Baseline,
            s.Side.Target?.GrowthIn,
            s.Completion?.Claim.Unit,
            s.Completion?.Claim.CompletedOn,
            s.Completion?.Claim.Position,
            s.Completion?.Claim.ClaimedOn,
            s.Completion?.AcceptedOn)),
    ];

    public static IReadOnlyList<CounterpartRow> CounterpartsOf(Commitment c)
        => [.. c.Counterparts.Select((f, i) => new CounterpartRow(c.Id, i, f.Ledger, f.Commitment, f.Total, f.Through, f.Position, f.Hash, f.Source, f.ReceivedAt, f.ReceivedOn))];

    public static IReadOnlyList<LinkRow> LinksOf(Commitment c)
        => [.. c.Links.Select((l, i) => new LinkRow(c.Id, i, l.Id, l.End, l.Other, l.From, l.Until, string.Join('\n', l.Units), l.Authority, l.RecordedOn))];

    public Commitment ToCommitment()
    {
        var head = Head[0];
        return new(
            head.Commitment,
            head.Plan,
            head.Section,
            head.Task,
            head.Ordinal,
            head.Number,
            head.Title,
            head.Cadence,
            head.Strength,
            head.MeasureKind is { } kind ? new(head.MeasureName!, head.MeasureUnit!, kind, head.MeasureDefinition, head.MeasureDataSource, head.MeasureMayOverlap) : null,
            head.PaceStart,
            head.MadeOn,
            [],
            [.. Periods.Select(p => new Dated<Period>(p.FromDay, new(p.PeriodStart, p.PeriodEnd)))],
            [.. Targets.Select(t => new Dated<Target>(t.FromDay, new(t.Bound, t.Value, t.AsWritten, t.Upper, t.TolerancePercent, t.Baseline, t.GrowthIn)))],
            [.. Responsible.GroupBy(r => r.FromDay).Select(g => new Dated<IReadOnlyList<Responsibility>>(g.Key, [.. g.Select(r => new Responsibility(r.Role, r.Unit, r.UnitGroup, r.Side, r.Inferred))]))],
            DivisionsWith(Quotas.ToLookup(q => q.Division)),
            [.. Nodes.Select(n => new NodeState(new(n.Node, n.Name, n.Planned, n.Sign, n.Weight), n.ConfirmedOn))],
            ReportsWith(Statements.ToLookup(s => s.Report)),
            [.. Spells.Select(s => new Spell(s.Standing, s.FromDay, s.UntilDay) { RecordedOn = s.RecordedOn, EndRecordedOn = s.EndRecordedOn })],
            head.ClaimUnit is { } claimant ? new(claimant, head.ClaimCompletedOn!.Value, "", head.ClaimPosition!.Value, head.ClaimedOn!.Value) : null,
            [.. Leaves.Select(l => new ReportingLeave(l.Kind, l.Unit, l.Cutoff, l.UntilDay, l.Reason, l.Authority, l.GrantedOn, l.Position))],
            [.. Missed.Select(m => new MissedPeriod(m.Unit, new(m.PeriodStart, m.PeriodEnd), m.Due, m.Position))],
            head.Version)
        {
            Joint = Sides.Count == 0 ? null : new(Sides[0].JointTarget, [.. Sides.Select(SideOf)], [.. Sides.Where(s => s.ClaimUnit is not null).Select(CompletionOf)]),
            Counterparts = [.. Counterparts.Select(f => new CounterpartFigure(f.Ledger, f.Theirs, f.Total, f.Through, f.Position, f.Hash, f.Source, f.ReceivedAt, f.ReceivedOn))],
            EarlierDuties = head.EarlierDuties is null ? [] : JsonSerializer.Deserialize<ImmutableList<EarlierDuties>>(head.EarlierDuties, LedgerJson.Options)!,
            Links = [.. Links.Select(l => new CountingLink(l.Link, l.End, l.Other, l.FromDay, l.UntilDay, l.Units.Length == 0 ? [] : l.Units.Split('\n'), l.Authority) { RecordedOn = l.RecordedOn })],
        };
    }

    public static CommitmentRow HeadOf(Commitment c) => new(
        c.Id,
        c.Plan,
        c.Section,
        c.Task,
        c.Ordinal,
        c.Number,
        c.Title,
        c.Cadence,
        c.Strength,
        c.Measure?.Name,
        c.Measure?.Unit,
        c.Measure?.Kind,
        c.Measure?.Definition,
        c.Measure?.DataSource,
        c.Measure?.MayOverlap ?? false,
        c.PaceStart,
        c.Claim?.Unit,
        c.Claim?.CompletedOn,
        c.Claim?.Position,
        c.Claim?.ClaimedOn,
        c.MadeOn,
        c.EarlierDuties.IsEmpty ? null : JsonSerializer.Serialize(c.EarlierDuties, LedgerJson.Options),
        c.Version);

    private static TargetRow TargetOf(string commitment, int ordinal, Dated<Target> target) => new(
        commitment,
        ordinal,
        target.From,
        target.Value.Bound,
        target.Value.Value,
        target.Value.AsWritten,
        target.Value.Upper,
        target.Value.TolerancePercent,
        target.Value.Baseline,
        target.Value.GrowthIn);

    private static ResponsibleRow ResponsibleOf(string commitment, int ordinal, DateOnly from, Responsibility r)
        => new(commitment, ordinal, from, r.Role, r.Unit, r.Group, r.Side, r.Inferred);

    public static ReportRow ReportOf(string commitment, int ordinal, Report r) => new(
        commitment,
        ordinal,
        r.Id,
        r.Unit,
        r.Period.Start,
        r.Period.End,
        r.Through,
        r.Amount,
        r.Total,
        r.NoProgress,
        r.Progress,
        r.Status,
        r.VerifiedTotal,
        r.Corrections,
        r.Position,
        r.ChangedAt,
        r.ReportedOn,
        r.ChangedOn,
        r.ReturnReason,
        r.CountedFrom,
        r.ReturnedBy,
        r.ReviewedBy,
        r.ReturnedAt,
        r.Evidence.Count == 0 ? null : string.Join(' ', r.Evidence.Select(e => e.Sha256)),
        r.Classes is null ? null : JsonSerializer.Serialize(r.Classes, LedgerJson.Options));

    private ImmutableList<Division> DivisionsWith(ILookup<int, QuotaRow> quotas) =>
    [
        .. Divisions.Select(d => new Division(
            new(d.Way, d.UnitGroup, [.. quotas[d.Ordinal].Select(q => new Quota(q.Unit, q.Value))], d.OwnShare), d.Unit, d.FromDay, d.MemberCadence, d.MemberDays)),
    ];

    private static Side SideOf(SideRow s)
        => new(s.Name, s.Office, s.Bound is { } bound ? new(bound, s.Value!.Value, s.AsWritten!, s.Upper, s.TolerancePercent, s.Baseline, s.GrowthIn) : null);

    private static SideCompletion CompletionOf(SideRow s)
        => new(s.Name, new(s.ClaimUnit!, s.ClaimCompletedOn!.Value, "", s.ClaimPosition!.Value, s.ClaimedOn!.Value), s.AcceptedOn);

    private ImmutableList<Report> ReportsWith(ILookup<int, NodeStatementRow> statements) =>
    [
        .. Reports.Select(r => new Report(
            r.Report,
            r.Unit,
            new(r.PeriodStart, r.PeriodEnd),
            r.Through,
            r.Amount,
            r.Total,
            r.NoProgress,
            r.Progress,
            null,
            [.. statements[r.Ordinal].Select(s => new NodeStatement(s.Node, s.State, s.ReachedOn))],
            r.Evidence is null ? [] : [.. r.Evidence.Split(' ').Select(WithoutWords.Of)],
            r.Status,
            r.VerifiedTotal,
            r.Corrections,
            r.Position,
            r.ChangedAt,
            r.ReportedOn,
            r.ChangedOn,
            r.ReturnReason,
            r.CountedFrom,
            r.ReturnedBy,
            r.ReviewedBy,
            r.ReturnedAt,
            r.Classes is null ? null : JsonSerializer.Deserialize<IReadOnlyList<ReportedClass>>(r.Classes, LedgerJson.Options))),
    ];
}
