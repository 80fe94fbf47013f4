using Npgsql;

namespace TargetLedger.Boards;

/// <summary>The period from a day on.</summary>
internal sealed record PeriodRow(
    string Commitment,
    int Ordinal,
    DateOnly FromDay,
    DateOnly PeriodStart,
    DateOnly PeriodEnd) : IBoardRow<PeriodRow>
{
    public static BoardTable Table { get; } = new("commitment_periods", "commitment", Ordered: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<PeriodRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.FromDay),
        Column.Of(rows, r => r.PeriodStart),
        Column.Of(rows, r => r.PeriodEnd),
    ];

    public static PeriodRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetFieldValue<DateOnly>(2),
        row.GetFieldValue<DateOnly>(3),
        row.GetFieldValue<DateOnly>(4));
}
