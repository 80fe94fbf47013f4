using Npgsql;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>One version of the rules, in the order they were recorded.</summary>
internal sealed record RulesVersionRow(
    string Rules,
    int Ordinal,
    string Name,
    DateOnly EffectiveFrom,
    string Authority,
    LightBy LightBy,
    decimal YellowTo,
    PaceBy PaceBy,
    CountedAmount CountedAmount,
    decimal ApproxTolerancePercent,
    decimal AheadFromPoints,
    int OverdueGraceDays,
    int NodeGraceDays,
    int NodeYellowDays) : IBoardRow<RulesVersionRow>
{
    public static BoardTable Table { get; } = new("rules_versions", "rules", Ordered: true);

    public string Owner => Rules;

    public static Array[] Columns(IReadOnlyList<RulesVersionRow> rows) =>
    [
        Column.Of(rows, r => r.Rules),
        Column.Of(rows, r => r.Ordinal),
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
    ];

    public static RulesVersionRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetFieldValue<DateOnly>(3),
        row.GetString(4),
        Word.Parse<LightBy>(row.GetString(5)),
        row.GetDecimal(6),
        Word.Parse<PaceBy>(row.GetString(7)),
        Word.Parse<CountedAmount>(row.GetString(8)),
        row.GetDecimal(9),
        row.GetDecimal(10),
        row.GetInt32(11),
        row.GetInt32(12),
        row.GetInt32(13));
}
