using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Periods;

/// <summary>填报期: a stretch of days that is reported on. It is named by its last day, the cut-off (统计截止日).</summary>
/// <param name="Nodes">Of a cadence by node: the nodes planned for the cut-off.</param>
public sealed record ReportingPeriod(Period Period, IReadOnlyList<string> Nodes)
{
    public DateOnly Cutoff => Period.End;
}

/// <summary>
/// The periods a commitment is reported on: months, quarters, half-years or years, cut to the commitment's own period, or the
/// stretches between its nodes. What had ended before the commitment was made is nobody's duty.
/// </summary>
public static class ReportingPeriods
{
    /// <summary>Those that have ended by a day, in order.</summary>
    public static IEnumerable<ReportingPeriod> Of(Commitment commitment, DateOnly through)
        => (commitment.Cadence == Cadence.ByNode ? ByNode(commitment) : BySpan(commitment, MonthsOf(commitment.Cadence), through))
            .Where(p => commitment.MadeOn <= p.Cutoff && p.Cutoff <= through);

    /// <summary>All there are, those still to come included.</summary>
    public static IEnumerable<ReportingPeriod> Of(Commitment commitment) => Of(commitment, DateOnly.MaxValue);

    private static IEnumerable<ReportingPeriod> BySpan(Commitment commitment, int months, DateOnly through)
    {
        var first = commitment.Periods.Min(p => p.Value.Start);
        var last = commitment.Periods.Max(p => p.Value.End);
        if (first < commitment.MadeOn)
            first = commitment.MadeOn;
        if (last > through)
            last = through;
        for (var start = SpanStart(first, months); start <= last; start = start.AddMonths(months))
        {
            var end = EndOfSpan(start, months);
            var whole = commitment.PeriodOn(end);
            var cut = new Period(start > whole.Start ? start : whole.Start, end < whole.End ? end : whole.End);
            if (cut.Start <= cut.End)
                yield return new(cut, []);
            if (end >= last)
                yield break;
        }
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
