using TargetLedger.Boards;
using TargetLedger.Domain.Counting;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>关联建议: what units proposed and what became of it; a unit sees its own.</summary>
internal static class ReadLinkProposalsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/link-proposals", async (HttpContext http, InboxQueries queries, Visibility visibility, LedgerTime time) =>
            {
                var query = new QueryReading(http);
                var status = query.Word<ProposalStatus>("status");
                query.ThrowOnFaults();
                var units = ReadRights.UnitsOf(http, query.Text("unit"));
                var read = await ReadQuery.ReadAsync(http, visibility, time);
                return Pages.Answer(http, await queries.LinkProposalsAsync(units, status, read.At, read.Page, http.RequestAborted));
            })
            .Needs(Right.ReadBoards)
            .Takes("at", "after", "limit", "cursor", "status", "unit")
            .WithSummary("关联建议 / Proposed links");
        routes
            .MapGet("/link-proposals/{proposal}", async (HttpContext http, string proposal, StateCache states) =>
            {
                new QueryReading(http).ThrowOnFaults();
                var found = await new LedgerView(states, fresh: true).LinkProposalAsync(RouteNames.Id(proposal), http.RequestAborted);
                if (found is null || !Rights.MaySeeUnit(http.Caller(), found.Unit))
                    throw new ProblemException(ProblemKind.NotFound);
                http.Response.Headers.ETag = EntityTags.Of(found.Version);
                return found;
            })
            .Needs(Right.ReadBoards)
            .Takes()
            .Produces<LinkProposal>()
            .WithSummary("一项关联建议 / A proposed link");
    }
}
