using Microsoft.AspNetCore.Http.HttpResults;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Web;

/// <summary>Tells a person who came for a page what is wrong, where a program would get a problem as JSON.</summary>
internal static class PageProblems
{
    /// <summary>A page was asked for: by its address, or, where the address leads nowhere, by a browser.</summary>
    public static bool IsFor(HttpContext http) => http.GetEndpoint() switch
    {
        RouteEndpoint => IsPage(http),
        _ => http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase),
    };

    public static bool IsPage(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null;

    public static Task WriteAsync(HttpContext http, Problem problem)
    {
        WebPages.Guard(http.Response);
        return new RazorComponentResult<ProblemPage>(new { Problem = problem }) { StatusCode = problem.Status }.ExecuteAsync(http);
    }
}
