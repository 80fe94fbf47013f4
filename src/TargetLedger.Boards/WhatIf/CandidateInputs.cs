using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Units;

namespace TargetLedger.Boards;

/// <summary>
/// What judging takes, kept for the days lately asked about: the first board tried out for a day reads every commitment on it once, those
/// after it only what was written to since. Whatever rules are tried out, the same inputs serve.
/// </summary>
internal sealed class CandidateInputs
{
    private const int DaysKept = 3;
    private const int ReadAtOnce = 2_000;

    private readonly LatestUsed<(DateOnly On, CountedAmount Counted), Known> days = new(DaysKept);

    // All states of a province at once would only make each other slower.
    private readonly SemaphoreSlim turns = new(1);

    /// <returns>By number; at least those wanted.</returns>
    public async Task<LightInputs?[]> ReadAsync(
        LightView view,
        DateOnly on,
        CountedAmount counted,
        IReadOnlyList<int> wanted,
        Func<IReadOnlyList<int>, CancellationToken, Task<IReadOnlyList<Commitment>>> commitments,
        CancellationToken cancellationToken)
    {
        if (days.TryGet((on, counted), out var known) && Missing(known, view, wanted).Count == 0)
            return known.Inputs;

        await turns.WaitAsync(cancellationToken);
        try
        {
            // Whoever had the turn may have read the same.
            days.TryGet((on, counted), out known);
            var now = known?.Copy(view) ?? Known.None(view);
            var missing = Missing(now, view, wanted);
            foreach (var some in missing.Chunk(ReadAtOnce))
            {
                var states = await commitments(some, cancellationToken);
                Parallel.For(0, some.Length, i =>
                {
                    now.Inputs[some[i]] = LightInputs.Of(states[i], on, counted, view.Frame.Directory);
                    now.Versions[some[i]] = view.Entries.VersionOf(some[i]);
                });
            }

            if (missing.Count > 0)
                days.Put((on, counted), now);
            return now.Inputs;
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Those that were never read, have been written to since, or whose group may have other members.</summary>
    private static List<int> Missing(Known known, LightView view, IReadOnlyList<int> wanted)
    {
        var missing = new List<int>();
        var sameGroups = ReferenceEquals(known.Directory, view.Frame.Directory);
        foreach (var number in wanted)
        {
            if (number >= known.Versions.Length || known.Versions[number] != view.Entries.VersionOf(number)
                || (!sameGroups && known.Inputs[number] is { IsDivided: true }))
            {
                missing.Add(number);
            }
        }

        return missing;
    }

    /// <param name="Versions">Of the streams, by number; 0 where nothing is known.</param>
    private sealed record Known(UnitDirectory Directory, int[] Versions, LightInputs?[] Inputs)
    {
        public static Known None(LightView view) => new(view.Frame.Directory, new int[view.Entries.Count], new LightInputs?[view.Entries.Count]);

        /// <summary>To be brought to a view's position: another may still be counting by the one it is made of.</summary>
        public Known Copy(LightView view)
        {
            var copy = None(view);
            var count = Math.Min(Versions.Length, copy.Versions.Length);
            Array.Copy(Versions, copy.Versions, count);
            Array.Copy(Inputs, copy.Inputs, count);
            if (!ReferenceEquals(Directory, copy.Directory))
                copy.Forget();
            return copy;
        }

        private void Forget()
        {
            for (var number = 0; number < Inputs.Length; number++)
            {
                if (Inputs[number] is { IsDivided: true })
                    Versions[number] = 0;
            }
        }
    }
}
