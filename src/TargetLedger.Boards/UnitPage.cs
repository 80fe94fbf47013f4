using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Units;

namespace TargetLedger.Boards;

/// <summary>What a unit answers for, on a day, as known at a position, which of its reports came back and which it still owes.</summary>
/// <param name="Periods">What it owed for what it answers for on the day.</param>
/// <param name="Due">待报: what of that is not in, missing or not due yet, and can be reported; the earliest due first.</param>
/// <param name="ToReview">待初审: what others report on what it leads, and it has to review first; the longest waiting first.</param>
public sealed record UnitPage(
    DateOnly On,
    long Position,
    UnitHead Unit,
    int Commitments,
    Lights Lights,
    IReadOnlyList<BoardRow> Rows,
    IReadOnlyList<ReturnedReport> Returned,
    TimelinessCounts Periods,
    IReadOnlyList<DueItem> Due,
    IReadOnlyList<ReportToReview> ToReview)
{
    /// <summary>Null where no such unit is known.</summary>
    public static UnitPage? Of(Knowledge knowledge, string code, DateOnly on)
    {
        if (!knowledge.Directory.Units.TryGetValue(code, out var unit))
            return null;

        var (rows, due, open) = (new List<BoardRow>(), new List<DueItem>(), new List<DueItem>());
        foreach (var commitment in knowledge.Commitments.Where(c => c.StandingOn(on) != Standing.Withdrawn && c.AnswersFor(code, on, knowledge.Directory)))
        {
            var owed = DueReports.Of(commitment, on, knowledge.Schedule, knowledge.Directory);
            rows.Add(BoardRow.Of(knowledge, commitment, owed, on) with { Role = RoleOf(commitment, code, on, knowledge.Directory) });
            DueItem[] own = [.. owed.Where(d => d.Unit == code).Select(d => DueItem.Of(knowledge, commitment, d))];
            due.AddRange(own);
            if (commitment.StandingOn(on) == Standing.Active)
                open.AddRange(own.Where(d => d.Due.Timeliness is Timeliness.Missing or Timeliness.Pending));
        }

        return new(
            on,
            knowledge.Position,
            new(unit.Code, unit.Name, unit.Kind),
            rows.Count,
            Lights.Of([.. rows.Select(r => r.Light)]),
            rows,
            [.. knowledge.Commitments.SelectMany(c => ReturnedReport.Of(knowledge, c, code))],
            TimelinessCounts.Of(due.Select(d => d.Due)),
            [.. open.OrderBy(d => d.Due.Due)],
            [.. knowledge.Commitments.SelectMany(c => ReportToReview.Of(knowledge, c, code, on)).OrderBy(r => r.Position)]);
    }

    private static UnitRole RoleOf(Commitment commitment, string unit, DateOnly on, UnitDirectory directory)
        => commitment.IsLead(unit, on) ? UnitRole.Lead
            : commitment.IsMember(unit, on, directory) ? UnitRole.Member
            : UnitRole.Partner;
}

public sealed record UnitHead(string Code, string Name, UnitKind Kind);

/// <summary>The part a unit has in a commitment.</summary>
public enum UnitRole
{
    /// <summary>牵头.</summary>
    Lead,

    /// <summary>配合、协同、协办.</summary>
    Partner,

    /// <summary>A member of the group the target is divided among.</summary>
    Member,
}

/// <summary>
/// A report that waits for its unit's correction. It is listed whichever day the page is for: it has to be answered. While its commitment
/// stands still it cannot be.
/// </summary>
/// <param name="Commitment">The stream.</param>
/// <param name="Report">The report's id.</param>
/// <param name="Position">Where the return is recorded.</param>
/// <param name="By">The lead that returned it; null where a supervisor did.</param>
public sealed record ReturnedReport(
    string Commitment, string Plan, string Number, string Title, Guid Report, Period Period, string Reason, DateOnly On, long Position, UnitName? By = null)
{
    internal static IEnumerable<ReturnedReport> Of(Knowledge knowledge, Commitment commitment, string unit)
        => commitment.Reports
            .Where(r => r.Unit == unit && r.Status == ReportStatus.Returned && r.CountedFrom is null && commitment.Standing == Standing.Active)
            .Select(r => new ReturnedReport(
                commitment.Id,
                knowledge.PlanOf(commitment).Code,
                commitment.Number,
                commitment.Title,
                r.Id,
                r.Period,
                r.ReturnReason ?? "",
                r.ChangedOn,
                r.ReturnedAt ?? r.ChangedAt,
                r.ReturnedBy is { } lead ? knowledge.NameOf(lead) : null));
}
