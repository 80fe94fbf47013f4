using Npgsql;
using TargetLedger.Domain;
using TargetLedger.Domain.Reporting;

namespace TargetLedger.Boards;

/// <summary>A draft, without what it says.</summary>
internal sealed record DraftRow(
    string Draft,
    string Commitment,
    string Unit,
    DraftStatus Status,
    long DraftedAt,
    long? ClosedAt,
    long Version) : IBoardRow<DraftRow>
{
    public static BoardTable Table { get; } = new("drafts", "draft", Ordered: false);

    public string Owner => Draft;

    int IBoardRow<DraftRow>.Ordinal => 0;

    public static DraftRow Of(ReportDraft draft) => new(StreamIds.Draft(draft.Id), draft.Commitment, draft.Unit, draft.Status, draft.DraftedAt, draft.ClosedAt, draft.Version);

    public static Array[] Columns(IReadOnlyList<DraftRow> rows) =>
    [
        Column.Of(rows, r => r.Draft),
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Unit),
        Column.Of(rows, r => Word.Of(r.Status)),
        Column.Of(rows, r => r.DraftedAt),
        Column.Of(rows, r => r.ClosedAt),
        Column.Of(rows, r => r.Version),
    ];

    public static DraftRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        Word.Parse<DraftStatus>(row.GetString(3)),
        row.GetInt64(4),
        row.OrNull<long>(5),
        row.GetInt64(6));
}
