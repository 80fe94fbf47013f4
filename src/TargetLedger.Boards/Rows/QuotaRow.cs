using Npgsql;

namespace TargetLedger.Boards;

/// <summary>What a member of the divided target is to reach.</summary>
/// <param name="Division">The ordinal of the division it is a quota of.</param>
internal sealed record QuotaRow(
    string Commitment,
    int Ordinal,
    int Division,
    string Unit,
    decimal Value) : IBoardRow<QuotaRow>
{
    public static BoardTable Table { get; } = new("commitment_quotas", "commitment", Ordered: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<QuotaRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Division),
        Column.Of(rows, r => r.Unit),
        Column.Of(rows, r => r.Value),
    ];

    public static QuotaRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetInt32(2),
        row.GetString(3),
        row.GetDecimal(4));
}
