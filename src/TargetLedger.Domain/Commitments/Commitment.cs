using System.Collections.Immutable;
using System.Text.Json.Serialization;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;

namespace TargetLedger.Domain.Commitments;

/// <summary>
/// 责任事项: one item of a list and everything dated that is known of it. Nothing derived is kept: completion, pace and
/// light are computed for a day.
/// </summary>
/// <param name="MadeOn">The day it was recorded; periods that had ended before are nobody's duty.</param>
public sealed record Commitment(
    string Id,
    string Plan,
    string Section,
    string Task,
    int Ordinal,
    string Number,
    string Title,
    Cadence Cadence,
    Strength Strength,
    Measure? Measure,
    DateOnly? PaceStart,
    DateOnly MadeOn,
    IReadOnlyList<Source> Sources,
    ImmutableList<Dated<Period>> Periods,
    ImmutableList<Dated<Target>> Targets,
    ImmutableList<Dated<IReadOnlyList<Responsibility>>> Responsible,
    ImmutableList<Division> Divisions,
    ImmutableList<NodeState> Nodes,
    ImmutableList<Report> Reports,
    ImmutableList<Spell> Spells,
    Claim? Claim,
    ImmutableList<ReportingLeave> Leaves,
    ImmutableList<MissedPeriod> Missed,
    long Version)
{
    /// <summary>共同牵头; null where there is one lead, or several without sides.</summary>
    public JointLead? Joint { get; init; }

    /// <summary>对方口径: shown, never added to anything.</summary>
    public ImmutableList<CounterpartFigure> Counterparts { get; init; } = [];

    /// <summary>一次填报、多处计数.</summary>
    public ImmutableList<CountingLink> Links { get; init; } = [];

    /// <summary>Who answered before each change made back in time, in the order these were recorded. No answer shows it: what is owed does.</summary>
    [JsonIgnore]
    public ImmutableList<EarlierDuties> EarlierDuties { get; init; } = [];

    public Standing Standing => Spells.LastOrDefault(s => s.Until is null)?.Standing ?? Standing.Active;

    /// <summary>How the whole is divided, by the latest word of it.</summary>
    public Apportionment? Apportionment => Divisions.FindLast(d => d.Unit is null)?.Terms;

    public Period PeriodOn(DateOnly day) => Periods.On(day);

    public Target? TargetOn(DateOnly day) => Targets.IsEmpty ? null : Targets.On(day);

    public IReadOnlyList<Responsibility> ResponsibleOn(DateOnly day) => Responsible.On(day);

    public Standing StandingOn(DateOnly day)
        => Spells.LastOrDefault(s => s.From <= day && (s.Until is null || day < s.Until))?.Standing ?? Standing.Active;

    public Report? FindReport(Guid id) => IndexOfReport(id) is >= 0 and var index ? Reports[index] : null;

    /// <summary>The report before a period in the series a unit reports in, among those that count.</summary>
    public Report? ReportBefore(string unit, Period period)
        => Reports.Where(r => r.Counts && r.Period.End < period.Start && this.InSameSeries(r, unit, period)).MaxBy(r => r.Period.End);

    public static Commitment? Fold(string id, IEnumerable<Recorded> history)
        => history.Aggregate((Commitment?)null, (state, e) => Evolve(id, state, e));

    public static Commitment Evolve(string id, Commitment? state, Recorded recorded)
    {
        var next = recorded.Event is CommitmentMade made
            ? Begin(id, made, recorded.At.Day)
            : (state ?? throw new InvalidOperationException($"Stream {id} does not begin with commitment_made.")).Apply(recorded);
        // What happens most has set it already: a long stream's fold copies a commitment once for each event, not twice.
        return next.Version == recorded.Version ? next : next with { Version = recorded.Version };
    }

    private static Commitment Begin(string id, CommitmentMade made, DateOnly on) => new(
        id,
        made.Plan,
        made.Section,
        made.Task,
        made.Ordinal,
        made.Number,
        made.Title,
        made.Cadence,
        made.Strength,
        made.Measure,
        made.PaceStart,
        on,
        made.Sources,
        [new(made.Period.Start, made.Period)],
        made.Target is null ? [] : [new(made.Period.Start, made.Target)],
        [new(made.Period.Start, made.Responsible)],
        made.Apportionment is null ? [] : [new(made.Apportionment)],
        [.. made.Nodes.Select(n => new NodeState(n))],
        [],
        [],
        null,
        [],
        [],
        0);

    private Commitment Apply(Recorded recorded) => recorded.Event switch
    {
        ProgressReported e => this with { Reports = Reports.Add(Submitted(e, recorded)), Version = recorded.Version },
        ProgressCorrected e => Unconfirm(e.Report).ChangeReport(e.Report, recorded, r => Corrected(r, e)),
        ProgressWithdrawn e => Unconfirm(e.Report).ChangeReport(e.Report, recorded, r => r with { Status = ReportStatus.Withdrawn, VerifiedTotal = null, ReturnReason = null }),
        ProgressVerified e => ChangeReport(e.Report, recorded, r => r with { Status = ReportStatus.Verified, VerifiedTotal = e.Total }),
        ProgressReturned e => Unconfirm(e.Report).ChangeReport(e.Report, recorded, r => r with { Status = ReportStatus.Returned, VerifiedTotal = null, ReturnReason = e.Reason, ReturnedBy = null, ReturnedAt = recorded.Position, ReviewedBy = null }),
        ProgressReviewed e => ChangeReport(e.Report, recorded, r => r with { ReviewedBy = e.Lead }),
        ProgressReturnedByLead e => Unconfirm(e.Report).ChangeReport(e.Report, recorded, r => r with { Status = ReportStatus.Returned, VerifiedTotal = null, ReturnReason = e.Reason, ReturnedBy = e.Lead, ReturnedAt = recorded.Position, ReviewedBy = null }),
        ClassesReported e => ChangeReport(e.Report, recorded, r => r with { Classes = e.Classes.Count == 0 ? null : e.Classes, ReviewedBy = null }),
        NodePlanned e => this with { EarlierDuties = this.DutiesBefore(e.Node, recorded.At.Day), Nodes = Nodes.RemoveAll(n => n.Node.Id == e.Node.Id).Add(new(e.Node)) },
        NodeReached e => this with { Nodes = Nodes.ConvertAll(n => n.Node.Id == e.Node ? n with { ConfirmedOn = e.On } : n) },
        TargetRevised e => this with { Targets = Targets.From(e.EffectiveFrom, e.Target) },
        PeriodRevised e => this with { EarlierDuties = this.DutiesBefore(e.EffectiveFrom, recorded.At.Day), Periods = Periods.From(e.EffectiveFrom, e.Period) },
        ResponsibilityReassigned e => this with { EarlierDuties = this.DutiesBefore(e.EffectiveFrom, recorded.At.Day), Responsible = Responsible.From(e.EffectiveFrom, e.Responsible) },
        CommitmentRestated e => this with { Title = e.Title, Strength = e.Strength },
        TargetApportioned e => this with { EarlierDuties = this.DutiesBefore(e.From, recorded.At.Day), Divisions = Divisions.With(new(e.Apportionment, e.Unit, e.From, e.MemberCadence, e.MemberDays)) },
        CommitmentSuspended e => this with { Spells = Spells.Add(Spell.Begun(Standing.Suspended, e.From, recorded)) },
        CommitmentResumed e => this with { Spells = EndSpell(e.On, recorded) },
        CommitmentWithdrawn e => this with { Spells = EndSpell(e.On, recorded).Add(Spell.Begun(Standing.Withdrawn, e.On, recorded)), Claim = null, Joint = Joint is null ? null : Joint with { Completions = [] } },
        CompletionClaimed e => this with { Claim = new(e.Unit, e.CompletedOn, e.Statement, recorded.Position, recorded.At.Day) },
        CompletionAccepted e => this with { Spells = Spells.Add(Spell.Begun(Standing.ClosedOut, e.CompletedOn, recorded)), Claim = null },
        CompletionRejected => this with { Claim = null },
        CommitmentReopened e => this with { Spells = EndSpell(e.On, recorded), Joint = Joint is null ? null : Joint with { Completions = [] } },
        ReportingPeriodMissed e => this with { Missed = Missed.Add(new(e.Unit, e.Period, e.Due, recorded.Position)) },
        LateReportAllowed e => this with { Leaves = Leaves.Add(new(LeaveKind.LateReport, e.Unit, e.Cutoff, e.Until, e.Reason, null, recorded.At.Day, recorded.Position)) },
        ReportExcused e => this with { Leaves = Leaves.Add(new(LeaveKind.Excused, e.Unit, e.Cutoff, null, e.Reason, e.Authority, recorded.At.Day, recorded.Position)) },
        JointLeadAgreed e => this with { Joint = new(e.Target, e.Sides, []) },
        SideCompletionClaimed e => this with { Joint = Joint?.With(new(e.Side, new(e.Unit, e.CompletedOn, e.Statement, recorded.Position, recorded.At.Day))) },
        SideCompletionAccepted e => this with { Joint = Joint?.CompletionOf(e.Side) is { } claimed ? Joint.With(claimed with { AcceptedOn = recorded.At.Day }) : Joint },
        SideCompletionRejected e => this with { Joint = Joint?.Without(e.Side) },
        CounterpartFigureReceived e => this with { Counterparts = Counterparts.Add(new(e.Ledger, e.Commitment, e.Total, e.Through, e.Position, e.Hash, e.Source, recorded.Position, recorded.At.Day)) },
        CountingLinked e => this with { Links = Links.Add(new(e.Link, e.End, e.Other, e.From, null, e.Units, e.Authority) { RecordedOn = recorded.IfAfter(e.From) }) },
        CountingUnlinked e => this with { Links = Links.ConvertAll(l => l.Id == e.Link ? l with { Until = e.On } : l) },
        ReportCounted e => Count(e, recorded),
        _ => throw new InvalidOperationException($"A commitment does not know {recorded.Event.GetType().Name}."),
    };

    private ImmutableList<Spell> EndSpell(DateOnly on, Recorded recorded)
        => Spells.ConvertAll(s => s.Until is null ? s with { Until = on, EndRecordedOn = recorded.IfAfter(on) } : s);

    private Commitment Count(ReportCounted e, Recorded recorded)
    {
        var index = IndexOfReport(e.Report);
        return this with
        {
            Reports = index < 0 ? Reports.Add(e.On(null, recorded)) : Reports.SetItem(index, e.On(Reports[index], recorded)),
            Version = recorded.Version,
        };
    }

    private Commitment ChangeReport(Guid id, Recorded recorded, Func<Report, Report> change)
    {
        var index = IndexOfReport(id);
        return index < 0
            ? this
            : this with
            {
                Reports = Reports.SetItem(index, change(Reports[index]) with { ChangedAt = recorded.Position, ChangedOn = recorded.At.Day }),
                Version = recorded.Version,
            };
    }

    // From the end: what is corrected, verified or returned was mostly reported a short while ago.
    private int IndexOfReport(Guid id) => Reports.FindLastIndex(r => r.Id == id);

    /// <summary>
    /// A report that is corrected, returned or withdrawn is no longer verified, and with its figure go the nodes it
    /// confirmed, except where another verified report states them too.
    /// </summary>
    private Commitment Unconfirm(Guid id)
    {
        if (Nodes.IsEmpty || FindReport(id) is not { Status: ReportStatus.Verified, Nodes.Count: > 0 } report)
            return this;

        return this with
        {
            Nodes = Nodes.ConvertAll(n => report.States(n.Node.Id) && !Reports.Exists(r => r.Id != id && r.Status == ReportStatus.Verified && r.States(n.Node.Id))
                ? n with { ConfirmedOn = null }
                : n),
        };
    }

    private static Report Submitted(ProgressReported e, Recorded recorded) => new(
        e.Report,
        e.Unit,
        e.Period,
        e.Through,
        e.Amount,
        e.Total,
        e.NoProgress,
        e.Progress,
        e.Text,
        e.Nodes ?? [],
        e.Evidence ?? [],
        ReportStatus.Submitted,
        null,
        0,
        recorded.Position,
        recorded.Position,
        recorded.At.Day,
        recorded.At.Day);

    private static Report Corrected(Report report, ProgressCorrected e) => report with
    {
        Amount = e.Amount ?? report.Amount,
        Total = e.Total ?? report.Total,
        Through = e.Through ?? report.Through,
        Progress = e.Progress ?? report.Progress,
        Text = e.Text ?? report.Text,
        Nodes = e.Nodes ?? report.Nodes,
        Evidence = e.Evidence ?? report.Evidence,
        NoProgress = report.NoProgress && e.Amount is null && e.Total is null,
        Status = ReportStatus.Submitted,
        VerifiedTotal = null,
        ReturnReason = null,
        ReturnedBy = null,
        ReviewedBy = null,
        Corrections = report.Corrections + 1,
    };
}

