using Microsoft.AspNetCore.Http.HttpResults;
using TargetLedger.Boards;
using TargetLedger.Server.Hosting;
using TargetLedger.Server.Supervision;

namespace TargetLedger.Server.Web;

/// <summary>预警 as a page.</summary>
internal static class ShowWarnings
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/w", async (HttpContext http, WarningQueries warnings, Visibility visibility, LedgerTime time) =>
        {
            var (filter, page) = await ReadWarningsEndpoint.ListAsync(http, warnings, visibility, time);
            return new RazorComponentResult<WarningsView>(new
            {
                List = page.Answer,
                filter.Kind,
                Next = page.Next is { } cursor ? PageAddress.Next(http, ("cursor", cursor)) : null,
            });
        })
        .TakesKnowledgeAndPages("kind", "plan", "unit");
}
