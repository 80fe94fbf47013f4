using Npgsql;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Boards;

/// <summary>A unit or group that answers from a day on; rows of one day are one list.</summary>
internal sealed record ResponsibleRow(
    string Commitment,
    int Ordinal,
    DateOnly FromDay,
    Role Role,
    string? Unit,
    string? UnitGroup,
    string? Side,
    bool Inferred) : IBoardRow<ResponsibleRow>
{
    public static BoardTable Table { get; } = new("commitment_responsibles", "commitment", Ordered: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<ResponsibleRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.FromDay),
        Column.Of(rows, r => Word.Of(r.Role)),
        Column.Of(rows, r => r.Unit),
        Column.Of(rows, r => r.UnitGroup),
        Column.Of(rows, r => r.Side),
        Column.Of(rows, r => r.Inferred),
    ];

    public static ResponsibleRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetFieldValue<DateOnly>(2),
        Word.Parse<Role>(row.GetString(3)),
        row.TextOrNull(4),
        row.TextOrNull(5),
        row.TextOrNull(6),
        row.GetBoolean(7));
}
