using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Supervision;

namespace TargetLedger.Boards;

/// <summary>What due dates go by: the calendar in force for each year, and every version of the terms.</summary>
/// <param name="Verification">By which terms reports are verified, every version.</param>
/// <param name="Version">Of the stream, for If-Match; 0 before the first.</param>
public sealed record ScheduleList(
    long Position,
    long Version,
    IReadOnlyList<CalendarAnnounced> Calendars,
    ReportingTerms Default,
    IReadOnlyList<ReportingTermsAdopted> Adopted,
    VerificationTerms VerificationDefault,
    IReadOnlyList<VerificationTermsAdopted> Verification)
{
    internal static ScheduleList Of(Knowledge knowledge)
        => new(
            knowledge.Position,
            knowledge.Schedule.Version,
            [.. knowledge.Schedule.Calendar.Years.Values],
            ReportingTerms.Default,
            knowledge.Schedule.Terms,
            VerificationTerms.Default,
            knowledge.Schedule.Verification);
}
