using Npgsql;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>One version of the rules, in the order they were recorded.</summary>
/// <param name="Plan">The stream of the plan they are for; null for the ledger.</param>
/// <param name="LightBy">Null, as is all that follows, where a plan's own rules are lifted.</param>
/// <param name="PaceCurve">Its stages, e.g. 15,40,65,100.</param>
internal sealed record RulesVersionRow(
    string Rules,
    int Ordinal,
    long Position,
    string? Plan,
    string? Name,
    DateOnly EffectiveFrom,
    string Authority,
    LightBy? LightBy,
    decimal? YellowTo,
    PaceBy? PaceBy,
    CountedAmount? CountedAmount,
    decimal? ApproxTolerancePercent,
    decimal? AheadFromPoints,
    int? OverdueGraceDays,
    int? NodeGraceDays,
    int? NodeYellowDays,
    decimal? GreenTo,
    decimal? UndefinedTo,
    string? PaceCurve) : IBoardRow<RulesVersionRow>
{
    public static BoardTable Table { get; } = new("rules_versions", "rules", Ordered: true);

    public string Owner => Rules;

    public static Array[] Columns(IReadOnlyList<RulesVersionRow> rows) =>
    [
        Column.Of(rows, r => r.Rules),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Position),
        Column.Of(rows, r => r.Plan),
        Column.Of(rows, r => r.Name),
        Column.Of(rows, r => r.EffectiveFrom),
        Column.Of(rows, r => r.Authority),
        Column.Of(rows, r => Word.Of(r.LightBy)),
        Column.Of(rows, r => r.YellowTo),
        Column.Of(rows, r => Word.Of(r.PaceBy)),
        Column.Of(rows, r => Word.Of(r.CountedAmount)),
        Column.Of(rows, r => r.ApproxTolerancePercent),
        Column.Of(rows, r => r.AheadFromPoints),
        Column.Of(rows, r => r.OverdueGraceDays),
        Column.Of(rows, r => r.NodeGraceDays),
        Column.Of(rows, r => r.NodeYellowDays),
        Column.Of(rows, r => r.GreenTo),
        Column.Of(rows, r => r.UndefinedTo),
        Column.Of(rows, r => r.PaceCurve),
    ];

    public static RulesVersionRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetInt64(2),
        row.TextOrNull(3),
        row.TextOrNull(4),
        row.GetFieldValue<DateOnly>(5),
        row.GetString(6),
        Word.ParseOrNull<LightBy>(row.TextOrNull(7)),
        row.OrNull<decimal>(8),
        Word.ParseOrNull<PaceBy>(row.TextOrNull(9)),
        Word.ParseOrNull<CountedAmount>(row.TextOrNull(10)),
        row.OrNull<decimal>(11),
        row.OrNull<decimal>(12),
        row.OrNull<int>(13),
        row.OrNull<int>(14),
        row.OrNull<int>(15),
        row.OrNull<decimal>(16),
        row.OrNull<decimal>(17),
        row.TextOrNull(18));
}
