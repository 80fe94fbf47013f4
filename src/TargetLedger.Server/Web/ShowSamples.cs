using Microsoft.AspNetCore.Http.HttpResults;
using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Web;

/// <summary>抽查 as pages: the samples drawn, and one of them drawn again.</summary>
internal static class ShowSamples
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/s", async (HttpContext http, SampleQueries samples, Visibility visibility, LedgerTime time) =>
            {
                var read = await ReadQuery.ReadAsync(http, visibility, time);
                var page = await samples.ListAsync(read.At, read.Page, http.RequestAborted);
                return new RazorComponentResult<SamplesView>(new
                {
                    List = page.Answer,
                    Next = page.Next is { } cursor ? PageAddress.Next(http, ("cursor", cursor)) : null,
                    time.Zone,
                });
            })
            .WithMetadata(new PageRight(Right.ReadQueue))
            .Takes("at", "after", "limit", "cursor");
        routes
            .MapGet("/s/{sample}", async (HttpContext http, string sample, SampleQueries samples, Visibility visibility, LedgerTime time) =>
            {
                var read = await ReadQuery.ReadAsync(http, visibility, time);
                var id = RouteNames.Id(sample);
                var page = await samples.PageAsync(id, read.At, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
                var redrawn = await samples.RedrawAsync(id, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
                return new RazorComponentResult<SampleView>(new { Page = page, Redrawn = redrawn, time.Zone });
            })
            .WithMetadata(new PageRight(Right.ReadQueue))
            .Takes("after");
    }
}
