using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Domain.Reporting;

/// <summary>班次明细: which classes a report's amount is made of. What is given takes the place of what was given before.</summary>
public sealed record ClassesReported(Guid Report, IReadOnlyList<ReportedClass> Classes);

/// <summary>A unit says which classes a report of its own is made of, before it is verified.</summary>
public sealed record ReportClasses(Guid Report, IReadOnlyList<ReportedClass> Classes)
{
    private static readonly string[] People = ["人", "名", "人次"];

    public static Decision Decide(Commitment commitment, ReportClasses command, ReportingSchedule schedule, Moment at)
    {
        if (commitment.FindReport(command.Report) is not { } report)
            return Decision.No(CommitmentRefusals.NoSuchReport);
        if (report.CountedFrom is not null)
            return Decision.No(CountedElsewhere.CountedHere(report));
        if (report.Status == ReportStatus.Withdrawn)
            return Decision.No(CommitmentRefusals.ReportWithdrawn);
        if ((report.Classes ?? []).SequenceEqual(command.Classes))
            return Decision.Done;
        if (report.Status == ReportStatus.Verified)
            return Decision.No(new Refusal("report_verified", "该填报已核验:先更正,再报班次明细", "the report is verified: correct it before its classes are changed"));
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);
        if (report.Status != ReportStatus.Returned && PeriodLock.Find(commitment, report.Unit, report.Period, report.Nodes, schedule, at.Day, report.Id) is { } locked)
            return Decision.No(PeriodLock.Corrected(locked));

        Refusal[] refusals = [.. Check(commitment, report, command.Classes)];
        return refusals.Length > 0 ? Decision.No(refusals) : Decision.Of(new ClassesReported(report.Id, command.Classes));
    }

    /// <summary>What is said of classes in one act with the report they are of, once that is decided.</summary>
    internal static Decision With(Decision.Record decided, Commitment commitment, Guid report, IReadOnlyList<ReportedClass> classes, Moment at)
    {
        var after = decided.Events.Aggregate(commitment, (state, e) => Commitment.Evolve(state.Id, state, new(e, 0, state.Version + 1, at, ""))).FindReport(report)!;
        if ((after.Classes ?? []).SequenceEqual(classes))
            return decided;
        Refusal[] refusals = [.. Check(commitment, after, classes)];
        return refusals.Length > 0 ? Decision.No(refusals) : Decision.Of([.. decided.Events, new ClassesReported(report, classes)]);
    }

    private static IEnumerable<Refusal> Check(Commitment commitment, Report report, IReadOnlyList<ReportedClass> classes)
    {
        for (var i = 0; i < classes.Count; i++)
        {
            if (classes[i].Count <= 0)
                yield return new("value_out_of_range", "人数须大于零", "a class has at least one participant", $"/classes/{i}/count");
            if (!report.Period.Contains(classes[i].Date))
                yield return new("class_outside_period", "班次日期不在填报期内", "the class lies outside the reporting period", $"/classes/{i}/date");
            if (classes.Take(i).Any(classes[i].IsSameAs))
                yield return new("class_repeated", "同一班次出现了两次", "the class appears twice", $"/classes/{i}");
        }

        // Classes are made of people; where something else is counted their numbers say nothing about the amount.
        if (commitment.Measure is { } measure && People.Contains(measure.Unit, StringComparer.Ordinal) && classes.Sum(c => (long)c.Count) > report.Amount)
            yield return new("classes_exceed_amount", $"班次人数合计超过本期数 {report.Amount:0.####}", $"the classes hold more people than the amount of {report.Amount:0.####}", "/classes");
    }
}
