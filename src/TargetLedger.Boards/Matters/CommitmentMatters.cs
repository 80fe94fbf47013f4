using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Supervision;

namespace TargetLedger.Boards;

/// <summary>
/// What one commitment adds on a day to the lists over all of them: enough to count and to order it, in a few hundred bytes. It is made by
/// the very functions that make the items shown.
/// </summary>
/// <param name="Runs">Whether a report is taken: where not, what is missing cannot be made good.</param>
/// <param name="Missing">How many of the reports owed are missing and can be made good.</param>
internal sealed record CommitmentMatters(QueueMark[] Queue, DueMark[] Due, bool Runs, int Missing, DivisionMark[] Divisions, SignMarks? Signs, bool IsDivided)
{
    /// <exception cref="ArithmeticException">Its figures cannot be computed with.</exception>
    public static CommitmentMatters Of(Knowledge frame, Commitment commitment, DateOnly on)
    {
        DueMark[] due = [.. DueReports.Of(commitment, on, frame.Schedule, frame.Directory).Select(d => DueMark.Of(d, frame.Directory))];
        var standing = commitment.StandingOn(on);
        return standing == Standing.Withdrawn
            ? new([], due, false, 0, [], null, !commitment.Divisions.IsEmpty)
            : new(
                [.. SupervisionQueue.ItemsOf(frame, commitment, on).Select(i => QueueMark.Of(i, frame.Directory))],
                due,
                standing == Standing.Active,
                standing == Standing.Active ? due.Count(d => d.Timeliness == Timeliness.Missing) : 0,
                commitment.Divisions.IsEmpty ? [] : [.. DivisionFit.Of(commitment, on, frame.Directory).Select(d => new DivisionMark(d.Group, d.Fits))],
                commitment.Reports.IsEmpty ? null : SignMarks.Of(WarningTraces.Of(commitment, on, frame.Schedule), frame.Directory),
                !commitment.Divisions.IsEmpty);
    }
}
