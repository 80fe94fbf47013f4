using TargetLedger.Boards;

namespace TargetLedger.Server.Hosting;

/// <summary>Which part of what waits is wanted; the answer and the page take the same parameters.</summary>
internal static class QueueQuery
{
    public static string[] Names { get; } = ["kind", "plan", "section", "unit", "group"];

    /// <exception cref="ProblemException">400 when a word is none.</exception>
    public static (BoardFilter About, QueueKind? Kind) Read(HttpContext http)
    {
        var query = new QueryReading(http);
        var kind = query.Word<QueueKind>("kind");
        query.ThrowOnFaults();
        return (new(query.Text("plan"), query.Text("section"), ReadRights.UnitsOf(http, query.Text("unit")), query.Text("group")), kind);
    }
}
