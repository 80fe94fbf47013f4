using TargetLedger.Boards;
using TargetLedger.Domain.Supervision;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>预警: reports worth a second look, over everything, of a commitment or of a unit. A unit sees what rests on its own reports alone.</summary>
internal static class ReadWarningsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/warnings", async (HttpContext http, WarningQueries warnings, Visibility visibility, LedgerTime time)
                => Pages.Answer(http, (await ListAsync(http, warnings, visibility, time)).Page))
            .Needs(Right.ReadBoards)
            .TakesKnowledgeAndPages("kind", "plan", "unit")
            .WithSummary("预警 / Warning signs");
        routes
            .MapGet("/commitments/{commitment}/warnings", async (
                HttpContext http, string commitment, WarningQueries warnings, ReadRights rights, Visibility visibility, LedgerTime time) =>
            {
                var stream = RouteNames.CommitmentStream(commitment);
                await rights.RequireCommitmentAsync(http, stream);
                return Pages.Answer(http, (await ReadAsync(http, warnings, visibility, time, _ => new(Commitment: stream))).Page);
            })
            .Needs(Right.ReadBoards)
            .TakesKnowledgeAndPages("kind")
            .WithSummary("事项预警 / Warning signs of a commitment");
        routes
            .MapGet("/units/{unit}/warnings", async (HttpContext http, string unit, WarningQueries warnings, Visibility visibility, LedgerTime time)
                => Pages.Answer(http, (await ReadAsync(http, warnings, visibility, time, _ => new(Unit: unit))).Page))
            .Needs(Right.ReadBoards)
            .TakesKnowledgeAndPages("kind")
            .WithSummary("单位预警 / Warning signs of a unit");
    }

    /// <summary>Over everything the caller may see; the page asks the same.</summary>
    internal static Task<(WarningFilter Filter, Page<WarningList> Page)> ListAsync(
        HttpContext http, WarningQueries warnings, Visibility visibility, LedgerTime time)
        => ReadAsync(http, warnings, visibility, time, query => new(Plan: query.Text("plan"), Unit: query.Text("unit")));

    private static async Task<(WarningFilter Filter, Page<WarningList> Page)> ReadAsync(
        HttpContext http, WarningQueries warnings, Visibility visibility, LedgerTime time, Func<QueryReading, WarningFilter> filterOf)
    {
        var query = new QueryReading(http);
        var filter = filterOf(query) with { Kind = query.Word<WarningKind>("kind") };
        query.ThrowOnFaults();
        if (filter.Unit is { } unit)
            ReadRights.RequireUnit(http, unit);
        var caller = http.Caller();
        var read = await ReadQuery.ReadAsync(http, visibility, time);
        var page = await warnings.ListAsync(filter, Rights.SeesAllUnits(caller) ? null : caller.Units, read.At, read.On, read.Page, http.RequestAborted)
            ?? throw new ProblemException(ProblemKind.NotFound);
        return (filter, page);
    }
}
