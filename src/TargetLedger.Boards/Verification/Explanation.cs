using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>A figure of a board, down to the reports it is made of.</summary>
/// <param name="Commitment">The stream.</param>
/// <param name="Plan">The plan's code.</param>
/// <param name="Member">Whose figure it is where it is one member's.</param>
/// <param name="Unit">计量单位.</param>
/// <param name="Value">As the board shows it; null where it shows none.</param>
/// <param name="Sum">Of the parts.</param>
/// <param name="AddsUp">Value and sum are the same.</param>
public sealed record Explanation(
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
    internal static Explanation Of(Knowledge knowledge, Commitment commitment, RowFigure figure, string? member, DateOnly on)
    {
        var rules = knowledge.Rules.On(on);
        var value = ValueOf(Judgement.Of(commitment, on, rules, knowledge.Directory).Totals, figure, member);
        var parts = value is null ? [] : FigureParts.Of(commitment, figure, member, on, rules, knowledge.Directory);
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
            value == sum,
            [.. parts.Select(p => ExplainedPart.Of(knowledge, p, isRunningTotal: commitment.Measure is { Kind: MeasureKind.Cumulative }))]);
    }

    private static decimal? ValueOf(Totals totals, RowFigure figure, string? member) => (figure, member) switch
    {
        (_, not null) => totals.Group?.Members.FirstOrDefault(m => m.Unit == member) is { } own
            ? figure switch { RowFigure.Reported => own.Reported, RowFigure.Verified => own.Verified, RowFigure.Counted => own.Total, _ => null }
            : null,
        (RowFigure.Reported, _) => totals.Reported,
        (RowFigure.Verified, _) => totals.Verified,
        (RowFigure.Counted, _) => totals.Counted,
        (RowFigure.MembersSum, _) => totals.Group?.MembersSum,
        (RowFigure.Own, _) => totals.Group?.Own,
        _ => totals.Group?.Difference,
    };
}

/// <summary>What one unit's latest report puts into the figure.</summary>
/// <param name="Value">Below nothing where it is taken off.</param>
/// <param name="Report">The report it comes from.</param>
/// <param name="Came">The reports its running total came by, in order; the last is the report itself.</param>
/// <param name="Rest">
/// What the amounts of these do not account for: what was not accepted, where it is the verified total; what a late correction
/// of an earlier one changed, for it leaves later totals alone. Null for a level, which is not added up.
/// </param>
public sealed record ExplainedPart(UnitName Unit, decimal Value, ExplainedReport Report, IReadOnlyList<ExplainedReport> Came, decimal? Rest)
{
    internal static ExplainedPart Of(Knowledge knowledge, FigurePart part, bool isRunningTotal) => new(
        knowledge.NameOf(part.Report.Unit),
        part.Value,
        ExplainedReport.Of(part.Report),
        [.. part.Series.Select(ExplainedReport.Of)],
        isRunningTotal ? Math.Abs(part.Value) - part.Series.Sum(r => r.Amount.GetValueOrDefault()) : null);
}

/// <param name="Position">Where the report is recorded.</param>
/// <param name="ChangedAt">Where its latest verification, correction or return is.</param>
public sealed record ExplainedReport(
    Guid Report, Period Period, DateOnly Through, decimal? Amount, decimal? Total, decimal? Verified, ReportStatus Status, long Position, long ChangedAt)
{
    internal static ExplainedReport Of(Report report) => new(
        report.Id, report.Period, report.Through, report.Amount, report.Total, report.VerifiedTotal, report.Status, report.Position, report.ChangedAt);
}
