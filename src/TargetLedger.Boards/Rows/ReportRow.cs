using Npgsql;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Boards;

/// <summary>A report as it stands, without its words.</summary>
/// <param name="Evidence">Hashes, apart by a space; null where there are none.</param>
/// <param name="Classes">JSON; null where there are none.</param>
internal sealed record ReportRow(
    string Commitment,
    int Ordinal,
    Guid Report,
    string Unit,
    DateOnly PeriodStart,
    DateOnly PeriodEnd,
    DateOnly Through,
    decimal? Amount,
    decimal? Total,
    bool NoProgress,
    Progress? Progress,
    ReportStatus Status,
    decimal? VerifiedTotal,
    int Corrections,
    long Position,
    long ChangedAt,
    DateOnly ReportedOn,
    DateOnly ChangedOn,
    string? ReturnReason,
    string? CountedFrom,
    string? ReturnedBy,
    string? ReviewedBy,
    long? ReturnedAt,
    string? Evidence,
    string? Classes) : IBoardRow<ReportRow>
{
    public static BoardTable Table { get; } = new("commitment_reports", "commitment", Ordered: true, Replaces: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<ReportRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Report),
        Column.Of(rows, r => r.Unit),
        Column.Of(rows, r => r.PeriodStart),
        Column.Of(rows, r => r.PeriodEnd),
        Column.Of(rows, r => r.Through),
        Column.Of(rows, r => r.Amount),
        Column.Of(rows, r => r.Total),
        Column.Of(rows, r => r.NoProgress),
        Column.Of(rows, r => Word.Of(r.Progress)),
        Column.Of(rows, r => Word.Of(r.Status)),
        Column.Of(rows, r => r.VerifiedTotal),
        Column.Of(rows, r => r.Corrections),
        Column.Of(rows, r => r.Position),
        Column.Of(rows, r => r.ChangedAt),
        Column.Of(rows, r => r.ReportedOn),
        Column.Of(rows, r => r.ChangedOn),
        Column.Of(rows, r => r.ReturnReason),
        Column.Of(rows, r => r.CountedFrom),
        Column.Of(rows, r => r.ReturnedBy),
        Column.Of(rows, r => r.ReviewedBy),
        Column.Of(rows, r => r.ReturnedAt),
        Column.Of(rows, r => r.Evidence),
        Column.Of(rows, r => r.Classes),
    ];

    public static ReportRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetGuid(2),
        row.GetString(3),
        row.GetFieldValue<DateOnly>(4),
        row.GetFieldValue<DateOnly>(5),
        row.GetFieldValue<DateOnly>(6),
        row.OrNull<decimal>(7),
        row.OrNull<decimal>(8),
        row.GetBoolean(9),
        Word.ParseOrNull<Progress>(row.TextOrNull(10)),
        Word.Parse<ReportStatus>(row.GetString(11)),
        row.OrNull<decimal>(12),
        row.GetInt32(13),
        row.GetInt64(14),
        row.GetInt64(15),
        row.GetFieldValue<DateOnly>(16),
        row.GetFieldValue<DateOnly>(17),
        row.TextOrNull(18),
        row.TextOrNull(19),
        row.TextOrNull(20),
        row.TextOrNull(21),
        row.OrNull<long>(22),
        row.TextOrNull(23),
        row.TextOrNull(24));
}
