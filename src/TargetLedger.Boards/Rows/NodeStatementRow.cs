using Npgsql;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Boards;

/// <summary>What a report states about a node.</summary>
internal sealed record NodeStatementRow(
    string Commitment,
    int Ordinal,
    int Report,
    string Node,
    Progress State,
    DateOnly? ReachedOn) : IBoardRow<NodeStatementRow>
{
    public static BoardTable Table { get; } = new("commitment_report_nodes", "commitment", Ordered: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<NodeStatementRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Report),
        Column.Of(rows, r => r.Node),
        Column.Of(rows, r => Word.Of(r.State)),
        Column.Of(rows, r => r.ReachedOn),
    ];

    public static NodeStatementRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetInt32(2),
        row.GetString(3),
        Word.Parse<Progress>(row.GetString(4)),
        row.OrNull<DateOnly>(5));
}
