using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Boards;

/// <summary>
/// 填报表: what one unit owes for the periods whose cut-off lies in a month, with what it has to know to fill it in, as known at
/// a position. What is excused is left out, and while a commitment stands still what was not reported; what has been reported is shown as it stands, without its words.
/// </summary>
/// <param name="On">The day judged for: whether a period is late or locked is told as of it.</param>
/// <param name="Month">Its first day.</param>
public sealed record ReportingForm(DateOnly On, long Position, UnitHead Unit, DateOnly Month, IReadOnlyList<FormItem> Items)
{
    /// <summary>Null where no such unit is known.</summary>
    internal static ReportingForm? Of(Knowledge knowledge, string code, DateOnly month, DateOnly on)
    {
        if (!knowledge.Directory.Units.TryGetValue(code, out var unit))
            return null;

        var first = new DateOnly(month.Year, month.Month, 1);
        var last = new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
        // A form may be made before its period has ended.
        var judgedOn = on > last ? on : last;
        return new(on, knowledge.Position, new(unit.Code, unit.Name, unit.Kind), first, [.. knowledge.Commitments.SelectMany(c => ItemsOf(knowledge, c, code, new(first, last), judgedOn, on))]);
    }

    private static IEnumerable<FormItem> ItemsOf(Knowledge knowledge, Commitment commitment, string unit, Period month, DateOnly judgedOn, DateOnly on)
        => DueReports.Of(commitment, judgedOn, knowledge.Schedule, knowledge.Directory)
            .Where(d => d.Unit == unit && month.Contains(d.Period.End) && d.Timeliness != Timeliness.Excused)
            .Where(d => d.Report is not null || commitment.StandingOn(on) == Standing.Active)
            .Select(d => new FormItem(
                commitment.Id,
                commitment.Version,
                knowledge.PlanOf(commitment).Code,
                commitment.Number,
                commitment.Title,
                commitment.TargetOn(d.Period.End)?.AsWritten,
                commitment.Measure,
                d.Period,
                commitment.ReportBefore(unit, d.Period)?.Total,
                commitment.Nodes,
                d,
                d.LockedAfter < on && d.AllowedUntil is null,
                d.Report is { } id ? commitment.FindReport(id) : null));
}

/// <summary>One report to be filled in.</summary>
/// <param name="Commitment">Its stream.</param>
/// <param name="Version">The stream's, by which what has changed since is found.</param>
/// <param name="Plan">Its plan's code.</param>
/// <param name="Target">In the words of the document; null where it lives by nodes.</param>
/// <param name="TotalBefore">上期累计.</param>
/// <param name="IsLocked">Neither taken any more nor by leave.</param>
/// <param name="Report">What is reported already, without its words.</param>
public sealed record FormItem(
    string Commitment,
    long Version,
    string Plan,
    string Number,
    string Title,
    string? Target,
    Measure? Measure,
    Period Period,
    decimal? TotalBefore,
    IReadOnlyList<NodeState> Nodes,
    DueReport Due,
    bool IsLocked,
    Report? Report);
