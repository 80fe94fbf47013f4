using Npgsql;
using TargetLedger.Domain.Counting;

namespace TargetLedger.Boards;

/// <summary>A link by which reports count in several commitments.</summary>
/// <param name="Units">Codes of who reports, one a line.</param>
/// <param name="RecordedOn">Of one that began back in time.</param>
internal sealed record LinkRow(
    string Commitment,
    int Ordinal,
    Guid Link,
    LinkEnd End,
    string Other,
    DateOnly FromDay,
    DateOnly? UntilDay,
    string Units,
    string Authority,
    DateOnly? RecordedOn) : IBoardRow<LinkRow>
{
    public static BoardTable Table { get; } = new("commitment_links", "commitment", Ordered: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<LinkRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Link),
        Column.Of(rows, r => Word.Of(r.End)),
        Column.Of(rows, r => r.Other),
        Column.Of(rows, r => r.FromDay),
        Column.Of(rows, r => r.UntilDay),
        Column.Of(rows, r => r.Units),
        Column.Of(rows, r => r.Authority),
        Column.Of(rows, r => r.RecordedOn),
    ];

    public static LinkRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetGuid(2),
        Word.Parse<LinkEnd>(row.GetString(3)),
        row.GetString(4),
        row.GetFieldValue<DateOnly>(5),
        row.OrNull<DateOnly>(6),
        row.GetString(7),
        row.GetString(8),
        row.OrNull<DateOnly>(9));
}
