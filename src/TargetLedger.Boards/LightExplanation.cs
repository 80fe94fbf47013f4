using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>Why a commitment shows its light on a day, as known at a position: what the rules say, the figures held against them, and the records behind both.</summary>
/// <param name="Policy">The bands of the rules, in words.</param>
/// <param name="Basis">The records the counted figure is made of; where members add up, their totals are the figure.</param>
/// <param name="Nodes">In order of their dates.</param>
/// <param name="Members">Where the target is divided: each one's figure, and its light where each answers for itself.</param>
public sealed record LightExplanation(
    DateOnly On,
    long Position,
    string Commitment,
    string Plan,
    string Number,
    string Title,
    Light Light,
    Status Status,
    Reason Reason,
    ExplainedRules Rules,
    PolicyWords Policy,
    ExplainedFigures Figures,
    IReadOnlyList<ExplainedRecord> Basis,
    IReadOnlyList<ExplainedNode> Nodes,
    IReadOnlyList<GroupMemberRow> Members)
{
    internal static LightExplanation Of(Knowledge knowledge, Commitment commitment, DateOnly on)
    {
        var version = knowledge.Rules.VersionOn(on, commitment.Plan);
        var rules = version?.Rules ?? Domain.Compliance.Rules.Default;
        var judged = Judgement.Of(commitment, on, rules, knowledge.Directory);
        var row = BoardRow.Of(knowledge, commitment, judged, [], on);
        return new(
            on,
            knowledge.Position,
            commitment.Id,
            row.Plan,
            row.Number,
            row.Title,
            row.Light,
            row.Status,
            row.Reason,
            new(version?.Name, version?.Version ?? 0, version?.Position, version?.EffectiveFrom, version?.Authority, version?.Plan is null ? null : row.Plan, rules),
            PolicyWords.Of(rules),
            ExplainedFigures.Of(commitment, judged, rules, on),
            [.. commitment.Reports.Where(r => judged.Totals.Basis.Contains(r.Position)).OrderBy(r => r.Position).Select(r => ExplainedRecord.Of(knowledge, r, rules.CountedAmount))],
            [.. judged.Nodes.Select(n => new ExplainedNode(n.Node.Id, n.Node.Name, n.Node.Planned, n.ReachedOn, n.Confirmed, n.PatienceUntil(rules)))],
            row.Group?.Members ?? []);
    }
}

/// <summary>The rules that hold for a commitment on a day.</summary>
/// <param name="Name">Null, as are the members up to the plan, while the defaults hold.</param>
/// <param name="Version">Of the rules' stream; 0 for the defaults.</param>
/// <param name="Position">Where they were adopted.</param>
/// <param name="Plan">Its code where they are the plan's own.</param>
public sealed record ExplainedRules(string? Name, long Version, long? Position, DateOnly? EffectiveFrom, string? Authority, string? Plan, Rules Rules);

/// <param name="Target">In the words of the document.</param>
/// <param name="Goal">The figure completion is measured against.</param>
/// <param name="GapPoints">序时 less 完成, in points; below nothing it is ahead.</param>
/// <param name="Stages">What the rules expect by the end of each stage; of an even pace by the period's end alone.</param>
/// <param name="TimeLeft">The share of the period left at the cut-off, by days, in percent.</param>
public sealed record ExplainedFigures(
    string? Target,
    decimal? Goal,
    string? Unit,
    decimal? Reported,
    decimal? Verified,
    decimal? Counted,
    DateOnly? Cutoff,
    decimal? Completion,
    decimal? Pace,
    decimal? GapPoints,
    Period Period,
    DateOnly? PaceStart,
    decimal? TimeLeft,
    IReadOnlyList<PaceStage> Stages)
{
    internal static ExplainedFigures Of(Commitment commitment, Judgement judged, Rules rules, DateOnly on)
    {
        var (period, cutoff) = (commitment.PeriodOn(on), judged.Totals.Cutoff);
        return new(
            judged.Target?.AsWritten,
            judged.Target?.Goal,
            commitment.Measure?.Unit,
            judged.Totals.Reported,
            judged.Totals.Verified,
            judged.Totals.Counted,
            cutoff,
            judged.Completion,
            judged.Pace,
            judged.Pace - judged.Completion,
            period,
            commitment.PaceStart,
            cutoff is { } day ? Math.Round(100 - Domain.Compliance.Pace.Percent(period, commitment.PaceStart, day, PaceBy.Day), 2) : null,
            commitment.Measure is null ? [] : [.. Domain.Compliance.Pace.StagesOf(period, commitment.PaceStart, rules).Select(s => s with { Pace = Domain.Figure.Normalise(Math.Round(s.Pace, 2, MidpointRounding.AwayFromZero)) })]);
    }
}

/// <param name="Total">What counts of it: the reported or the verified total.</param>
/// <param name="ChangedAt">The latest record that names it: a correction, a verification.</param>
public sealed record ExplainedRecord(long Position, UnitName Unit, DateOnly Through, decimal? Total, ReportStatus Status, DateOnly ReportedOn, long ChangedAt)
{
    internal static ExplainedRecord Of(Knowledge knowledge, Report report, CountedAmount counted) => new(
        report.Position,
        knowledge.NameOf(report.Unit),
        report.Through,
        counted == CountedAmount.Verified ? report.VerifiedTotal : report.Total,
        report.Status,
        report.ReportedOn,
        report.ChangedAt);
}

/// <param name="PatienceUntil">The last day on which it is not late although nobody has said anything about it; null once it is reached.</param>
public sealed record ExplainedNode(string Node, string Name, DateOnly Planned, DateOnly? ReachedOn, bool Confirmed, DateOnly? PatienceUntil);
