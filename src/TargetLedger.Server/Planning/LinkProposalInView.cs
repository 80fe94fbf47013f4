using TargetLedger.Domain;
using TargetLedger.Domain.Counting;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>The commitments a proposal is about, and what was proposed for them last.</summary>
internal sealed record LinkProposalInView(LinkedPair Pair, LinkProposal? Proposal)
{
    public static async Task<LinkProposalInView?> FindAsync(LedgerView view, string source, string? target, CancellationToken cancellationToken)
    {
        if (await LinkedPair.FindAsync(view, source, target, cancellationToken) is not { } pair)
            return null;
        return new(pair, target is null ? null : await view.LinkProposalAsync(StreamIds.LinkProposalOf(source, target), cancellationToken));
    }

    public static async Task<LinkProposalInView?> FindAsync(LedgerView view, Guid id, CancellationToken cancellationToken)
        => await view.LinkProposalAsync(id, cancellationToken) is { } proposal
           && await LinkedPair.FindAsync(view, proposal.Source, proposal.Target, cancellationToken) is { Target: not null } pair
            ? new(pair, proposal)
            : null;

    /// <summary>What linking the two comes to.</summary>
    public (Decision Decision, IReadOnlyList<object> OfTarget) Link(DateOnly from, string authority, Guid link)
        => LinkCommitments.Decide(Pair.Source.Commitment, Pair.Target!.Commitment, Pair.Reached, new(link, from, authority), Pair.Target.Directory);
}
