using Npgsql;
using TargetLedger.Domain.Units;

namespace TargetLedger.Boards;

/// <summary>One unit, by code.</summary>
internal sealed record UnitRow(
    string Unit,
    string Name,
    UnitKind Kind,
    string? CreditCode,
    string? RegionCode,
    long Version) : IBoardRow<UnitRow>
{
    public static BoardTable Table { get; } = new("units", "unit", Ordered: false);

    public string Owner => Unit;

    int IBoardRow<UnitRow>.Ordinal => 0;

    public static Array[] Columns(IReadOnlyList<UnitRow> rows) =>
    [
        Column.Of(rows, r => r.Unit),
        Column.Of(rows, r => r.Name),
        Column.Of(rows, r => Word.Of(r.Kind)),
        Column.Of(rows, r => r.CreditCode),
        Column.Of(rows, r => r.RegionCode),
        Column.Of(rows, r => r.Version),
    ];

    public static UnitRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        Word.Parse<UnitKind>(row.GetString(2)),
        row.TextOrNull(3),
        row.TextOrNull(4),
        row.GetInt64(5));
}
