using TargetLedger.Domain.Periods;

namespace TargetLedger.Boards;

/// <summary>What due dates go by: the calendar in force for each year, and every version of the terms.</summary>
/// <param name="Version">Of the stream, for If-Match; 0 before the first.</param>
public sealed record ScheduleList(
    long Position, long Version, IReadOnlyList<CalendarAnnounced> Calendars, ReportingTerms Default, IReadOnlyList<ReportingTermsAdopted> Adopted)
{
    internal static ScheduleList Of(Knowledge knowledge)
        => new(knowledge.Position, knowledge.Schedule.Version, [.. knowledge.Schedule.Calendar.Years.Values], ReportingTerms.Default, knowledge.Schedule.Terms);
}
