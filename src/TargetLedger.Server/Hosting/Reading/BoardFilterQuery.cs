using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Server.Hosting;

/// <summary>Reads what a board is to be about; the answer and the page take the same parameters and the same rights.</summary>
internal static class BoardFilterQuery
{
    /// <exception cref="ProblemException">400 when a word is none; 403 when the unit is none of the caller's.</exception>
    public static BoardFilter Read(HttpContext http)
    {
        var query = new QueryReading(http);
        var light = query.Word<Light>("light");
        query.ThrowOnFaults();
        return new(query.Text("plan"), query.Text("section"), ReadRights.UnitsOf(http, query.Text("unit")), query.Text("group"), light);
    }
}
