using Npgsql;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Boards;

/// <summary>The target from a day on.</summary>
internal sealed record TargetRow(
    string Commitment,
    int Ordinal,
    DateOnly FromDay,
    Bound Bound,
    decimal Value,
    string AsWritten,
    decimal? Upper,
    decimal? TolerancePercent,
    decimal? Baseline,
    GrowthIn? GrowthIn) : IBoardRow<TargetRow>
{
    public static BoardTable Table { get; } = new("commitment_targets", "commitment", Ordered: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<TargetRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.FromDay),
        Column.Of(rows, r => Word.Of(r.Bound)),
        Column.Of(rows, r => r.Value),
        Column.Of(rows, r => r.AsWritten),
        Column.Of(rows, r => r.Upper),
        Column.Of(rows, r => r.TolerancePercent),
        Column.Of(rows, r => r.Baseline),
        Column.Of(rows, r => Word.Of(r.GrowthIn)),
    ];

    public static TargetRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetFieldValue<DateOnly>(2),
        Word.Parse<Bound>(row.GetString(3)),
        row.GetDecimal(4),
        row.GetString(5),
        row.OrNull<decimal>(6),
        row.OrNull<decimal>(7),
        row.OrNull<decimal>(8),
        Word.ParseOrNull<GrowthIn>(row.TextOrNull(9)));
}
