using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Periods;

/// <summary>填报期: a stretch of days that is reported on. It is named by its last day, the cut-off (统计截止日).</summary>
/// <param name="Nodes">Of a cadence by node: the nodes planned for the cut-off.</param>
/// <param name="NextCutoff">A report that covers this day too is about the period after; null where none follows, and by node.</param>
public sealed record ReportingPeriod(Period Period, IReadOnlyList<string> Nodes, DateOnly? NextCutoff = null)
{
    public DateOnly Cutoff => Period.End;

    /// <summary>
    /// A report of some days is about the last cut-off they cover: what it says is of that day, and of those before it says
    /// nothing. By node it is about every node it covers.
    /// </summary>
    public bool IsReportedBy(Period reported) => reported.Contains(Cutoff) && !(reported.End >= NextCutoff);
}

/// <summary>
/// The periods a commitment is reported on: months, quarters, half-years or years, cut to the commitment's own period, or the
/// stretches between its nodes. What had ended before the commitment was made is nobody's duty.
/// </summary>
public static class ReportingPeriods
{
    /// <summary>Those that have ended by a day, in order.</summary>
    /// <param name="cadence">Of a member that reports by another than the commitment's.</param>
    public static IEnumerable<ReportingPeriod> Of(Commitment commitment, DateOnly through, Cadence? cadence = null) => Within(commitment, new(commitment.MadeOn, through), cadence);

    /// <summary>Those whose last day lies within some days, in order.</summary>
    public static IEnumerable<ReportingPeriod> Within(Commitment commitment, Period days, Cadence? cadence = null)
    {
        var by = cadence ?? commitment.Cadence;
        if (days.Start < commitment.MadeOn)
            days = days with { Start = commitment.MadeOn };
        return (by == Cadence.ByNode ? ByNode(commitment) : BySpan(commitment, MonthsOf(by), days))
            .Where(p => days.Contains(p.Cutoff));
    }

    /// <summary>The cut-off of the period a day falls in: only after it does anybody owe a report about the day.</summary>
    internal static DateOnly CutoffOf(Commitment commitment, DateOnly day)
    {
        if (commitment.Cadence == Cadence.ByNode)
            return day;
        var end = SpanEnd(day, commitment.Cadence);
        var last = commitment.PeriodOn(end).End;
        return last < day ? day : last < end ? last : end;
    }

    /// <summary>All there are, those still to come included, by whatever cadence somebody reports.</summary>
    public static IEnumerable<ReportingPeriod> Of(Commitment commitment) => Divisions.CadencesOf(commitment).SelectMany(c => Of(commitment, DateOnly.MaxValue, c));

    /// <summary>The last day of the month, quarter, half-year or year a day lies in.</summary>
    internal static DateOnly SpanEnd(DateOnly day, Cadence cadence)
    {
        var months = MonthsOf(cadence);
        return EndOfSpan(SpanStart(day, months), months);
    }

    private static IEnumerable<ReportingPeriod> BySpan(Commitment commitment, int months, Period days)
    {
        var first = commitment.Periods.Min(p => p.Value.Start);
        var last = commitment.Periods.Max(p => p.Value.End);
        if (first < days.Start)
            first = days.Start;
        if (last > days.End)
            last = days.End;
        for (var start = SpanStart(first, months); start <= last; start = start.AddMonths(months))
        {
            var end = EndOfSpan(start, months);
            if (Cut(commitment, start, end) is { } period)
                yield return new(period, [], NextCutoff(commitment, end, months));
            if (end >= last)
                yield break;
        }
    }

    /// <summary>What of a span lies in the commitment's period; null where nothing does.</summary>
    private static Period? Cut(Commitment commitment, DateOnly start, DateOnly end)
    {
        var whole = commitment.PeriodOn(end);
        var cut = new Period(start > whole.Start ? start : whole.Start, end < whole.End ? end : whole.End);
        return cut.Start <= cut.End ? cut : null;
    }

    private static DateOnly? NextCutoff(Commitment commitment, DateOnly end, int months)
    {
        if (end == DateOnly.MaxValue)
            return null;
        var next = end.AddDays(1);
        return Cut(commitment, next, EndOfSpan(next, months))?.End;
    }

    private static IEnumerable<ReportingPeriod> ByNode(Commitment commitment)
    {
        DateOnly? before = null;
        foreach (var planned in commitment.Nodes.GroupBy(n => n.Node.Planned).OrderBy(n => n.Key))
        {
            var whole = commitment.PeriodOn(planned.Key);
            var start = before?.AddDays(1) ?? whole.Start;
            yield return new(new(start < planned.Key ? start : planned.Key, planned.Key), [.. planned.Select(n => n.Node.Id).Order(StringComparer.Ordinal)]);
            before = planned.Key;
        }
    }

    private static int MonthsOf(Cadence cadence) => cadence switch
    {
        Cadence.Monthly => 1,
        Cadence.Quarterly => 3,
        Cadence.HalfYearly => 6,
        _ => 12,
    };

    private static DateOnly SpanStart(DateOnly day, int months) => new(day.Year, (day.Month - 1) / months * months + 1, 1);

    /// <summary>By the month, since the last of all days has none after it.</summary>
    private static DateOnly EndOfSpan(DateOnly start, int months)
    {
        var month = start.Month + months - 1;
        return new(start.Year, month, DateTime.DaysInMonth(start.Year, month));
    }
}
