using Npgsql;

namespace TargetLedger.Boards;

/// <summary>What a member of the divided target is to reach.</summary>
internal sealed record QuotaRow(
    string Commitment,
    int Ordinal,
    string Unit,
    decimal Value) : IBoardRow<QuotaRow>
{
    public static BoardTable Table { get; } = new("commitment_quotas", "commitment", Ordered: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<QuotaRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Unit),
        Column.Of(rows, r => r.Value),
    ];

    public static QuotaRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetDecimal(3));
}
