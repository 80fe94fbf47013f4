using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>Both ends, as far as they are there.</summary>
/// <param name="Reached">Where reports on the target count already.</param>
internal sealed record LinkedPair(CommitmentInView Source, CommitmentInView? Target, IReadOnlySet<string> Reached)
{
    // Walked by reading one commitment after the other; beyond this it is taken for a loop.
    private const int MostReached = 64;

    public static Refusal NoSuchTarget(string named) => new("commitment_unknown", $"没有事项 {named}", $"there is no commitment {named}", "/to");

    public static async Task<LinkedPair?> FindAsync(LedgerView view, string source, string? target, CancellationToken cancellationToken)
    {
        if (await view.InViewAsync(source, [], cancellationToken) is not { } from)
            return null;
        if (target is null || await view.InViewAsync(target, [], cancellationToken) is not { } to)
            return new(from, null, new HashSet<string>());

        var reached = new HashSet<string>(StringComparer.Ordinal) { target };
        var toVisit = new Queue<Commitment>([to.Commitment]);
        while (toVisit.TryDequeue(out var visited))
        {
            foreach (var link in visited.Links.Where(l => l.End == Domain.Counting.LinkEnd.CountsIn))
            {
                if (reached.Add(link.Other) && reached.Count < MostReached && await view.CommitmentAsync(link.Other, cancellationToken) is { } next)
                    toVisit.Enqueue(next);
            }
        }

        return new(from, to, reached);
    }

    public Proposal Propose((Decision Decision, IReadOnlyList<object> OfTarget) decided, Guid? id) => decided.Decision switch
    {
        Decision.Record record => new Proposal.Record(
            [
                new(StreamIds.CommitmentType, Source.Commitment.Id, Source.Commitment.Version, record.Events),
                new(StreamIds.CommitmentType, Target!.Commitment.Id, Target.Commitment.Version, decided.OfTarget),
            ],
            id),
        var other => Proposal.Of(other, StreamIds.CommitmentType, Source.Commitment.Id, Source.Commitment.Version),
    };
}
