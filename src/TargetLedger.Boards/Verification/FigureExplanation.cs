using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>A figure of a board, down to the reports it is made of.</summary>
/// <param name="Commitment">The stream.</param>
/// <param name="Plan">The plan's code.</param>
/// <param name="Member">Whose figure it is where it is one member's, at whatever level it stands.</param>
/// <param name="Unit">计量单位.</param>
/// <param name="Value">As the board shows it; null where it shows none.</param>
/// <param name="Sum">Of the parts; null where each member or side answers for itself and nothing may be summed.</param>
/// <param name="AddsUp">Value and sum are the same; where nothing is summed, the parts and the members' or sides' figures.</param>
public sealed record FigureExplanation(
    DateOnly On,
    long Position,
    string Commitment,
    string Plan,
    string Number,
    string Title,
    RowFigure Figure,
    UnitName? Member,
    string? Unit,
    decimal? Value,
    decimal? Sum,
    bool AddsUp,
    IReadOnlyList<ExplainedPart> Parts)
{
    /// <summary>Classes of these reports that others report too. The figure is as reported or verified; nothing is taken off here.</summary>
    public IReadOnlyList<WarningItem> SharedClasses { get; init; } = [];

    internal IEnumerable<ExplainedReport> Reports => Parts.SelectMany(p => p.Came);

    /// <returns>Null where the member asked for is none.</returns>
    internal static FigureExplanation? Of(Knowledge knowledge, Commitment commitment, RowFigure figure, string? member, DateOnly on)
    {
        var rules = knowledge.Rules.On(on, commitment.Plan);
        var judged = Judgement.Of(commitment, on, rules, knowledge.Directory);
        if (member is not null && judged.Totals.Group?.Find(member) is null)
            return null;
        var value = ValueOf(judged, figure, member);
        var apart = value is null && member is null && figure <= RowFigure.Counted && judged.Totals is { Group.Way: SummingUp.EachForItself } or { Group: null, Parts.Count: 0, Sides.Count: > 0 };
        var parts = value is null && !apart ? [] : FigureShares.Of(commitment, figure, member, on, rules, knowledge.Directory);
        decimal? sum = value is null ? null : parts.Sum(p => p.Value);
        return new(
            on,
            knowledge.Position,
            commitment.Id,
            knowledge.PlanOf(commitment).Code,
            commitment.Number,
            commitment.Title,
            figure,
            member is null ? null : knowledge.NameOf(member),
            commitment.Measure?.Unit,
            value,
            sum,
            apart ? Apart(judged, figure).SequenceEqual(parts.Select(p => p.Value).Order()) : value == sum,
            [.. parts.Select(p => ExplainedPart.Of(knowledge, p, isRunningTotal: figure != RowFigure.NodesReached && commitment.Measure is { Kind: MeasureKind.Cumulative }))]);
    }

    /// <summary>The figures nothing is summed of, as the row shows them.</summary>
    private static IEnumerable<decimal> Apart(Judgement judged, RowFigure figure) => (judged.Totals.Group is { } group
        ? group.Members.Select(m => ValueOf(judged, figure, m.Unit))
        : judged.Totals.Sides.Select(s => figure switch { RowFigure.Reported => s.Reported, RowFigure.Verified => s.Verified, _ => s.Counted })).OfType<decimal>().Order();

    private static decimal? ValueOf(Judgement judged, RowFigure figure, string? member)
    {
        var own = member is null ? null : judged.Totals.Group?.Find(member);
        var group = member is null ? judged.Totals.Group : own?.Below;
        return figure switch
        {
            RowFigure.Reported => member is null ? judged.Totals.Reported : own?.Reported,
            RowFigure.Verified => member is null ? judged.Totals.Verified : own?.Verified,
            RowFigure.Counted => member is null ? judged.Totals.Counted : own?.Total,
            RowFigure.MembersSum => group?.MembersSum,
            RowFigure.Own => group?.Own,
            RowFigure.Difference => group?.Difference,
            _ => member is null ? judged.Nodes.Count(n => n.ReachedOn is not null) : null,
        };
    }
}

/// <summary>What one unit's latest report puts into the figure.</summary>
/// <param name="Value">Below nothing where it is taken off.</param>
/// <param name="Report">The report it comes from.</param>
/// <param name="Came">The reports its running total came by, in order; the last is the report itself.</param>
/// <param name="Rest">
/// What the amounts of these do not account for: what was not accepted, where it is the verified total; what a late correction
/// of an earlier one changed, for it leaves later totals alone. Null for a level and for nodes, which are not added up.
/// </param>
/// <param name="Node">The node's id, where nodes are counted.</param>
public sealed record ExplainedPart(UnitName Unit, decimal Value, ExplainedReport Report, IReadOnlyList<ExplainedReport> Came, decimal? Rest, string? Node = null)
{
    internal static ExplainedPart Of(Knowledge knowledge, FigureShare part, bool isRunningTotal) => new(
        knowledge.NameOf(part.Report.Unit),
        part.Value,
        ExplainedReport.Of(part.Report),
        [.. part.Series.Select(ExplainedReport.Of)],
        isRunningTotal ? Math.Abs(part.Value) - part.Series.Sum(r => r.Amount.GetValueOrDefault()) : null,
        part.Node);
}

/// <param name="Position">Where the report is recorded.</param>
/// <param name="ChangedAt">Where its latest verification, correction or return is.</param>
/// <param name="Classes">班次明细, where it has some.</param>
public sealed record ExplainedReport(
    Guid Report, Period Period, DateOnly Through, decimal? Amount, decimal? Total, decimal? Verified, ReportStatus Status, long Position, long ChangedAt, IReadOnlyList<ReportedClass>? Classes = null)
{
    internal static ExplainedReport Of(Report report) => new(
        report.Id, report.Period, report.Through, report.Amount, report.Total, report.VerifiedTotal, report.Status, report.Position, report.ChangedAt, report.Classes);
}
