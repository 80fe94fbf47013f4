using TargetLedger.Domain;
using TargetLedger.Domain.Signing;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>Whom to phone. Like every answer the same for ever for the same position and day.</summary>
/// <inheritdoc cref="TimelinessQueries"/>
public sealed class CallListQueries(TimelinessQueries timeliness, InboxQueries inbox)
{
    public async Task<Page<CallList>> ListAsync(TimelinessFilter filter, AsOf at, DateOnly? on, PageRequest page, CancellationToken cancellationToken = default)
    {
        var found = await timeliness.CallListAsync(filter, at, on, page, cancellationToken);
        var list = found.Answer;
        var beside = await inbox.BesideAsync(
            [.. list.Units.SelectMany(u => new[] { StreamIds.Posts(u.Unit.Code), StreamIds.Calls(u.Unit.Code) })], list.Position, cancellationToken);
        var posts = beside.Posts.ToDictionary(p => p.Unit, StringComparer.Ordinal);
        var calls = beside.Calls.ToDictionary(c => c.Unit, StringComparer.Ordinal);
        return found with
        {
            Answer = list with
            {
                Units =
                [
                    .. list.Units.Select(u => u with
                    {
                        Contacts = posts.TryGetValue(u.Unit.Code, out var held) ? [.. held.On(list.On).OrderBy(OrderOf)] : [],
                        Calls = calls.TryGetValue(u.Unit.Code, out var made) ? made.Calls.FindAll(c => u.Items.Any(i => i.Due.Period.End == c.Cutoff)) : [],
                    }),
                ],
            },
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
