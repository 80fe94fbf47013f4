using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Compliance;

/// <summary>What boards count a commitment by, from a day on until the next step.</summary>
/// <param name="Light">Null where its figures cannot be computed with, so that judging it fails.</param>
/// <param name="Withdrawn">It has left the list; it shows no light then.</param>
/// <param name="Responsible">Who answers for it, groups not resolved.</param>
/// <param name="Groups">Codes of the groups it is divided among, one a line.</param>
public readonly record struct LightStep(DateOnly From, Light? Light, bool Withdrawn, IReadOnlyList<Responsibility> Responsible, string Groups);

/// <summary>
/// For what is known at one time, a commitment's light is a step function of the day. It is made of nothing but
/// <see cref="Judgement"/>, asked on every day on which its answer may change: data comes in, a date passes, something
/// dated begins or ends. So it is not a light frozen but the answer for any day.
/// </summary>
public static class LightSteps
{
    /// <summary>
    /// The first day whose light an event may change; null where it changes none. A report says nothing of the days before
    /// the one its data is in for.
    /// </summary>
    /// <param name="before">The commitment without the event.</param>
    public static DateOnly? FirstChanged(Commitment before, object recorded) => recorded switch
    {
        ProgressReported e => e.Through,
        ProgressVerified e => before.FindReport(e.Report)?.Through,
        CompletionClaimed or CompletionRejected => null,
        SideCompletionClaimed or SideCompletionRejected or CounterpartFigureReceived or CountingLinked or CountingUnlinked => null,
        ReportCounted e => before.FindReport(e.Report)?.Through is { } earlier && earlier < e.Through ? earlier : e.Through,
        ReportingPeriodMissed or LateReportAllowed or ReportExcused => null,
        ProgressReviewed or ClassesReported => null,
        _ => DateOnly.MinValue,
    };

    /// <summary>The steps that cover a day and all later ones; the first begins on that day.</summary>
    public static IReadOnlyList<LightStep> From(Commitment commitment, DateOnly first, RulesBook rules, UnitDirectory directory)
    {
        var steps = new List<LightStep>();
        foreach (var day in DaysOfChange(commitment, first, rules, directory))
        {
            var step = On(commitment, day, rules, directory);
            if (steps.Count == 0 || steps[^1] with { From = day } != step)
                steps.Add(step);
        }

        return steps;
    }

    private static LightStep On(Commitment commitment, DateOnly day, RulesBook rules, UnitDirectory directory)
    {
        var responsible = commitment.ResponsibleOn(day);
        var groups = commitment.Divisions.IsEmpty ? "" : string.Join('\n', commitment.GroupsOn(day, directory));
        return commitment.StandingOn(day) == Standing.Withdrawn
            ? new(day, null, true, responsible, groups)
            : new(day, LightOn(commitment, day, rules, directory), false, responsible, groups);
    }

    private static Light? LightOn(Commitment commitment, DateOnly day, RulesBook rules, UnitDirectory directory)
    {
        try
        {
            return Judgement.Of(commitment, day, rules.On(day, commitment.Plan), directory).Verdict.Light;
        }
        catch (ArithmeticException)
        {
            // A growth beyond all figures, for example. Who asks for that day meets the fault itself; nobody else does.
            return null;
        }
    }

    private static IEnumerable<DateOnly> DaysOfChange(Commitment commitment, DateOnly first, RulesBook rules, UnitDirectory directory)
    {
        var days = new List<int>(commitment.Reports.Count + 16) { first.DayNumber };
        AddWhatIsDated(days, commitment);
        AddData(days, commitment);
        AddGraces(days, commitment, rules);
        foreach (var version in rules.Versions)
            days.Add(version.EffectiveFrom.DayNumber);
        foreach (var divided in commitment.Divisions)
        {
            if (divided.From is { } from)
                days.Add(from.DayNumber);
            if (!directory.Groups.TryGetValue(divided.Terms.Group, out var group))
                continue;
            foreach (var member in group.Members)
            {
                days.Add(member.From.DayNumber);
                if (member.To is { } last)
                    days.Add(last.DayNumber + 1);
            }
        }

        days.Sort();
        var previous = first.DayNumber - 1;
        foreach (var day in days)
        {
            if (day == previous || day < first.DayNumber || day > DateOnly.MaxValue.DayNumber)
                continue;
            yield return DateOnly.FromDayNumber(day);
            previous = day;
        }
    }

    private static void AddWhatIsDated(List<int> days, Commitment commitment)
    {
        foreach (var period in commitment.Periods)
            days.Add(period.From.DayNumber);
        foreach (var target in commitment.Targets)
            days.Add(target.From.DayNumber);
        foreach (var responsible in commitment.Responsible)
            days.Add(responsible.From.DayNumber);
        foreach (var spell in commitment.Spells)
        {
            days.Add(spell.From.DayNumber);
            if (spell.Until is { } until)
                days.Add(until.DayNumber);
        }
    }

    private static void AddData(List<int> days, Commitment commitment)
    {
        foreach (var report in commitment.Reports)
        {
            if (!report.Counts)
                continue;
            days.Add(report.Through.DayNumber);
            foreach (var statement in report.Nodes)
            {
                if (statement.ReachedOn is { } reached)
                    days.Add(reached.DayNumber);
            }
        }

        foreach (var node in commitment.Nodes)
        {
            if (node.ConfirmedOn is { } confirmed)
                days.Add(confirmed.DayNumber);
        }
    }

    /// <summary>The days on which patience ends, under every version of the rules: which one holds then is asked then.</summary>
    private static void AddGraces(List<int> days, Commitment commitment, RulesBook rules)
    {
        AddGraces(days, commitment, Rules.Default);
        foreach (var version in rules.Versions)
        {
            if (version.Rules is { } known)
                AddGraces(days, commitment, known);
        }
    }

    private static void AddGraces(List<int> days, Commitment commitment, Rules rules)
    {
        foreach (var period in commitment.Periods)
            days.Add(period.Value.End.DayNumber + rules.OverdueGraceDays + 1);
        foreach (var node in commitment.Nodes)
        {
            days.Add(ReportingPeriods.CutoffOf(commitment, node.Node.Planned).DayNumber + rules.NodeGraceDays + 1);
            days.Add(node.Node.Planned.DayNumber + rules.NodeYellowDays + 1);
        }
    }
}
