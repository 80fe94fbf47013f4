using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.JointLeads;

namespace TargetLedger.Boards;

/// <summary>What waits for a supervisor, on a day, as known at a position.</summary>
/// <param name="Counts">Over all kinds, whichever are listed.</param>
public sealed record SupervisionQueue(DateOnly On, long Position, QueueCounts Counts, IReadOnlyList<QueueItem> Items)
{
    public static (SupervisionQueue Queue, int? Next) Of(Knowledge knowledge, QueueKind? kind, DateOnly on, int offset, int limit)
    {
        // OrderBy is stable: within a kind the list's order stays.
        List<QueueItem> all =
        [
            .. knowledge.Commitments
                .Where(c => c.StandingOn(on) != Standing.Withdrawn)
                .SelectMany(c => ItemsOf(knowledge, c, on))
                .OrderBy(i => i.Kind),
        ];
        var listed = kind is null ? all : all.FindAll(i => i.Kind == kind);
        return (new(on, knowledge.Position, QueueCounts.Of(all), [.. listed.Skip(offset).Take(limit)]), Paging.Next(offset, limit, listed.Count));
    }

    private static IEnumerable<QueueItem> ItemsOf(Knowledge knowledge, Commitment commitment, DateOnly on)
    {
        var judged = Judgement.Of(commitment, on, knowledge.Rules.On(on, commitment.Plan), knowledge.Directory);
        // The queue does not show what is owed, and asks for every commitment there is.
        var row = BoardRow.Of(knowledge, commitment, judged, [], on);
        var lead = row.Leads.Count > 0 ? row.Leads[0] : null;
        if (row.Light.IsWarning())
            yield return Lagging(commitment, judged, row, lead, on);

        foreach (var report in commitment.Reports.Where(r => r.Through <= on))
        {
            if (report.Status == ReportStatus.Submitted)
                yield return OfReport(QueueKind.Unverified, knowledge, row, report);
            else if (report.Status == ReportStatus.Returned)
                yield return OfReport(QueueKind.Returned, knowledge, row, report);
        }

        foreach (var claim in commitment.PendingClaims().Where(c => c.CompletedOn <= on))
        {
            yield return new(
                QueueKind.Claimed, row.Commitment, row.Plan, row.Number, row.Title, knowledge.NameOf(claim.Unit),
                claim.ClaimedOn, claim.Position, null, row.Light, row.Reason);
        }
    }

    /// <summary>Overdue is a date that has passed; behind is a figure short of its pace.</summary>
    private static QueueItem Lagging(Commitment commitment, Judgement judged, BoardRow row, UnitName? lead, DateOnly on)
    {
        var (kind, since) = row.Reason.Code switch
        {
            "overdue" => (QueueKind.Overdue, commitment.PeriodOn(on).End),
            "node_overdue" => (QueueKind.Overdue, judged.Nodes.Where(n => n.ReachedOn is null).Min(n => n.Node.Planned)),
            _ => (QueueKind.Behind, row.Cutoff ?? on),
        };
        long? position = row.Basis.Count > 0 ? row.Basis[^1] : null;
        return new(kind, row.Commitment, row.Plan, row.Number, row.Title, lead, since, position, null, row.Light, row.Reason);
    }

    private static QueueItem OfReport(QueueKind kind, Knowledge knowledge, BoardRow row, Report report) => new(
        kind,
        row.Commitment,
        row.Plan,
        row.Number,
        row.Title,
        knowledge.NameOf(report.Unit),
        report.ChangedOn,
        report.ChangedAt,
        report.Id,
        row.Light,
        row.Reason);
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
}

public sealed record QueueCounts(int Overdue, int Behind, int Unverified, int Returned, int Claimed)
{
    internal static QueueCounts Of(IReadOnlyCollection<QueueItem> items) => new(
        items.Count(i => i.Kind == QueueKind.Overdue),
        items.Count(i => i.Kind == QueueKind.Behind),
        items.Count(i => i.Kind == QueueKind.Unverified),
        items.Count(i => i.Kind == QueueKind.Returned),
        items.Count(i => i.Kind == QueueKind.Claimed));
}

/// <param name="Commitment">The stream.</param>
/// <param name="Plan">The plan's code.</param>
/// <param name="Unit">Whose matter it is: who reported or claimed, else the first lead.</param>
/// <param name="Since">The day the report or claim last changed; of a lagging item the date it missed, or its cut-off.</param>
/// <param name="Position">The event behind it.</param>
/// <param name="Report">The report's id.</param>
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
    Reason Reason);
