using Npgsql;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.JointLeads;

namespace TargetLedger.Boards;

/// <summary>A side of joint leads, with what has become of its claim.</summary>
/// <param name="JointTarget">The same for all sides.</param>
internal sealed record SideRow(
    string Commitment,
    int Ordinal,
    JointTarget JointTarget,
    string Name,
    string Office,
    Bound? Bound,
    decimal? Value,
    string? AsWritten,
    decimal? Upper,
    decimal? TolerancePercent,
    decimal? Baseline,
    GrowthIn? GrowthIn,
    string? ClaimUnit,
    DateOnly? ClaimCompletedOn,
    long? ClaimPosition,
    DateOnly? ClaimedOn,
    DateOnly? AcceptedOn) : IBoardRow<SideRow>
{
    public static BoardTable Table { get; } = new("commitment_sides", "commitment", Ordered: true);

    public string Owner => Commitment;

    public static Array[] Columns(IReadOnlyList<SideRow> rows) =>
    [
        Column.Of(rows, r => r.Commitment),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => Word.Of(r.JointTarget)),
        Column.Of(rows, r => r.Name),
        Column.Of(rows, r => r.Office),
        Column.Of(rows, r => Word.Of(r.Bound)),
        Column.Of(rows, r => r.Value),
        Column.Of(rows, r => r.AsWritten),
        Column.Of(rows, r => r.Upper),
        Column.Of(rows, r => r.TolerancePercent),
        Column.Of(rows, r => r.Baseline),
        Column.Of(rows, r => Word.Of(r.GrowthIn)),
        Column.Of(rows, r => r.ClaimUnit),
        Column.Of(rows, r => r.ClaimCompletedOn),
        Column.Of(rows, r => r.ClaimPosition),
        Column.Of(rows, r => r.ClaimedOn),
        Column.Of(rows, r => r.AcceptedOn),
    ];

    public static SideRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        Word.Parse<JointTarget>(row.GetString(2)),
        row.GetString(3),
        row.GetString(4),
        Word.ParseOrNull<Bound>(row.TextOrNull(5)),
        row.OrNull<decimal>(6),
        row.TextOrNull(7),
        row.OrNull<decimal>(8),
        row.OrNull<decimal>(9),
        row.OrNull<decimal>(10),
        Word.ParseOrNull<GrowthIn>(row.TextOrNull(11)),
        row.TextOrNull(12),
        row.OrNull<DateOnly>(13),
        row.OrNull<long>(14),
        row.OrNull<DateOnly>(15),
        row.OrNull<DateOnly>(16));
}
