using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Reporting;

/// <summary>进展填报: a unit says what came about in a period.</summary>
/// <param name="Report">The new report's id.</param>
/// <param name="Through">数据截至; the period's end unless stated.</param>
public sealed record ReportProgress(
    Guid Report,
    string Unit,
    Period Period,
    DateOnly? Through = null,
    decimal? Amount = null,
    decimal? Total = null,
    bool NoProgress = false,
    Progress? Progress = null,
    ReportText? Text = null,
    IReadOnlyList<NodeStatement>? Nodes = null,
    IReadOnlyList<Evidence>? Evidence = null)
{
    /// <param name="sources">The commitments whose reports count in this one, by stream.</param>
    public static Decision Decide(
        Commitment commitment,
        ReportProgress command,
        UnitDirectory directory,
        ReportingSchedule schedule,
        Moment at,
        IReadOnlyDictionary<string, Commitment>? sources = null)
    {
        if (commitment.FindReport(command.Report) is not null)
            return Decision.Done;
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);

        var through = command.Through ?? command.Period.End;
        var refusals = new List<Refusal>();
        CheckDates(commitment, command, through, at, refusals);
        CheckSeries(commitment, command, refusals);
        if (CountedElsewhere.LinkFor(commitment, command.Unit, command.Period, sources) is { } link)
            refusals.Add(CountedElsewhere.ReportThere(link));
        if (PeriodLock.Find(commitment, command.Unit, command.Period, command.Nodes ?? [], schedule, at.Day) is { } locked)
            refusals.Add(PeriodLock.Reported(locked));
        ReportedNodes.Check(commitment, command.Nodes, through, refusals);

        var figures = ReportedFigures.Settle(
            commitment,
            MayGiveFigures(commitment, command.Unit, command.Period.End, directory),
            command.Amount,
            command.Total,
            command.NoProgress,
            commitment.ReportBefore(command.Unit, command.Period),
            refusals);

        return refusals.Count > 0
            ? Decision.No(refusals)
            : Decision.Of(new ProgressReported(
                command.Report,
                command.Unit,
                command.Period,
                through,
                figures.Amount,
                figures.Total,
                command.NoProgress,
                command.Progress,
                command.Text,
                command.Nodes,
                command.Evidence));
    }

    /// <summary>The lead gives the commitment's figures, a member of the divided target its own; partners report in words.</summary>
    private static bool MayGiveFigures(Commitment commitment, string unit, DateOnly day, UnitDirectory directory)
        => commitment.IsLead(unit, day) || commitment.IsMember(unit, day, directory);

    private static void CheckDates(Commitment commitment, ReportProgress command, DateOnly through, Moment at, List<Refusal> refusals)
    {
        var period = commitment.PeriodOn(command.Period.End);
        if (command.Period.End < command.Period.Start)
            refusals.Add(new("dates_reversed", "填报期的结束早于开始", "the period ends before it starts", "/period/end"));
        else if (!period.Contains(command.Period))
            refusals.Add(CommitmentRefusals.NotInPeriod("/period", period));

        if (through < command.Period.Start || through > command.Period.End)
            refusals.Add(new("through_outside_period", "数据截至日不在填报期内", "the data's date lies outside the reporting period", "/through"));
        if (through > at.Day)
            refusals.Add(CommitmentRefusals.InFuture("/through"));
    }

    private static void CheckSeries(Commitment commitment, ReportProgress command, List<Refusal> refusals)
    {
        var other = commitment.Reports.Find(r =>
            r.Status != ReportStatus.Withdrawn && r.Period.Overlaps(command.Period) && commitment.InSameSeries(r, command.Unit, command.Period));
        if (other is null)
            return;

        refusals.Add(new(
            "period_already_reported",
            $"{other.Period.Start:yyyy-MM-dd} 至 {other.Period.End:yyyy-MM-dd} 已有填报(第 {other.Position} 号),请更正该填报",
            $"{other.Period.Start:yyyy-MM-dd} to {other.Period.End:yyyy-MM-dd} is already reported (position {other.Position}); correct that report",
            "/period"));
    }
}
