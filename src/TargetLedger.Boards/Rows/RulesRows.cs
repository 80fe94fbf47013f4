using TargetLedger.Domain;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>The rules book as rows. Every event of its stream adopts one version, so that their number is the stream's version.</summary>
internal static class RulesRows
{
    public static IReadOnlyList<RulesVersionRow> Of(RulesBook book) =>
    [
        .. book.Adopted.Select((a, i) => new RulesVersionRow(
            StreamIds.Rules,
            i,
            a.Name,
            a.EffectiveFrom,
            a.Authority,
            a.Rules.LightBy,
            a.Rules.YellowTo,
            a.Rules.PaceBy,
            a.Rules.CountedAmount,
            a.Rules.ApproxTolerancePercent,
            a.Rules.AheadFromPoints,
            a.Rules.OverdueGraceDays,
            a.Rules.NodeGraceDays,
            a.Rules.NodeYellowDays)),
    ];

    public static RulesBook ToBook(IReadOnlyList<RulesVersionRow> rows) => new(
        [
            .. rows.Select(r => new RulesAdopted(
                r.Name,
                r.EffectiveFrom,
                new(
                    r.LightBy,
                    r.YellowTo,
                    r.PaceBy,
                    r.CountedAmount,
                    r.ApproxTolerancePercent,
                    r.AheadFromPoints,
                    r.OverdueGraceDays,
                    r.NodeGraceDays,
                    r.NodeYellowDays),
                r.Authority)),
        ],
        rows.Count);
}
