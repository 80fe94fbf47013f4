using System.Collections.Concurrent;
using System.Collections.Immutable;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Supervision;

namespace TargetLedger.Domain.Periods;

/// <summary>
/// 填报安排: when reports are due, by the calendars announced and the terms adopted. A due date follows every announcement made
/// while it is open, and stands once it has passed: what was late or on time by what was known then stays so.
/// </summary>
public sealed class ReportingSchedule
{
    // Most of a ledger's commitments share a few dozen cut-offs.
    private readonly ConcurrentDictionary<(Cadence Cadence, DateOnly Cutoff), Deadline> known = new();
    private readonly ImmutableList<Announcement> announcements;

    private ReportingSchedule(
        ImmutableList<Announcement> announcements, ImmutableList<ReportingTermsAdopted> terms, ImmutableList<VerificationTermsAdopted> verification, long version)
    {
        this.announcements = announcements;
        Terms = terms;
        Verification = verification;
        Version = version;
    }

    public static ReportingSchedule Empty { get; } = new([new(DateOnly.MinValue, WorkingCalendar.Empty, [])], [], [], 0);

    /// <summary>As announced last.</summary>
    public WorkingCalendar Calendar => announcements[^1].Calendar;

    /// <summary>Every version adopted, in the order they were recorded.</summary>
    public ImmutableList<ReportingTermsAdopted> Terms { get; }

    /// <summary>Every version of the terms of verification, in the order they were recorded.</summary>
    public ImmutableList<VerificationTermsAdopted> Verification { get; }

    public long Version { get; }

    /// <summary>When a report about a period that ends on a day is due, and until when it is taken without leave.</summary>
    public Deadline DeadlineOf(Cadence cadence, DateOnly cutoff)
        => known.GetOrAdd((cadence, cutoff), static (key, all) => Derive(all, key.Cadence, key.Cutoff), announcements);

    /// <summary>The terms by which reports about a period that ends on a day are verified. Of two effective on one day the later recorded wins.</summary>
    public VerificationTerms VerificationOn(DateOnly cutoff)
        => Verification.IsEmpty
            ? VerificationTerms.Default
            : Verification.Where(t => t.EffectiveFrom <= cutoff).OrderBy(t => t.EffectiveFrom).LastOrDefault()?.Terms ?? VerificationTerms.Default;

    /// <summary>The years in which a due date or a lock within some days from now falls, and nothing was announced for.</summary>
    public IReadOnlyList<int> YearsWithoutCalendar(DateOnly today, int daysAhead)
        => [.. new[] { today.Year, today.AddDays(daysAhead).Year }.Distinct().Where(year => !Calendar.Knows(year))];

    public static ReportingSchedule Evolve(ReportingSchedule state, Recorded recorded) => recorded.Event switch
    {
        CalendarAnnounced e => state.With(recorded, state.Calendar.With(e), state.Terms),
        ReportingTermsAdopted e => state.With(recorded, state.Calendar, state.Terms.Add(e)),
        VerificationTermsAdopted e => new(state.announcements, state.Terms, state.Verification.Add(e), recorded.Version),
        _ => throw new InvalidOperationException($"The reporting schedule does not know {recorded.Event.GetType().Name}."),
    };

    public static Decision Announce(ReportingSchedule schedule, CalendarAnnounced wanted)
    {
        Refusal[] refusals = [.. CalendarRules.Check(wanted)];
        if (refusals.Length > 0)
            return Decision.No(refusals);
        return schedule.Calendar.Years.TryGetValue(wanted.Year, out var last) && last.IsSameAs(wanted) ? Decision.Done : Decision.Of(wanted);
    }

    public static Decision Adopt(ReportingSchedule schedule, ReportingTermsAdopted wanted)
    {
        Refusal[] refusals = [.. Check(wanted.Terms)];
        if (refusals.Length > 0)
            return Decision.No(refusals);

        // The latest of its day, not any of the past: going back to an earlier version is a decision of its own.
        return schedule.Terms.FindLast(t => t.EffectiveFrom == wanted.EffectiveFrom) == wanted ? Decision.Done : Decision.Of(wanted);
    }

    private ReportingSchedule With(Recorded recorded, WorkingCalendar calendar, ImmutableList<ReportingTermsAdopted> terms)
        => new(announcements.Add(new(recorded.At.Day, calendar, terms)), terms, Verification, recorded.Version);

    /// <summary>Nobody is late by an announcement made afterwards: a date moves at the earliest to the day of the announcement.</summary>
    private static Deadline Derive(ImmutableList<Announcement> announcements, Cadence cadence, DateOnly cutoff)
    {
        var (due, locked) = announcements[0].DeadlineOf(cadence, cutoff);
        foreach (var next in announcements.Skip(1))
        {
            if (due >= next.On)
                (due, locked) = next.DeadlineOf(cadence, cutoff) is var later && later.Due >= next.On ? later : next.DeadlineFrom(next.On, cutoff);
            else if (locked is null || locked >= next.On)
                locked = next.DeadlineFrom(due, cutoff).LockedAfter is { } then ? Later(then, next.On) : null;
        }

        return new(due, locked);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static IEnumerable<Refusal> Check(ReportingTerms terms)
    {
        const int most = 250;
        (int? Days, int Least, string Member)[] all =
        [
            (terms.MonthlyDays, 1, "monthlyDays"),
            (terms.QuarterlyDays, 1, "quarterlyDays"),
            (terms.HalfYearlyDays, 1, "halfYearlyDays"),
            (terms.YearlyDays, 1, "yearlyDays"),
            (terms.NodeDays, 1, "nodeDays"),
            (terms.LockDays, 0, "lockDays"),
        ];
        foreach (var (days, least, member) in all)
        {
            if (days < least || days > most)
                yield return new("value_out_of_range", $"应在 {least} 到 {most} 之间", $"must lie between {least} and {most}", $"/terms/{member}");
        }
    }

    /// <summary>What was known from a day on.</summary>
    private sealed record Announcement(DateOnly On, WorkingCalendar Calendar, ImmutableList<ReportingTermsAdopted> Terms)
    {
        public Deadline DeadlineOf(Cadence cadence, DateOnly cutoff)
            => DeadlineFrom(Calendar.AddWorkingDays(cutoff, Of(cutoff).DaysFor(cadence)), cutoff);

        public Deadline DeadlineFrom(DateOnly due, DateOnly cutoff)
            => new(due, Of(cutoff).LockDays is { } days ? Calendar.AddWorkingDays(due, days) : null);

        /// <summary>The latest effective by the cut-off. Of two effective on one day the later recorded wins.</summary>
        private ReportingTerms Of(DateOnly cutoff)
            => Terms.Where(t => t.EffectiveFrom <= cutoff).OrderBy(t => t.EffectiveFrom).LastOrDefault()?.Terms ?? ReportingTerms.Default;
    }
}

/// <param name="Due">The last day on which a report is on time.</param>
/// <param name="LockedAfter">The last day on which a report is taken without leave; null where the period never locks.</param>
public readonly record struct Deadline(DateOnly Due, DateOnly? LockedAfter)
{
    public bool IsLockedOn(DateOnly day) => day > LockedAfter;
}
