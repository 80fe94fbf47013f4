using Npgsql;

namespace TargetLedger.Boards;

/// <summary>对方口径: a verified figure of another ledger.</summary>
internal sealed record CounterpartRow(
    string Commitment,
    int Ordinal,
    string Ledger,
    string Theirs,
    decimal Total,
    DateOnly Through,
    long Position,
    string Hash,
    string Source,
    long ReceivedAt,
    DateOnly ReceivedOn) : IBoardRow<CounterpartRow>
{
    public static BoardTable Table { get; } = new("commitment_counterparts", "commitment", Ordered: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<CounterpartRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Ledger),
        Column.Of(rows, r => r.Theirs),
        Column.Of(rows, r => r.Total),
        Column.Of(rows, r => r.Through),
        Column.Of(rows, r => r.Position),
        Column.Of(rows, r => r.Hash),
        Column.Of(rows, r => r.Source),
        Column.Of(rows, r => r.ReceivedAt),
        Column.Of(rows, r => r.ReceivedOn),
    ];

    public static CounterpartRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetString(3),
        row.GetDecimal(4),
        row.GetFieldValue<DateOnly>(5),
        row.GetInt64(6),
        row.GetString(7),
        row.GetString(8),
        row.GetInt64(9),
        row.GetFieldValue<DateOnly>(10));
}
