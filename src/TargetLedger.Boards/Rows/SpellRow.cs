using Npgsql;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Boards;

/// <summary>A stretch of days in which the commitment was not simply running.</summary>
/// <param name="RecordedOn">Of one that began back in time.</param>
/// <param name="EndRecordedOn">Of one that ended back in time.</param>
internal sealed record SpellRow(
    string Commitment,
    int Ordinal,
    Standing Standing,
    DateOnly FromDay,
    DateOnly? UntilDay,
    DateOnly? RecordedOn,
    DateOnly? EndRecordedOn) : IBoardRow<SpellRow>
{
    public static BoardTable Table { get; } = new("commitment_spells", "commitment", Ordered: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<SpellRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => Word.Of(r.Standing)),
        Column.Of(rows, r => r.FromDay),
        Column.Of(rows, r => r.UntilDay),
        Column.Of(rows, r => r.RecordedOn),
        Column.Of(rows, r => r.EndRecordedOn),
    ];

    public static SpellRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        Word.Parse<Standing>(row.GetString(2)),
        row.GetFieldValue<DateOnly>(3),
        row.OrNull<DateOnly>(4),
        row.OrNull<DateOnly>(5),
        row.OrNull<DateOnly>(6));
}
