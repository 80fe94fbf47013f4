using Npgsql;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Boards;

/// <summary>Leave granted for a reporting period: to report late, or not at all.</summary>
internal sealed record LeaveRow(
    string Commitment,
    int Ordinal,
    LeaveKind Kind,
    string? Unit,
    DateOnly Cutoff,
    DateOnly? UntilDay,
    string Reason,
    string? Authority,
    DateOnly GrantedOn,
    long Position) : IBoardRow<LeaveRow>
{
    public static BoardTable Table { get; } = new("commitment_leaves", "commitment", Ordered: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<LeaveRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => Word.Of(r.Kind)),
        Column.Of(rows, r => r.Unit),
        Column.Of(rows, r => r.Cutoff),
        Column.Of(rows, r => r.UntilDay),
        Column.Of(rows, r => r.Reason),
        Column.Of(rows, r => r.Authority),
        Column.Of(rows, r => r.GrantedOn),
        Column.Of(rows, r => r.Position),
    ];

    public static LeaveRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        Word.Parse<LeaveKind>(row.GetString(2)),
        row.TextOrNull(3),
        row.GetFieldValue<DateOnly>(4),
        row.OrNull<DateOnly>(5),
        row.GetString(6),
        row.TextOrNull(7),
        row.GetFieldValue<DateOnly>(8),
        row.GetInt64(9));
}
