namespace TargetLedger.Domain.Periods;

/// <summary>
/// 放假安排: which days of a year are worked, as announced. A later announcement for the same year takes the place of the
/// earlier one; due dates that are still open then follow it.
/// </summary>
/// <param name="Year">The year it is for. A break that begins in December before or ends in January after belongs to it.</param>
/// <param name="Workdays">调休: Saturdays and Sundays on which people work.</param>
/// <param name="Authority">The notice's number, e.g. 国办发明电〔2013〕28号.</param>
public sealed record CalendarAnnounced(int Year, IReadOnlyList<Holiday> Holidays, IReadOnlyList<DateOnly> Workdays, string Authority)
{
    /// <summary>Says the same, member by member; a record compares its lists by reference.</summary>
    internal bool IsSameAs(CalendarAnnounced other)
        => Year == other.Year && Authority == other.Authority && Holidays.SequenceEqual(other.Holidays) && Workdays.SequenceEqual(other.Workdays);
}

/// <param name="To">The last day off.</param>
public sealed record Holiday(string Name, DateOnly From, DateOnly To);

/// <summary>填报规则: how long units have after a period's cut-off, for cut-offs from a day on.</summary>
/// <param name="Authority">By whose leave: the document's number.</param>
public sealed record ReportingTermsAdopted(string Name, DateOnly EffectiveFrom, ReportingTerms Terms, string Authority);
