using TargetLedger.Domain;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>The rules book as rows. Every event of its stream is one version, so that their number is the stream's version.</summary>
internal static class RulesRows
{
    public static IReadOnlyList<RulesVersionRow> Of(RulesBook book) =>
    [
        .. book.Versions.Select((v, i) => new RulesVersionRow(
            StreamIds.Rules,
            i,
            v.Position,
            v.Plan,
            v.Name,
            v.EffectiveFrom,
            v.Authority,
            v.Rules?.LightBy,
            v.Rules?.YellowTo,
            v.Rules?.PaceBy,
            v.Rules?.CountedAmount,
            v.Rules?.ApproxTolerancePercent,
            v.Rules?.AheadFromPoints,
            v.Rules?.OverdueGraceDays,
            v.Rules?.NodeGraceDays,
            v.Rules?.NodeYellowDays,
            v.Rules?.GreenTo,
            v.Rules?.UndefinedTo,
            v.Rules?.PaceCurve?.ToString())),
    ];

    public static RulesBook ToBook(IReadOnlyList<RulesVersionRow> rows)
        => new([.. rows.Select(r => new RulesVersion(r.Ordinal + 1, r.Position, r.Plan, r.Name, r.EffectiveFrom, RulesOf(r), r.Authority))], rows.Count);

    /// <summary>Null where a plan's own rules are lifted.</summary>
    private static Rules? RulesOf(RulesVersionRow row) => row.LightBy is not { } lightBy
        ? null
        : new(
            lightBy,
            row.YellowTo!.Value,
            row.PaceBy!.Value,
            row.CountedAmount!.Value,
            row.ApproxTolerancePercent!.Value,
            row.AheadFromPoints!.Value,
            row.OverdueGraceDays!.Value,
            row.NodeGraceDays!.Value,
            row.NodeYellowDays!.Value,
            row.GreenTo,
            row.UndefinedTo,
            row.PaceCurve is { } curve ? PaceCurve.Parse(curve) : null);
}
