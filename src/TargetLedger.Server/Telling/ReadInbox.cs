using TargetLedger.Boards;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Telling;

/// <summary>收件箱: what waits for a unit's people, or for supervisors.</summary>
internal static class ReadInboxEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/inbox", async (HttpContext http, InboxQueries queries, Visibility visibility, LedgerTime time) =>
        {
            var filter = FilterOf(http);
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            return Pages.Answer(http, await queries.InboxAsync(filter, read.At, read.On, read.Page, http.RequestAborted));
        })
        .Needs(Right.ReadInbox)
        .TakesKnowledgeAndPages("unit", "kind", "done")
        .WithSummary("收件箱 / Inbox");

    /// <exception cref="ProblemException">400 when a word is none; 403 when the unit is none of the caller's.</exception>
    internal static InboxFilter FilterOf(HttpContext http)
    {
        var query = new QueryReading(http);
        var kind = query.Word<InboxKind>("kind");
        var done = query.Word<YesOrNo>("done") == YesOrNo.Yes;
        query.ThrowOnFaults();
        return new(OwnerOf(http.Caller()), ReadRights.UnitsOf(http, query.Text("unit")), kind, done);
    }

    internal static InboxOwner OwnerOf(Caller caller) => caller.Role switch
    {
        CallerRole.Supervisor => InboxOwner.Supervision,
        CallerRole.ListKeeper => InboxOwner.Keeping,
        _ => InboxOwner.Units,
    };

    private enum YesOrNo
    {
        No,
        Yes,
    }
}
