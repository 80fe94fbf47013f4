using TargetLedger.Domain;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Telling;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>Whom to phone. Like every answer the same for ever for the same position and day.</summary>
/// <inheritdoc cref="TimelinessQueries"/>
public sealed class CallListQueries(BoardQueries boards, TimelinessQueries timeliness, InboxQueries inbox)
{
    public async Task<Page<CallList>> ListAsync(TimelinessFilter filter, AsOf at, DateOnly? on, PageRequest page, CancellationToken cancellationToken = default)
    {
        var found = await timeliness.CallListAsync(filter, at, on, page, cancellationToken);
        return found with { Answer = await WithContactsAsync(found.Answer, (_, _) => true, cancellationToken) };
    }

    /// <summary>
    /// Whom a unit has to remind as the lead: the members that have not reported on what it leads. Of earlier calls those that name it; what
    /// a member said of other matters is not told. Null where no such unit is known.
    /// </summary>
    /// <param name="filter">Plan, section and cut-offs.</param>
    public async Task<Page<CallList>?> OfLeadAsync(
        string lead, TimelinessFilter filter, AsOf at, DateOnly? on, PageRequest page, CancellationToken cancellationToken = default)
    {
        object listing = new { list = "calls of lead", lead, filter };
        var cursor = page.Cursor is null ? null : PageCursor.Read(page.Cursor, listing);
        var asOf = cursor is null ? at : new AsOf.AtPosition(cursor.Position);
        var day = cursor?.On ?? on ?? await boards.Source.DayOfAsync(at, cancellationToken);
        var knowledge = await boards.OfUnitsAsync([lead], asOf, cancellationToken);
        if (!knowledge.Directory.Units.ContainsKey(lead))
            return null;

        var members = CallListing.OfMembers(filter, lead, day, knowledge.Directory);
        members.Add(knowledge);
        var whole = members.ToList(knowledge.Position);
        var next = Paging.Next(cursor?.Offset ?? 0, page.Limit, whole.Units.Count);
        var list = whole with { Units = [.. whole.Units.Skip(cursor?.Offset ?? 0).Take(page.Limit)] };
        return new(
            await WithContactsAsync(list, (unit, call) => unit.Items.Any(i => call.Commitments.Contains(i.Commitment, StringComparer.Ordinal)), cancellationToken),
            next is { } offset ? new PageCursor(whole.Position, day, offset).Write(listing) : null);
    }

    /// <param name="isTold">Which of the calls about its periods.</param>
    private async Task<CallList> WithContactsAsync(CallList list, Func<CallListUnit, ReminderCall, bool> isTold, CancellationToken cancellationToken)
    {
        var beside = await inbox.BesideAsync(
            [.. list.Units.SelectMany(u => new[] { StreamIds.Posts(u.Unit.Code), StreamIds.Calls(u.Unit.Code) })], list.Position, cancellationToken);
        var posts = beside.Posts.ToDictionary(p => p.Unit, StringComparer.Ordinal);
        var calls = beside.Calls.ToDictionary(c => c.Unit, StringComparer.Ordinal);
        return list with
        {
            Units =
            [
                .. list.Units.Select(u => u with
                {
                    Contacts = posts.TryGetValue(u.Unit.Code, out var held) ? [.. held.On(list.On).OrderBy(OrderOf)] : [],
                    Calls = calls.TryGetValue(u.Unit.Code, out var made) ? made.Calls.FindAll(c => u.Items.Any(i => i.Due.Period.End == c.Cutoff) && isTold(u, c)) : [],
                }),
            ],
        };
    }

    private static int OrderOf(PostHolding holding) => holding.Post switch
    {
        PostKind.Liaison => 0,
        PostKind.Clerk => 1,
        PostKind.Leader => 2,
        _ => 3,
    };
}
