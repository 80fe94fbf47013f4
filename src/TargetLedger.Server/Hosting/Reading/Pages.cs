using Microsoft.AspNetCore.Http.Extensions;
using TargetLedger.Boards;

namespace TargetLedger.Server.Hosting;

internal static class Pages
{
    /// <summary>The page's body, with RFC 8288's link to the next page.</summary>
    public static T Answer<T>(HttpContext http, Page<T> page)
    {
        if (page.Next is { } cursor)
            LinkNext(http, "cursor", cursor);
        return page.Answer;
    }

    /// <summary>The same address with one parameter changed. What a page has waited for it need not wait for again.</summary>
    public static void LinkNext(HttpContext http, string parameter, string value)
    {
        var next = new QueryBuilder(http.Request.Query
            .Where(p => p.Key != parameter && p.Key != "after")
            .Select(p => KeyValuePair.Create(p.Key, p.Value.ToString())))
        {
            { parameter, value },
        };
        http.Response.Headers.Link = $"<{http.Request.PathBase}{http.Request.Path}{next}>; rel=\"next\"";
    }
}
