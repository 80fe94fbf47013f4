using Microsoft.AspNetCore.Http.HttpResults;
using TargetLedger.Boards;
using TargetLedger.Domain.Drafting;
using TargetLedger.Server.Hosting;
using TargetLedger.Server.Planning;

namespace TargetLedger.Server.Web;

/// <summary>清单草稿 as pages: where a document is sent, and where a draft is put right beside its source.</summary>
internal static class ShowDrafts
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/d", async (HttpContext http, PlanDraftQueries drafts, LedgerTime time) =>
            {
                new QueryReading(http).ThrowOnFaults();
                return new RazorComponentResult<DraftsView>(new { List = await drafts.ListAsync(http.RequestAborted), Token = PageForms.Token(http), time.Zone });
            })
            .WithMetadata(new PageRight(Right.KeepLists))
            .Takes();
        routes
            .MapGet("/d/{draft}", async (HttpContext http, string draft, PlanDraftQueries drafts, BoardQueries boards, LedgerTime time) =>
            {
                var query = new QueryReading(http);
                var against = query.Text("against");
                query.ThrowOnFaults();
                var page = await drafts.PageAsync(draft, http.RequestAborted);
                var now = new AsOf.Now(time.Now.Day);
                var plans = (await boards.PlansAsync(now, http.RequestAborted)).Plans;
                return new RazorComponentResult<DraftView>(new
                {
                    Draft = page,
                    Token = PageForms.Token(http),
                    Plans = plans,
                    PlanCode = plans.FirstOrDefault(p => p.Plan == page.Plan)?.Code,
                    Comparison = against is null ? null : (await drafts.CompareAsync(await drafts.FindAsync(draft, http.RequestAborted), against, now, http.RequestAborted)).Compared,
                    Today = time.Now.Day,
                });
            })
            .WithMetadata(new PageRight(Right.KeepLists))
            .Takes("against");
    }
}