/// <param name="ConfirmedOn">The date a supervisor confirmed as the day it was reached.</param>
public sealed record NodeState(Node Node, DateOnly? ConfirmedOn = null);

/// <param name="Position">Where the claim is recorded.</param>
/// <param name="ClaimedOn">The day it was recorded.</param>
public sealed record Claim(string Unit, DateOnly CompletedOn, string Statement, long Position, DateOnly ClaimedOn);

/// <summary>A stretch of days in which the commitment was not simply running.</summary>
/// <param name="Until">The first day after it; null while it lasts.</param>
public sealed record Spell(Standing Standing, DateOnly From, DateOnly? Until = null)
{
    /// <summary>The day it was recorded, where it began back in time. Of the fold, as the next: no event says it.</summary>
    [JsonIgnore]
    public DateOnly? RecordedOn { get; init; }

    /// <summary>The day its end was recorded, where it ended back in time.</summary>
    [JsonIgnore]
    public DateOnly? EndRecordedOn { get; init; }

    /// <param name="knownOn">By what had been recorded on that day.</param>
    public bool Covers(DateOnly day, DateOnly knownOn)
        => From <= day && !(RecordedOn > knownOn) && (Until is null || day < Until || EndRecordedOn > knownOn);

    internal static Spell Begun(Standing standing, DateOnly from, Recorded recorded) => new(standing, from) { RecordedOn = recorded.IfAfter(from) };
}

public enum Standing
{
    Active,

    /// <summary>暂停.</summary>
    Suspended,

    /// <summary>已销号.</summary>
    ClosedOut,

    /// <summary>已退出.</summary>
    Withdrawn,
}
