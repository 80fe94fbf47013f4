using Npgsql;

namespace TargetLedger.Boards;

/// <summary>A reporting period recorded as missed by a unit.</summary>
internal sealed record MissedPeriodRow(
    string Commitment,
    int Ordinal,
    string Unit,
    DateOnly PeriodStart,
    DateOnly PeriodEnd,
    DateOnly Due,
    long Position) : IBoardRow<MissedPeriodRow>
{
    public static BoardTable Table { get; } = new("commitment_missed_periods", "commitment", Ordered: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<MissedPeriodRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Unit),
        Column.Of(rows, r => r.PeriodStart),
        Column.Of(rows, r => r.PeriodEnd),
        Column.Of(rows, r => r.Due),
        Column.Of(rows, r => r.Position),
    ];

    public static MissedPeriodRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetFieldValue<DateOnly>(3),
        row.GetFieldValue<DateOnly>(4),
        row.GetFieldValue<DateOnly>(5),
        row.GetInt64(6));
}
