using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Supervision;

namespace TargetLedger.Boards;

/// <summary>Warning signs of a day, made by laying side by side only the commitments that can have a part in one.</summary>
internal sealed class SignSource(LightBoards boards)
{
    private const int ListsKept = 4;
    private const int DaysKept = 2;

    // All units and pages that ask at one position cost one look.
    private readonly LatestUsed<(long Position, DateOnly On), SignList> lists = new(ListsKept);

    // Most of those looked at last time are looked at again.
    private readonly LatestUsed<DateOnly, Dictionary<int, Commitment>> candidates = new(DaysKept);
    private readonly SemaphoreSlim turns = new(1);

    public async Task<SignList> ReadAsync(LightView view, DayMatters matters, AsOf at, CancellationToken cancellationToken)
    {
        if (lists.TryGet((view.Position, matters.On), out var known))
            return known;

        await turns.WaitAsync(cancellationToken);
        try
        {
            // Whoever had the turn may have read the same.
            if (lists.TryGet((view.Position, matters.On), out known))
                return known;
            var (numbers, roundUnits) = matters.Signs ??= CandidatesOf(view, matters);
            var commitments = await CommitmentsAsync(view, numbers, matters.On, at, cancellationToken);
            var gathering = new WarningGathering(matters.On);
            gathering.Add(view.Know(commitments));
            // Of other units not every amount was looked at.
            var frame = view.Know([]);
            List<Warning> found = [.. gathering.Warnings(frame).Where(w => w.Kind != WarningKind.RoundNumbers || roundUnits.Contains(w.Reports[0].Unit))];
            var byId = commitments.ToDictionary(c => c.Id, StringComparer.Ordinal);
            var list = new SignList(gathering.ToList(frame, found), [.. found.Select(w => InboxSources.OfSign(frame, byId[w.Reports[^1].Commitment], w))]);
            lists.Put((view.Position, matters.On), list);
            return list;
        }
        finally
        {
            turns.Release();
        }
    }

    private async Task<IReadOnlyList<Commitment>> CommitmentsAsync(LightView view, IReadOnlyList<int> numbers, DateOnly on, AsOf at, CancellationToken cancellationToken)
    {
        candidates.TryGet(on, out var before);
        var now = new Dictionary<int, Commitment>(numbers.Count);
        var missing = new List<int>();
        foreach (var number in numbers)
        {
            if (before is not null && before.TryGetValue(number, out var same) && same.Version == view.Entries.VersionOf(number))
                now.Add(number, same);
            else
                missing.Add(number);
        }

        var read = await boards.CommitmentsAsync(view, missing, at, cancellationToken);
        for (var i = 0; i < missing.Count; i++)
            now.Add(missing[i], read[i]);
        candidates.Put(on, now);
        return [.. now.Values];
    }

    /// <summary>Where nobody followed them: of a position that has gone by.</summary>
    private static SignCandidates CandidatesOf(LightView view, DayMatters matters)
    {
        var index = new SignIndex();
        foreach (var number in view.Listing.Order)
            index.Add(number, matters.Of(number)?.Signs);
        return index.Candidates(view.Frame.Schedule.VerificationOn(matters.On).Warnings);
    }
}

/// <param name="Inbox">The same as items of the supervisors' inbox, without marks.</param>
internal sealed record SignList(WarningList Warnings, IReadOnlyList<InboxItem> Inbox);
