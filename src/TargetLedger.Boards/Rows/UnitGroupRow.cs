using Npgsql;

namespace TargetLedger.Boards;

/// <summary>One unit group, by code.</summary>
internal sealed record UnitGroupRow(
    string UnitGroup,
    string Name,
    bool IsOpen,
    long Version) : IBoardRow<UnitGroupRow>
{
    public static BoardTable Table { get; } = new("unit_groups", "unit_group", Ordered: false);

    public string Owner => UnitGroup;

    int IBoardRow<UnitGroupRow>.Ordinal => 0;

    public static Array[] Columns(IReadOnlyList<UnitGroupRow> rows) =>
    [
        Column.Of(rows, r => r.UnitGroup),
        Column.Of(rows, r => r.Name),
        Column.Of(rows, r => r.IsOpen),
        Column.Of(rows, r => r.Version),
    ];

    public static UnitGroupRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetBoolean(2),
        row.GetInt64(3));
}
