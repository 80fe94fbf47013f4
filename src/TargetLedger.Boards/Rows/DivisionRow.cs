using Npgsql;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Boards;

/// <summary>How the target, or a member's quota, is divided from a day on.</summary>
/// <param name="Unit">Whose quota; null for the whole.</param>
/// <param name="FromDay">Null for all days.</param>
internal sealed record DivisionRow(
    string Commitment,
    int Ordinal,
    string? Unit,
    DateOnly? FromDay,
    SummingUp Way,
    string UnitGroup,
    decimal? OwnShare,
    Cadence? MemberCadence,
    MemberDays MemberDays) : IBoardRow<DivisionRow>
{
    public static BoardTable Table { get; } = new("commitment_divisions", "commitment", Ordered: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<DivisionRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Unit),
        Column.Of(rows, r => r.FromDay),
        Column.Of(rows, r => Word.Of(r.Way)),
        Column.Of(rows, r => r.UnitGroup),
        Column.Of(rows, r => r.OwnShare),
        Column.Of(rows, r => Word.Of(r.MemberCadence)),
        Column.Of(rows, r => Word.Of(r.MemberDays)),
    ];

    public static DivisionRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.TextOrNull(2),
        row.OrNull<DateOnly>(3),
        Word.Parse<SummingUp>(row.GetString(4)),
        row.GetString(5),
        row.OrNull<decimal>(6),
        Word.ParseOrNull<Cadence>(row.TextOrNull(7)),
        Word.Parse<MemberDays>(row.GetString(8)));
}
