using System.Text.Json.Serialization;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Counting;

/// <summary>一次填报、多处计数: reports on one commitment count in another. Both know of it.</summary>
/// <param name="Other">The stream at the other end.</param>
/// <param name="From">Reports of periods that begin on this day or later count.</param>
/// <param name="Until">Those of periods that begin on this day or later count no more; null while it lasts.</param>
/// <param name="Units">Who reports at the end where it is reported.</param>
public sealed record CountingLink(Guid Id, LinkEnd End, string Other, DateOnly From, DateOnly? Until, IReadOnlyList<string> Units, string Authority)
{
    /// <summary>The day it was recorded, where it began back in time. Of the fold: no event says it.</summary>
    [JsonIgnore]
    public DateOnly? RecordedOn { get; init; }

    public bool Covers(Period period) => period.Start >= From && !(period.Start >= Until);
}

public enum LinkEnd
{
    /// <summary>What is reported here counts at the other end too.</summary>
    CountsIn,

    /// <summary>What is reported at the other end counts here too.</summary>
    CountedFrom,
}

/// <summary>What is said of a link, at both its ends.</summary>
public sealed record CountingLinked(Guid Link, LinkEnd End, string Other, DateOnly From, IReadOnlyList<string> Units, string Authority);

/// <param name="On">Reports of periods that begin on this day or later count no more.</param>
public sealed record CountingUnlinked(Guid Link, DateOnly On, string Reason);

/// <summary>
/// A report made on another commitment counts here, as it stands there after what was recorded with this event. It is known by
/// its own id, so that whatever becomes of it there follows here.
/// </summary>
/// <param name="Source">The stream it was made on.</param>
/// <param name="ReportedOn">The day it was recorded there, where that was before the link.</param>
public sealed record ReportCounted(
    Guid Link,
    string Source,
    Guid Report,
    string Unit,
    Period Period,
    DateOnly Through,
    bool NoProgress,
    ReportStatus Status,
    decimal? Amount = null,
    decimal? Total = null,
    decimal? VerifiedTotal = null,
    string? ReturnReason = null,
    DateOnly? ReportedOn = null)
{
    internal static ReportCounted Of(CountingLink link, string source, Report report, DateOnly? reportedOn) => new(
        link.Id, source, report.Id, report.Unit, report.Period, report.Through, report.NoProgress, report.Status, report.Amount, report.Total, report.VerifiedTotal, report.ReturnReason, reportedOn);

    /// <summary>The report as it counts here.</summary>
    /// <param name="before">As it counted until now; null for one that is new here.</param>
    internal Report On(Report? before, Recorded recorded) => new(
        Report,
        Unit,
        Period,
        Through,
        Amount,
        Total,
        NoProgress,
        null,
        null,
        [],
        [],
        Status,
        VerifiedTotal,
        before is { Corrections: var corrections } ? corrections + (before.Amount, before.Total, before.Through) switch
        {
            var (amount, total, through) when amount == Amount && total == Total && through == Through => 0,
            _ => 1,
        } : 0,
        before?.Position ?? recorded.Position,
        recorded.Position,
        before?.ReportedOn ?? ReportedOn ?? recorded.At.Day,
        recorded.At.Day,
        ReturnReason,
        Source);
}

public static class CountedElsewhere
{
    /// <summary>The report an event changes; null where it is about none.</summary>
    public static Guid? ReportOf(object recorded) => recorded switch
    {
        ProgressReported e => e.Report,
        ProgressCorrected e => e.Report,
        ProgressWithdrawn e => e.Report,
        ProgressVerified e => e.Report,
        ProgressReturned e => e.Report,
        ProgressReviewed e => e.Report,
        ProgressReturnedByLead e => e.Report,
        ClassesReported e => e.Report,
        ReportCounted e => e.Report,
        _ => null,
    };

