using Npgsql;

namespace TargetLedger.Boards;

/// <summary>A task of a plan, in the document's order over all sections.</summary>
internal sealed record PlanTaskRow(
    string Plan,
    int Ordinal,
    int Section,
    string Number,
    string Title) : IBoardRow<PlanTaskRow>
{
    public static BoardTable Table { get; } = new("plan_tasks", "plan", Ordered: true);

    public string Owner => Plan;

    public static Array[] Columns(IReadOnlyList<PlanTaskRow> rows) =>
    [
        Column.Of(rows, r => r.Plan),
        Column.Of(rows, r => r.Ordinal),
        Column.Of(rows, r => r.Section),
        Column.Of(rows, r => r.Number),
        Column.Of(rows, r => r.Title),
    ];

    public static PlanTaskRow Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetInt32(2),
        row.GetString(3),
        row.GetString(4));
}
