using Npgsql;

namespace TargetLedger.Boards;

/// <summary>A section of a plan, in the document's order.</summary>
internal sealed record PlanSectionRow(
    string Plan,
    int Ordinal,
    string Number,
    string Title) : IBoardRow<PlanSectionRow>
{
    public static BoardTable Table { get; } = new("plan_sections", "plan", Ordered: true);

    public string Owner => Plan;

    public static Array[] Columns(IReadOnlyList<PlanSectionRow> rows) =>
    [
        Column.Of(rows, r => r.Plan),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Number),
        Column.Of(rows, r => r.Title),
    ];

    public static PlanSectionRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetString(3));
}
