using TargetLedger.Domain.Supervision;
using TargetLedger.Domain.Units;

namespace TargetLedger.Boards;

/// <summary>By what the reports of a commitment may meet those of others.</summary>
/// <param name="Meeting">Hashes: that two are the same by chance costs a look and never makes a warning.</param>
internal sealed record SignMarks(bool Alone, int[] Meeting, UnitAmounts[] Amounts)
{
    public static SignMarks Of(WarningTraces traces, UnitDirectory directory) => new(
        traces.Alone,
        [.. traces.Meeting.Select(m => m.GetHashCode(StringComparison.Ordinal)).Distinct()],
        [.. traces.Amounts.Select(a => a with { Unit = QueueMark.CodeIn(directory, a.Unit) })]);
}

/// <summary>
/// Which commitments have to be laid side by side to know all warning signs: few of them, however many there are. Told what changes, commitment by commitment.
/// </summary>
internal sealed class SignIndex
{
    private readonly HashSet<int> alone = [];

    // Most hashes are of one commitment only.
    private readonly Dictionary<int, int> single = [];
    private readonly Dictionary<int, HashSet<int>> shared = [];
    private readonly Dictionary<string, OfUnit> units = new(StringComparer.Ordinal);

    public void Add(int number, SignMarks? marks)
    {
        if (marks is null)
            return;
        if (marks.Alone)
            alone.Add(number);
        foreach (var hash in marks.Meeting)
            Add(number, hash);
        foreach (var (unit, amounts, round) in marks.Amounts)
        {
            if (!units.TryGetValue(unit, out var known))
                units.Add(unit, known = new());
            known.Amounts += amounts;
            known.Round += round;
            known.Numbers.Add(number);
        }
    }

    public void Remove(int number, SignMarks? marks)
    {
        if (marks is null)
            return;
        alone.Remove(number);
        foreach (var hash in marks.Meeting)
            Remove(number, hash);
        foreach (var (unit, amounts, round) in marks.Amounts)
        {
            var known = units[unit];
            known.Amounts -= amounts;
            known.Round -= round;
            known.Numbers.Remove(number);
        }
    }

    /// <param name="terms">Of the day.</param>
    public SignCandidates Candidates(WarningTerms terms)
    {
        var numbers = new SortedSet<int>(alone);
        foreach (var together in shared.Values)
            numbers.UnionWith(together);
        var round = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (unit, known) in units)
        {
            if (known.Round < known.Amounts || known.Amounts < terms.RoundAfterReports)
                continue;
            round.Add(unit);
            numbers.UnionWith(known.Numbers);
        }

        return new([.. numbers], round);
    }

    private void Add(int number, int hash)
    {
        if (shared.TryGetValue(hash, out var together))
            together.Add(number);
        else if (single.Remove(hash, out var other))
            shared.Add(hash, [other, number]);
        else
            single.Add(hash, number);
    }

    private void Remove(int number, int hash)
    {
        if (!shared.TryGetValue(hash, out var together))
        {
            single.Remove(hash);
            return;
        }

        together.Remove(number);
        if (together.Count > 1)
            return;
        shared.Remove(hash);
        single.Add(hash, together.Single());
    }

    private sealed class OfUnit
    {
        public int Amounts { get; set; }

        public int Round { get; set; }

        public HashSet<int> Numbers { get; } = [];
    }
}

/// <param name="Numbers">Of the commitments that any warning rests on, and perhaps of others.</param>
/// <param name="RoundUnits">The units all of whose amounts are round; of others not everything may have been looked at.</param>
internal sealed record SignCandidates(IReadOnlyList<int> Numbers, IReadOnlySet<string> RoundUnits);
