using Npgsql;

namespace TargetLedger.Boards;

/// <summary>Another name of a unit, its earlier ones included.</summary>
internal sealed record UnitAliasRow(
    string Unit,
    int Ordinal,
    string Alias) : IBoardRow<UnitAliasRow>
{
    public static BoardTable Table { get; } = new("unit_aliases", "unit", Ordered: true);

    public string Owner => Unit;

    public static Array[] Columns(IReadOnlyList<UnitAliasRow> rows) =>
    [
        Column.Of(rows, r => r.Unit),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Alias),
    ];

    public static UnitAliasRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2));
}
