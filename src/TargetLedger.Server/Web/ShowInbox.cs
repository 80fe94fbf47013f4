using Microsoft.AspNetCore.Http.HttpResults;
using TargetLedger.Boards;
using TargetLedger.Server.Hosting;
using TargetLedger.Server.Telling;

namespace TargetLedger.Server.Web;

/// <summary>收件箱 as a page.</summary>
internal static class ShowInbox
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/i", async (HttpContext http, InboxQueries queries, Visibility visibility, LedgerTime time) =>
        {
            var filter = ReadInboxEndpoint.FilterOf(http);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            var page = await queries.InboxAsync(filter, read.At, read.On, read.Page, http.RequestAborted);
            return new RazorComponentResult<InboxView>(new
            {
                Inbox = page.Answer,
                filter.Kind,
                Next = page.Next is { } cursor ? PageAddress.Next(http, ("cursor", cursor)) : null,
            });
        })
        .WithMetadata(new PageRight(Right.ReadInbox))
        .TakesKnowledgeAndPages("unit", "kind", "done");
}
