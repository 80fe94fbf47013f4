using TargetLedger.Domain.Commitments;

namespace TargetLedger.Boards;

/// <summary>
/// Keeps what the lists of the days lately asked about are counted from. The first list of a day reads every commitment once, those after it only what was
/// written to since.
/// </summary>
internal sealed class MatterSource
{
    private const int DaysKept = 2;
    private const int PastKept = 8;
    private const int ReadAtOnce = 2_000;

    // What has changed more since is read faster in one piece.
    private const int MostOfThePast = 20_000;

    private readonly LatestUsed<DateOnly, Day> days = new(DaysKept);
    private readonly LatestUsed<(long Position, DateOnly On), DayMatters> past = new(PastKept);

    // All states of a province at once would only make each other slower.
    private readonly SemaphoreSlim turns = new(1);

    /// <returns>Null where the past asked for is too far away, or a commitment cannot be judged on the day.</returns>
    public async Task<DayMatters?> ReadAsync(
        LightView view, DateOnly on, bool isNow, Func<IReadOnlyList<int>, CancellationToken, Task<IReadOnlyList<Commitment>>> commitments, CancellationToken cancellationToken)
    {
        if (Find(view, on) is { } found)
            return found;

        await turns.WaitAsync(cancellationToken);
        try
        {
            // Whoever had the turn may have read the same.
            if (Find(view, on) is { } known)
                return known;
            days.TryGet(on, out var day);
            if (day is null || day.Newest.Position <= view.Position)
                return await BringForwardAsync(day, view, on, isNow, commitments, cancellationToken);

            var earlier = Begin(day.Newest, view, on, out var changed);
            if (changed.Count > MostOfThePast || !await ReadAsync(earlier, changed, view, commitments, null, cancellationToken))
                return null;
            past.Put((view.Position, on), earlier);
            return earlier;
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>For a listing that has another page: it will be asked for as of this position.</summary>
    public void Keep(DayMatters matters) => past.Put((matters.Position, matters.On), matters);

    private DayMatters? Find(LightView view, DateOnly on)
        => days.TryGet(on, out var day) && day.Newest.Position == view.Position ? day.Newest
            : past.TryGet((view.Position, on), out var kept) ? kept
            : null;

    private async Task<DayMatters?> BringForwardAsync(
        Day? day, LightView view, DateOnly on, bool isNow, Func<IReadOnlyList<int>, CancellationToken, Task<IReadOnlyList<Commitment>>> commitments, CancellationToken cancellationToken)
    {
        var (index, next) = (day?.Signs ?? new SignIndex(), Begin(day?.Newest, view, on, out var changed));
        if (day is not null && !HaveSameRules(day.Newest.Frame, view.Frame))
            index = new();
        if (!isNow && changed.Count > MostOfThePast)
            return null;
        // Until it is brought forward whole, nobody is to meet the index half way.
        days.Remove(on);
        if (!await ReadAsync(next, changed, view, commitments, index, cancellationToken))
            return null;

        next.Signs = index.Candidates(view.Frame.Schedule.VerificationOn(on).Warnings);
        days.Put(on, new(next, index));
        return next;
    }

    /// <summary>What is known already of a view, and the commitments of which that has to be found out anew.</summary>
    private static DayMatters Begin(DayMatters? known, LightView view, DateOnly on, out List<int> changed)
    {
        var next = known is not null && HaveSameRules(known.Frame, view.Frame) ? known.Copy(view) : DayMatters.None(view, on);
        var sameGroups = known is not null && HaveSameGroups(known.Frame, view.Frame);
        changed = [];
        for (var number = 0; number < view.Entries.Count; number++)
        {
            var inForce = view.Listing.PlaceOf[number] >= 0;
            if (inForce && (next.VersionOf(number) != view.Entries.VersionOf(number) || (!sameGroups && next.Of(number) is { IsDivided: true })))
                changed.Add(number);
        }

        return next;
    }

    /// <param name="index">Null where signs are not followed.</param>
    /// <returns>False where one cannot be judged: whoever asks is to meet the fault itself.</returns>
    private static async Task<bool> ReadAsync(
        DayMatters next,
        List<int> changed,
        LightView view,
        Func<IReadOnlyList<int>, CancellationToken, Task<IReadOnlyList<Commitment>>> commitments,
        SignIndex? index,
        CancellationToken cancellationToken)
    {
        foreach (var some in changed.Chunk(ReadAtOnce))
        {
            var states = await commitments(some, cancellationToken);
            var matters = new CommitmentMatters?[some.Length];
            Parallel.For(0, some.Length, i => matters[i] = Of(view.Frame, states[i], next.On));
            if (Array.Exists(matters, m => m is null))
                return false;
            for (var i = 0; i < some.Length; i++)
            {
                index?.Remove(some[i], next.Of(some[i])?.Signs);
                index?.Add(some[i], matters[i]!.Signs);
                next.Set(some[i], view.Entries.VersionOf(some[i]), matters[i]);
            }
        }

        return true;
    }

    private static CommitmentMatters? Of(Knowledge frame, Commitment commitment, DateOnly on)
    {
        try
        {
            return CommitmentMatters.Of(frame, commitment, on);
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }

    private static bool HaveSameRules(Knowledge one, Knowledge other)
        => one.Rules.Version == other.Rules.Version && one.Schedule.Version == other.Schedule.Version;

    private static bool HaveSameGroups(Knowledge one, Knowledge other)
        => one.Directory.Groups.Count == other.Directory.Groups.Count
           && one.Directory.Groups.All(g => other.Directory.Groups.TryGetValue(g.Key, out var same) && same.Version == g.Value.Version);

    /// <param name="Signs">Of the newest.</param>
    private sealed record Day(DayMatters Newest, SignIndex Signs);
}
