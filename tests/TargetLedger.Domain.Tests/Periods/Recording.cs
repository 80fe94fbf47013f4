using TargetLedger.Domain.Commitments;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>A commitment whose events were recorded on days of their own.</summary>
internal sealed class Recording(CommitmentMade made, DateOnly madeOn)
{
    private readonly List<Recorded> events = [new(made, 1, 1, At(madeOn), "tests")];

    public Commitment Commitment { get; private set; } = Commitment.Evolve("commitment-1", null, new(made, 1, 1, At(madeOn), "tests"));

    /// <summary>Made on 5 June 2014.</summary>
    public static Recording Of(CommitmentMade made) => new(made, Day(6, 5));

    public Recording On(DateOnly day, params IEnumerable<object> recorded)
    {
        foreach (var e in recorded)
        {
            var next = new Recorded(e, events.Count + 1, events.Count + 1, At(day), "tests");
            events.Add(next);
            Commitment = Commitment.Evolve("commitment-1", Commitment, next);
        }

        return this;
    }
}
