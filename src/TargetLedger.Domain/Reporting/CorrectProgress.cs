using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Domain.Reporting;

/// <summary>更正, or the answer to a return. Only what is given changes; later reports stay as they are.</summary>
public sealed record CorrectProgress(
    Guid Report,
    string Reason,
    decimal? Amount = null,
    decimal? Total = null,
    DateOnly? Through = null,
    Progress? Progress = null,
    ReportText? Text = null,
    IReadOnlyList<NodeStatement>? Nodes = null,
    IReadOnlyList<Evidence>? Evidence = null)
{
    public static Decision Decide(Commitment commitment, CorrectProgress command, ReportingSchedule schedule, Moment at)
    {
        if (commitment.FindReport(command.Report) is not { } report)
            return Decision.No(CommitmentRefusals.NoSuchReport);
        if (report.CountedFrom is not null)
            return Decision.No(CountedElsewhere.CountedHere(report));
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);
        if (report.Status == ReportStatus.Withdrawn)
            return Decision.No(CommitmentRefusals.ReportWithdrawn);

        // Who returns a report wants it answered, however late that is.
        var refusals = new List<Refusal>();
        if (report.Status != ReportStatus.Returned && PeriodLock.Find(commitment, report.Unit, report.Period, [.. report.Nodes, .. command.Nodes ?? []], schedule, at.Day, report.Id) is { } locked)
            refusals.Add(PeriodLock.Corrected(locked));
        var through = command.Through ?? report.Through;
        if (!report.Period.Contains(through))
            refusals.Add(new("through_outside_period", "数据截至日不在填报期内", "the data's date lies outside the reporting period", "/through"));
        if (through > at.Day)
            refusals.Add(CommitmentRefusals.InFuture("/through"));
        ReportedNodes.Check(commitment, command.Nodes ?? (command.Through is null ? null : report.Nodes), through, refusals);

        var (amount, total) = Figures(commitment, report, command, refusals);
        if (refusals.Count > 0)
            return Decision.No(refusals);

        var corrected = new ProgressCorrected(
            command.Report,
            command.Reason,
            amount,
            total,
            command.Through,
            command.Progress,
            command.Text,
            command.Nodes,
            command.Evidence);
        return ChangesNothing(report, corrected) ? Decision.Done : Decision.Of(corrected);
    }

    private static (decimal? Amount, decimal? Total) Figures(Commitment commitment, Report report, CorrectProgress command, List<Refusal> refusals)
    {
        if (command.Amount is null && command.Total is null)
            return (null, null);

        if (commitment.Measure is not { } measure || report.Total is null)
        {
            refusals.Add(new("figure_not_expected", "该填报没有数据", "the report has no figure", command.Amount is not null ? "/amount" : "/total"));
            return (null, null);
        }

        var before = commitment.ReportBefore(report.Unit, report.Period)?.Total;
        var total = command.Total ?? (measure.Kind == MeasureKind.Level && before is null ? report.Total : null);
        return ReportedFigures.Tie(measure, command.Amount, total, before, refusals);
    }

    /// <summary>A returned report answered without a change is still an answer: it stands by what it said.</summary>
    private static bool ChangesNothing(Report report, ProgressCorrected corrected)
        => report.Status != ReportStatus.Returned
           && (corrected.Amount is null || corrected.Amount == report.Amount)
           && (corrected.Total is null || corrected.Total == report.Total)
           && (corrected.Through is null || corrected.Through == report.Through)
           && (corrected.Progress is null || corrected.Progress == report.Progress)
           && (corrected.Text is null || corrected.Text == report.Text)
           && (corrected.Nodes is null || corrected.Nodes.SequenceEqual(report.Nodes))
           && (corrected.Evidence is null || corrected.Evidence.SequenceEqual(report.Evidence));
}
