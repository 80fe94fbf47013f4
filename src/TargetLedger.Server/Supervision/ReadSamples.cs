using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>抽查记录: the samples drawn, and each drawn again.</summary>
internal static class ReadSamplesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/samples", async (HttpContext http, SampleQueries samples, Visibility visibility, LedgerTime time) =>
            {
                var read = await ReadQuery.ReadAsync(http, visibility, time);
                return Pages.Answer(http, await samples.ListAsync(read.At, read.Page, http.RequestAborted));
            })
            .Needs(Right.ReadQueue)
            .Takes("at", "after", "limit", "cursor")
            .WithSummary("抽查记录 / Samples drawn");
        routes
            .MapGet("/samples/{sample}", async (HttpContext http, string sample, SampleQueries samples)
                => await samples.FindAsync(RouteNames.Id(sample), http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound))
            .Needs(Right.ReadQueue)
            .WithSummary("一次抽查 / A sample");
        routes
            .MapGet("/samples/{sample}/redrawn", async (HttpContext http, string sample, SampleQueries samples)
                => await samples.RedrawAsync(RouteNames.Id(sample), http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound))
            .Needs(Right.ReadQueue)
            .WithSummary("重新抽取并比对 / A sample drawn again");
    }
}
