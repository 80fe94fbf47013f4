using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>任职名单: who held and holds the posts of a unit. Names and telephone numbers are shown to the unit itself and to supervisors.</summary>
internal static class ReadPostsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/units/{unit}/posts", async (HttpContext http, string unit, InboxQueries queries, Visibility visibility, LedgerTime time) =>
        {
            ReadRights.RequireUnit(http, unit);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            var list = await queries.PostsAsync(unit, read.At, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
            http.Response.Headers.ETag = EntityTags.Of(list.Version);
            return Rights.MayReadContacts(http.Caller(), unit) ? list : list with { Posts = [.. list.Posts.Select(p => p with { Contact = null })] };
        })
        .Needs(Right.ReadBoards)
        .Takes("at", "after")
        .WithSummary("任职名单 / Posts of a unit");
}
