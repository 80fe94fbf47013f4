using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Supervision;

namespace TargetLedger.Boards;

/// <summary>A sample with what its reports say now, in the order drawn.</summary>
public sealed record SamplePage(long Position, Sample Sample, IReadOnlyList<SampleLine> Lines)
{
    internal static SamplePage Of(Knowledge knowledge, Sample sample)
    {
        var byId = knowledge.Commitments.ToDictionary(c => c.Id, StringComparer.Ordinal);
        return new(
            knowledge.Position,
            sample,
            [
                // What was drawn is there for ever: its list was in force, and reports do not go away.
                .. sample.Drawn.Reports.Select(drawn =>
                {
                    var commitment = byId[drawn.Commitment];
                    var report = commitment.FindReport(drawn.Report)!;
                    return new SampleLine(
                        knowledge.PlanOf(commitment).Code,
                        commitment.Number,
                        commitment.Title,
                        knowledge.NameOf(report.Unit),
                        report,
                        sample.Findings.Find(f => f.Report == drawn.Report));
                }),
            ]);
    }
}

/// <param name="Plan">The plan's code.</param>
/// <param name="Report">As it stands now.</param>
/// <param name="Finding">Null until somebody has looked.</param>
public sealed record SampleLine(string Plan, string Number, string Title, UnitName Unit, Report Report, SampleFinding? Finding);
