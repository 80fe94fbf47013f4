using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Boards;

/// <summary>All that is known of one commitment at a position, how it is judged on a day, and the way it has come.</summary>
/// <param name="Version">Of the stream, for If-Match.</param>
/// <param name="Periods">What is owed for the periods that have ended, and when it came.</param>
/// <param name="Divisions">Whether the quotas of every level fit what is above them.</param>
/// <param name="Parts">What the counted figure is the sum of, down to positions.</param>
public sealed record CommitmentPage(
    DateOnly On,
    long Position,
    long Version,
    Commitment Commitment,
    BoardRow Row,
    IReadOnlyList<CurvePoint> Curve,
    IReadOnlyList<DueReport> Periods,
    IReadOnlyList<DivisionFit> Divisions,
    IReadOnlyList<FigurePart> Parts)
{
    /// <param name="commitment">With its words, which boards do not keep.</param>
    public static CommitmentPage Of(Knowledge knowledge, Commitment commitment, DateOnly on)
    {
        var judged = Judgement.Of(commitment, on, knowledge.Rules.On(on), knowledge.Directory);
        var due = DueReports.Of(commitment, on, knowledge.Schedule, knowledge.Directory);
        return new(
            on,
            knowledge.Position,
            commitment.Version,
            commitment,
            BoardRow.Of(knowledge, commitment, judged, due, on),
            CurvePoint.Of(knowledge, commitment, on),
            due,
            DivisionFit.Of(commitment, on, knowledge.Directory),
            judged.Totals.Parts);
    }
}

/// <summary>How far the commitment had come at one date of its data.</summary>
/// <param name="Through">数据截至.</param>
/// <param name="Position">The latest of the reports it is made of.</param>
public sealed record CurvePoint(
    DateOnly Through, decimal? Total, decimal? Verified, decimal? Completion, decimal? Pace, long Position)
{
    /// <summary>
    /// The judgement of every day on which data was in, so that each point stands by the target and responsibility of its
    /// own time. Where members add up, a day some have not reached yet falls back to an earlier cut-off and shows no point.
    /// </summary>
    internal static IReadOnlyList<CurvePoint> Of(Knowledge knowledge, Commitment commitment, DateOnly on)
    {
        var points = new List<CurvePoint>();
        foreach (var day in commitment.Reports.Where(r => r.Counts && r.Through <= on).Select(r => r.Through).Distinct().Order())
        {
            var judged = Judgement.Of(commitment, day, knowledge.Rules.On(day, commitment.Plan), knowledge.Directory);
            if (judged.Totals.Cutoff == day && judged.Totals.Basis.Count > 0)
                points.Add(new(day, judged.Totals.Reported, judged.Totals.Verified, judged.Completion, judged.Pace, judged.Totals.Basis[^1]));
        }

        return points;
    }
}
