using Npgsql;

namespace TargetLedger.Boards;

/// <summary>One plan.</summary>
internal sealed record PlanRow(
    string Plan,
    string Code,
    string Title,
    string Issuer,
    DateOnly IssuedOn,
    DateOnly PeriodStart,
    DateOnly PeriodEnd,
    string? DocumentNumber,
    int? Commitments,
    long Version) : IBoardRow<PlanRow>
{
    public static BoardTable Table { get; } = new("plans", "plan", Ordered: false);

    public string Owner => Plan;

    int IBoardRow<PlanRow>.Ordinal => 0;

    public static Array[] Columns(IReadOnlyList<PlanRow> rows) =>
    [
        Column.Of(rows, r => r.Plan),
        Column.Of(rows, r => r.Code),
        Column.Of(rows, r => r.Title),
        Column.Of(rows, r => r.Issuer),
        Column.Of(rows, r => r.IssuedOn),
        Column.Of(rows, r => r.PeriodStart),
        Column.Of(rows, r => r.PeriodEnd),
        Column.Of(rows, r => r.DocumentNumber),
        Column.Of(rows, r => r.Commitments),
        Column.Of(rows, r => r.Version),
    ];

    public static PlanRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetFieldValue<DateOnly>(4),
        row.GetFieldValue<DateOnly>(5),
        row.GetFieldValue<DateOnly>(6),
        row.TextOrNull(7),
        row.OrNull<int>(8),
        row.GetInt64(9));
}
