using Npgsql;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Boards;

/// <summary>What a commitment has one of.</summary>
/// <param name="EarlierDuties">JSON; null where there are none.</param>
internal sealed record CommitmentRow(
    string Commitment,
    string Plan,
    string Section,
    string Task,
    int Ordinal,
    string Number,
    string Title,
    Cadence Cadence,
    Strength Strength,
    string? MeasureName,
    string? MeasureUnit,
    MeasureKind? MeasureKind,
    string? MeasureDefinition,
    string? MeasureDataSource,
    bool MeasureMayOverlap,
    DateOnly? PaceStart,
    string? ClaimUnit,
    DateOnly? ClaimCompletedOn,
    long? ClaimPosition,
    DateOnly? ClaimedOn,
    DateOnly MadeOn,
    string? EarlierDuties,
    long Version) : IBoardRow<CommitmentRow>
{
    public static BoardTable Table { get; } = new("commitments", "commitment", Ordered: false, Replaces: true);

    public string Owner => Commitment;

    int IBoardRow<CommitmentRow>.Ordinal => 0;

    public static Array[] Columns(IReadOnlyList<CommitmentRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Plan),
        Column.Of(rows, r => r.Section),
        Column.Of(rows, r => r.Task),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Number),
        Column.Of(rows, r => r.Title),
        Column.Of(rows, r => Word.Of(r.Cadence)),
        Column.Of(rows, r => Word.Of(r.Strength)),
        Column.Of(rows, r => r.MeasureName),
        Column.Of(rows, r => r.MeasureUnit),
        Column.Of(rows, r => Word.Of(r.MeasureKind)),
        Column.Of(rows, r => r.MeasureDefinition),
        Column.Of(rows, r => r.MeasureDataSource),
        Column.Of(rows, r => r.MeasureMayOverlap),
        Column.Of(rows, r => r.PaceStart),
        Column.Of(rows, r => r.ClaimUnit),
        Column.Of(rows, r => r.ClaimCompletedOn),
        Column.Of(rows, r => r.ClaimPosition),
        Column.Of(rows, r => r.ClaimedOn),
        Column.Of(rows, r => r.MadeOn),
        Column.Of(rows, r => r.EarlierDuties),
        Column.Of(rows, r => r.Version),
    ];

    public static CommitmentRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetInt32(4),
        row.GetString(5),
        row.GetString(6),
        Word.Parse<Cadence>(row.GetString(7)),
        Word.Parse<Strength>(row.GetString(8)),
        row.TextOrNull(9),
        row.TextOrNull(10),
        Word.ParseOrNull<MeasureKind>(row.TextOrNull(11)),
        row.TextOrNull(12),
        row.TextOrNull(13),
        row.GetBoolean(14),
        row.OrNull<DateOnly>(15),
        row.TextOrNull(16),
        row.OrNull<DateOnly>(17),
        row.OrNull<long>(18),
        row.OrNull<DateOnly>(19),
        row.GetFieldValue<DateOnly>(20),
        row.TextOrNull(21),
        row.GetInt64(22));
}
