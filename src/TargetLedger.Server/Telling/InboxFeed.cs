using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Telling;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Telling;

/// <summary>
/// Tells a caller, as it happens, what of the ledger concerns his inbox. Every message's id is the position it is about, so
/// that who comes back with the last one loses nothing: positions are dense, and everything after it is read from the ledger.
/// </summary>
internal sealed class InboxFeed(LedgerTail ledger, FeedEvents events, LedgerTime time, IHostApplicationLifetime lifetime)
{
    private const int MostFollowers = 1_000;

    // Proxies cut what is silent; after an hour rights and token are looked at anew.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim room = new(MostFollowers);

    /// <summary>The place of one follower; null where there is none left.</summary>
    public IDisposable? TryEnter() => room.Wait(0, CancellationToken.None) ? new Place(room) : null;

    /// <summary>What concerns a caller after a position, for ever.</summary>
    public async IAsyncEnumerable<SseItem<InboxNews>> FollowAsync(Caller caller, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        ending.CancelAfter(Longest);
        var (position, day) = (after, time.Now.Day);
        yield return Told(new(position, "position", day), "position");

        await using var batches = ledger.FollowAsync(after, ending.Token).GetAsyncEnumerator(ending.Token);
        var next = batches.MoveNextAsync().AsTask();
        try
        {
            while (await WaitAsync(next, ending.Token))
            {
                if (!next.IsCompleted)
                {
                    // Nothing was recorded, but days begin by themselves, and with them what is due.
                    var today = time.Now.Day;
                    yield return Told(new(position, today == day ? "position" : "day", today), today == day ? "position" : "day");
                    day = today;
                    continue;
                }

                if (!await next)
                    yield break;
                foreach (var stored in batches.Current)
                {
                    position = stored.Position;
                    if (await NewsOfAsync(caller, stored, ending.Token) is { } news)
                        yield return Told(news, "inbox");
                }

                next = batches.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            await ending.CancelAsync();
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <returns>False when it is time to end.</returns>
    private static async Task<bool> WaitAsync(Task next, CancellationToken cancellationToken)
    {
        await next.WaitAsync(Silence, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancellationToken.IsCancellationRequested;
    }

    private static SseItem<InboxNews> Told(InboxNews news, string kind)
        => new(news, kind) { EventId = news.Position.ToString(CultureInfo.InvariantCulture) };

    /// <summary>Null where the event is none of the caller's business.</summary>
    private async Task<InboxNews?> NewsOfAsync(Caller caller, StoredEvent stored, CancellationToken cancellationToken)
    {
        var told = events.Of(stored);
        var news = new InboxNews(stored.Position, stored.Type, time.At(stored.Timestamp).Day);
        var (supervises, keeps) = (Rights.Allows(caller.Role, Right.Supervise), Rights.Allows(caller.Role, Right.KeepLists));
        switch (stored.StreamType)
        {
            case StreamIds.CommitmentType:
                var unit = await told.UnitAsync(cancellationToken);
                return supervises || (!keeps && await ConcernsAsync(caller, told, unit, cancellationToken))
                    ? news with { Commitment = stored.Stream, Unit = unit, Report = told.Report }
                    : null;
            case StreamIds.DraftType:
                var id = Guid.ParseExact(stored.Stream.AsSpan(StreamIds.DraftType.Length + 1), "D");
                return !supervises && await told.DraftAsync(cancellationToken) is { } draft && caller.ActsFor(draft.Unit)
                    ? news with { Commitment = draft.Commitment, Unit = draft.Unit, Draft = id }
                    : null;
            case StreamIds.PostsType or StreamIds.CallsType or StreamIds.InboxType:
                var owner = OwnerOf(told.Body);
                return owner == InboxMarks.Supervision ? supervises ? news : null
                    : owner == InboxMarks.Keeping ? keeps ? news : null
                    : caller.ActsFor(owner) || (supervises && stored.StreamType != StreamIds.InboxType) ? news with { Unit = owner }
                    : null;
            case StreamIds.LinkProposalType:
                return await told.ProposalAsync(cancellationToken) is { } proposal && (keeps || caller.ActsFor(proposal.Unit))
                    ? news with { Commitment = proposal.Source, Unit = proposal.Unit }
                    : null;
            // Calendars, terms and rules, and a list that comes into force, may change everybody's.
            case StreamIds.ScheduleType or StreamIds.SubmissionType or StreamIds.RulesType:
                return news;
            case StreamIds.PlanType:
                return told.Body is PlanConfirmed ? news : null;
            default:
                return null;
        }
    }

    /// <summary>A report, and that one is missing, is its unit's and, since they have to review, to remind and to answer for it, those's who lead today.</summary>
    private async Task<bool> ConcernsAsync(Caller caller, FeedEvent told, string? unit, CancellationToken cancellationToken)
    {
        if (unit is not null && (caller.ActsFor(unit) || told is { Report: null, Body: not ReportingPeriodMissed }))
            return caller.ActsFor(unit);
        if (await told.ViewAsync(cancellationToken) is not { } found)
            return false;
        return unit is null
            ? Rights.MaySee(caller, found.Commitment, found.Directory, time.Now.Day)
            : found.Commitment.ResponsibleOn(time.Now.Day).Any(r => r is { Role: Role.Lead, Unit: { } lead } && caller.ActsFor(lead));
    }

    private static string OwnerOf(object body) => body switch
    {
        PostAssigned e => e.Unit,
        PostLeft e => e.Unit,
        ReminderCalled e => e.Unit,
        InboxItemsSeen e => e.Owner,
        InboxItemsDone e => e.Owner,
        _ => throw new InvalidOperationException($"Nobody owns {body.GetType().Name}."),
    };

    private sealed class Place(SemaphoreSlim room) : IDisposable
    {
        public void Dispose() => room.Release();
    }
}

/// <summary>Something happened that an inbox may show. What it shows now is read from <c>/inbox?after={position}</c>.</summary>
/// <param name="Position">Everything up to here is told.</param>
/// <param name="Type">The event's stable name; <c>position</c> while nothing happens, <c>day</c> when a day has begun.</param>
/// <param name="On">The business day.</param>
internal sealed record InboxNews(
    long Position, string Type, DateOnly On, string? Commitment = null, string? Unit = null, Guid? Report = null, Guid? Draft = null);
