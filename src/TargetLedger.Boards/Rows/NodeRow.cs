using Npgsql;

namespace TargetLedger.Boards;

/// <summary>A node and whether it is confirmed.</summary>
internal sealed record NodeRow(
    string Commitment,
    int Ordinal,
    string Node,
    string Name,
    DateOnly Planned,
    string? Sign,
    decimal? Weight,
    DateOnly? ConfirmedOn) : IBoardRow<NodeRow>
{
    public static BoardTable Table { get; } = new("commitment_nodes", "commitment", Ordered: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<NodeRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Node),
        Column.Of(rows, r => r.Name),
        Column.Of(rows, r => r.Planned),
        Column.Of(rows, r => r.Sign),
        Column.Of(rows, r => r.Weight),
        Column.Of(rows, r => r.ConfirmedOn),
    ];

    public static NodeRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetString(3),
        row.GetFieldValue<DateOnly>(4),
        row.TextOrNull(5),
        row.OrNull<decimal>(6),
        row.OrNull<DateOnly>(7));
}
