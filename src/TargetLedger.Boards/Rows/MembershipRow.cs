using Npgsql;

namespace TargetLedger.Boards;

/// <summary>A stretch of membership.</summary>
/// <param name="RecordedOn">Of one that began back in time.</param>
/// <param name="EndRecordedOn">Of one that ended back in time.</param>
internal sealed record MembershipRow(
    string UnitGroup,
    int Ordinal,
    string Unit,
    DateOnly FromDay,
    DateOnly? ToDay,
    DateOnly? RecordedOn,
    DateOnly? EndRecordedOn) : IBoardRow<MembershipRow>
{
    public static BoardTable Table { get; } = new("group_members", "unit_group", Ordered: true);

    public string Owner => UnitGroup;

    public static Array[] Columns(IReadOnlyList<MembershipRow> rows) =>
    [
        Column.Of(rows, r => r.UnitGroup),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Unit),
        Column.Of(rows, r => r.FromDay),
        Column.Of(rows, r => r.ToDay),
        Column.Of(rows, r => r.RecordedOn),
        Column.Of(rows, r => r.EndRecordedOn),
    ];

    public static MembershipRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetFieldValue<DateOnly>(3),
        row.OrNull<DateOnly>(4),
        row.OrNull<DateOnly>(5),
        row.OrNull<DateOnly>(6));
}