    /// <summary>What is to be recorded at the other end of a link, now that some reports stand as they do.</summary>
    /// <param name="source">After what is recorded of it.</param>
    /// <param name="target">As it stands at the other end.</param>
    /// <param name="directory">With the groups of the target.</param>
    public static IReadOnlyList<object> Follow(CountingLink link, Commitment source, Commitment target, IEnumerable<Guid> reports, UnitDirectory directory)
    {
        var events = new List<object>();
        foreach (var id in reports.Distinct())
        {
            if (source.FindReport(id) is not { Total: not null } report || !link.Covers(report.Period))
                continue;
            var counted = target.FindReport(id);
            // What never counted need not be taken back; who answers there is asked once.
            if (counted is null && (report.Status == ReportStatus.Withdrawn || !Answers(target, report, directory) || IsReported(target, report, source)))
                continue;
            if (counted is null || !Same(counted, report))
                events.Add(ReportCounted.Of(link, source.Id, report, null));
        }

        return events;
    }

    internal static bool Answers(Commitment target, Report report, UnitDirectory directory)
        => target.IsLead(report.Unit, report.Period.End) || target.IsMember(report.Unit, report.Period.End, directory);

    /// <summary>The streams at which it is reported what counts in a commitment.</summary>
    public static IReadOnlyList<string> SourcesOf(Commitment commitment)
        => commitment.Links.IsEmpty ? [] : [.. commitment.Links.Where(l => l.End == LinkEnd.CountedFrom).Select(l => l.Other).Distinct(StringComparer.Ordinal)];

    /// <summary>A period has one report in a series: it was reported at the other end itself while the link did not bind.</summary>
    private static bool IsReported(Commitment target, Report report, Commitment source)
        => target.Reports.Exists(r => r is { Total: not null, Status: not ReportStatus.Withdrawn }
            && r.Period.Overlaps(report.Period)
            && target.InSameSeries(r, report.Unit, report.Period)
            // One that is withdrawn with this very record still stands here.
            && source.FindReport(r.Id) is not { Status: ReportStatus.Withdrawn });

    /// <summary>The link by which a unit's reports of a period come from elsewhere; null where it reports here.</summary>
    /// <param name="sources">The commitments linked from, as they stand. Of one that is not among them the link is taken at its word.</param>
    internal static CountingLink? LinkFor(Commitment commitment, string unit, Period period, IReadOnlyDictionary<string, Commitment>? sources)
        => commitment.Links.Find(l => l.End == LinkEnd.CountedFrom && l.Covers(period) && Binds(l, sources?.GetValueOrDefault(l.Other), commitment, unit, period));

    /// <summary>Nobody is sent where nobody can report: the source runs, is led by whom this is the report of, and the period is not used up there.</summary>
    private static bool Binds(CountingLink link, Commitment? source, Commitment target, string unit, Period period)
    {
        if (source is not null && (source.Standing != Standing.Active || ReportedInVain(source, target, period)))
            return false;
        var leads = source?.ResponsibleOn(period.End).Where(r => r.Role == Role.Lead).Select(r => r.Unit).OfType<string>() ?? link.Units;
        return leads.Any(lead => lead == unit || (target.IsLead(unit, period.End) && target.IsLead(lead, period.End)));
    }

    private static bool ReportedInVain(Commitment source, Commitment target, Period period)
        => source.Reports.Exists(r => r.Status != ReportStatus.Withdrawn && r.Period.Overlaps(period) && source.IsLead(r.Unit, r.Period.End) && target.FindReport(r.Id) is null);

    internal static Refusal ReportThere(CountingLink link) => new(
        "reported_through_link",
        $"该事项由 {link.Other} 的填报计数,请在那里填报",
        $"reports on {link.Other} count here; report there",
        "/unit");

    /// <summary>What is linked stays the same thing over the same period, summed up in the same way and reported by the same leads.</summary>
    internal static Refusal EndLinkFirst(string member)
        => new("commitment_linked", "该事项已关联计数,请先取消关联", "the commitment is linked; end the link first", member);

    internal static Refusal CountedHere(Report report) => new(
        "report_counted_here",
        $"该填报在 {report.CountedFrom} 填报,此处只计数;更正、核验、退回和撤回在那里办理,此处随之变化",
        $"the report was made on {report.CountedFrom} and only counts here; correct, verify, return or withdraw it there and it follows");

    private static bool Same(Report counted, Report report)
        => (counted.Through, counted.Amount, counted.Total, counted.NoProgress, counted.Status, counted.VerifiedTotal, counted.ReturnReason)
           == (report.Through, report.Amount, report.Total, report.NoProgress, report.Status, report.VerifiedTotal, report.ReturnReason);
}
