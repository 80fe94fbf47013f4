using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Supervision;

namespace TargetLedger.Boards;

/// <summary>What waits for a supervisor, on a day, as known at a position.</summary>
/// <param name="Counts">Over all kinds, whichever are listed.</param>
public sealed record SupervisionQueue(DateOnly On, long Position, QueueCounts Counts, IReadOnlyList<QueueItem> Items)
{
    /// <param name="about">Of a unit, what it answers for, and its own reports alone.</param>
    public static (SupervisionQueue Queue, int? Next) Of(Knowledge knowledge, BoardFilter about, QueueKind? kind, DateOnly on, int offset, int limit)
    {
        // OrderBy is stable: what is late or behind stays in the list's order, and what somebody has sent in is taken in turn.
        List<QueueItem> all =
        [
            .. knowledge.Commitments
                .Where(c => c.StandingOn(on) != Standing.Withdrawn && about.Holds(c, on, knowledge))
                .SelectMany(c => ItemsOf(knowledge, c, on))
                .Where(i => about.Units is null || i.Report is null || (i.Unit is { } unit && about.Units.Contains(unit.Code, StringComparer.Ordinal)))
                .OrderBy(i => i.Kind)
                .ThenBy(i => i.IsLagging ? DateOnly.MinValue : i.Since)
                .ThenBy(i => i.IsLagging ? 0 : i.Position),
        ];
        var listed = kind is null ? all : all.FindAll(i => i.Kind == kind);
        return (new(on, knowledge.Position, QueueCounts.Of(all), [.. listed.Skip(offset).Take(limit)]), Paging.Next(offset, limit, listed.Count));
    }

    /// <summary>The same as one page, where what there is has been counted already.</summary>
    internal static SupervisionQueue Of(Knowledge page, QueueCount count, DateOnly on)
    {
        var items = page.Commitments.ToDictionary(c => c.Id, c => ItemsOf(page, c, on).ToList(), StringComparer.Ordinal);
        return new(on, page.Position, count.Counts, [.. count.Page.Select(p => items[p.Commitment][p.Place])]);
    }

    /// <summary>What of one commitment waits on a day on which it stands in the list; always in the same order.</summary>
    internal static IEnumerable<QueueItem> ItemsOf(Knowledge knowledge, Commitment commitment, DateOnly on)
    {
        var judged = Judgement.Of(commitment, on, knowledge.Rules.On(on, commitment.Plan), knowledge.Directory);
        var verdict = judged.Verdict;
        if (verdict.Light.IsWarning())
            yield return Lagging(knowledge, commitment, judged, on);

        // What only counts here is verified or answered where it was made.
        foreach (var report in commitment.Reports.Where(r => r.Through <= on && r.CountedFrom is null))
        {
            if (report.Status == ReportStatus.Submitted)
                yield return OfReport(LeadReview.IsMissing(commitment, report, knowledge.Schedule) ? QueueKind.Unreviewed : QueueKind.Unverified, knowledge, commitment, report, verdict);
            else if (report.Status == ReportStatus.Returned && commitment.Standing == Standing.Active)
                yield return OfReport(QueueKind.Returned, knowledge, commitment, report, verdict);
        }

        foreach (var claim in commitment.PendingClaims().Where(c => c.CompletedOn <= on))
            yield return Of(QueueKind.Claimed, knowledge, commitment, knowledge.NameOf(claim.Unit), claim.ClaimedOn, claim.Position, null, verdict);
    }

    /// <summary>Overdue is a date that has passed; behind is a figure short of its pace.</summary>
    private static QueueItem Lagging(Knowledge knowledge, Commitment commitment, Judgement judged, DateOnly on)
    {
        var (kind, since) = judged.Verdict.Reason.Code switch
        {
            "overdue" => (QueueKind.Overdue, commitment.PeriodOn(on).End),
            "node_overdue" => (QueueKind.Overdue, judged.Nodes.Where(n => n.ReachedOn is null).Min(n => n.Node.Planned)),
            _ => (QueueKind.Behind, judged.Totals.Cutoff ?? on),
        };
        var lead = commitment.ResponsibleOn(on).Where(r => r.Role == Role.Lead).Select(r => r.Unit).OfType<string>().FirstOrDefault();
        long? position = judged.Totals.Basis.Count > 0 ? judged.Totals.Basis[^1] : null;
        return Of(kind, knowledge, commitment, lead is null ? null : knowledge.NameOf(lead), since, position, null, judged.Verdict);
    }

    private static QueueItem OfReport(QueueKind kind, Knowledge knowledge, Commitment commitment, Report report, Verdict verdict)
        => Of(kind, knowledge, commitment, knowledge.NameOf(report.Unit), report.ChangedOn, report.ChangedAt, report.Id, verdict) with
        {
            Total = report.Total,
            AnswersReturn = report.Status == ReportStatus.Submitted ? report.ReturnedAt : null,
        };

    private static QueueItem Of(
        QueueKind kind, Knowledge knowledge, Commitment commitment, UnitName? unit, DateOnly since, long? position, Guid? report, Verdict verdict) => new(
        kind,
        commitment.Id,
        knowledge.PlanOf(commitment).Code,
        commitment.Number,
        commitment.Title,
        unit,
        since,
        position,
        report,
        verdict.Light,
        verdict.Reason);
}

/// <summary>Why something is in the queue; the most pressing first.</summary>
public enum QueueKind
{
    /// <summary>逾期: past its end, or a node past its date.</summary>
    Overdue,

    /// <summary>欠进度: yellow, orange or red against pace.</summary>
    Behind,

    /// <summary>待核验.</summary>
    Unverified,

    /// <summary>已退回, not answered yet.</summary>
    Returned,

    /// <summary>待销号.</summary>
    Claimed,

    /// <summary>待初审: the lead has to review it before supervisors verify it.</summary>
    Unreviewed,
}

public sealed record QueueCounts(int Overdue, int Behind, int Unverified, int Returned, int Claimed, int Unreviewed = 0)
{
    internal static QueueCounts Of(IReadOnlyCollection<QueueItem> items) => new(
        items.Count(i => i.Kind == QueueKind.Overdue),
        items.Count(i => i.Kind == QueueKind.Behind),
        items.Count(i => i.Kind == QueueKind.Unverified),
        items.Count(i => i.Kind == QueueKind.Returned),
        items.Count(i => i.Kind == QueueKind.Claimed),
        items.Count(i => i.Kind == QueueKind.Unreviewed));
}

/// <param name="Commitment">The stream.</param>
/// <param name="Plan">The plan's code.</param>
/// <param name="Unit">Whose matter it is: who reported or claimed, else the first lead.</param>
/// <param name="Since">The day the report or claim last changed; of a lagging item the date it missed, or its cut-off.</param>
/// <param name="Position">The event behind it.</param>
/// <param name="Report">The report's id.</param>
/// <param name="Total">What the report says.</param>
/// <param name="AnswersReturn">Of a report sent in again: where its return is recorded.</param>
public sealed record QueueItem(
    QueueKind Kind,
    string Commitment,
    string Plan,
    string Number,
    string Title,
    UnitName? Unit,
    DateOnly Since,
    long? Position,
    Guid? Report,
    Light Light,
    Reason Reason,
    decimal? Total = null,
    long? AnswersReturn = null)
{
    internal bool IsLagging => Kind is QueueKind.Overdue or QueueKind.Behind;
}
