namespace TargetLedger.Domain.Counting;

/// <summary>建议关联计数: a unit that answers for both proposes that what it reports on one commitment counts in another.</summary>
/// <param name="Source">The stream it reports on.</param>
/// <param name="Target">The stream in which that is to count too.</param>
/// <param name="Unit">Who proposes it.</param>
/// <param name="From">Reports of periods that begin on this day or later are to count.</param>
public sealed record LinkProposed(string Source, string Target, string Unit, DateOnly From, string Reason);

/// <summary>同意: in the same append both commitments get the link.</summary>
public sealed record LinkProposalApproved(Guid Link, string Authority);

/// <summary>不同意.</summary>
public sealed record LinkProposalRefused(string Reason);

/// <summary>The latest proposal to link two commitments. One stream for a pair: while one is open there is no second.</summary>
/// <param name="ProposedBy">The account.</param>
/// <param name="ProposedAt">The position.</param>
/// <param name="Answer">Null while it is open.</param>
public sealed record LinkProposal(
    Guid Id,
    string Source,
    string Target,
    string Unit,
    DateOnly From,
    string Reason,
    ProposalStatus Status,
    string ProposedBy,
    long ProposedAt,
    DateOnly ProposedOn,
    ProposalAnswer? Answer,
    long Version)
{
    public static LinkProposal Evolve(Guid id, LinkProposal? state, Recorded recorded) => recorded.Event switch
    {
        LinkProposed e => new(
            id, e.Source, e.Target, e.Unit, e.From, e.Reason, ProposalStatus.Open, recorded.Actor, recorded.Position, recorded.At.Day, null, recorded.Version),
        LinkProposalApproved e => state! with
        {
            Status = ProposalStatus.Approved,
            Answer = new(recorded.Actor, recorded.At.Day, recorded.Position, e.Authority, e.Link),
            Version = recorded.Version,
        },
        LinkProposalRefused e => state! with
        {
            Status = ProposalStatus.Refused,
            Answer = new(recorded.Actor, recorded.At.Day, recorded.Position, e.Reason),
            Version = recorded.Version,
        },
        _ => throw new InvalidOperationException($"A proposal does not know {recorded.Event.GetType().Name}."),
    };

    /// <param name="linked">What <see cref="LinkCommitments"/> says to it now: what cannot be linked is not proposed.</param>
    public static Decision Propose(LinkProposal? state, LinkProposed wanted, Decision linked)
    {
        if (state is { Status: ProposalStatus.Open })
        {
            return wanted == new LinkProposed(state.Source, state.Target, state.Unit, state.From, state.Reason)
                ? Decision.Done
                : Decision.No(new Refusal("proposal_open", $"已有建议待办(第 {state.ProposedAt} 号)", $"there is a proposal that waits for its answer (position {state.ProposedAt})"));
        }

        return linked switch
        {
            Decision.Record => Decision.Of(wanted),
            Decision.Nothing => Decision.No(LinkCommitments.AlreadyLinked(wanted.From)),
            var refused => refused,
        };
    }

    /// <param name="linked">What is recorded of the source, decided on both commitments as they are now.</param>
    /// <param name="existing">The link there is already, where a keeper made it without the proposal.</param>
    public static Decision Approve(LinkProposal state, string authority, Guid link, Decision linked, Guid? existing) => state switch
    {
        { Status: ProposalStatus.Approved, Answer: { } answer } when answer.Words == authority => Decision.Done,
        { Status: not ProposalStatus.Open } => Decision.No(Decided(state)),
        _ => linked switch
        {
            Decision.Record => Decision.Of(new LinkProposalApproved(link, authority)),
            Decision.Nothing => Decision.Of(new LinkProposalApproved(existing!.Value, authority)),
            var refused => refused,
        },
    };

    public static Decision Refuse(LinkProposal state, string reason) => state switch
    {
        { Status: ProposalStatus.Refused, Answer: { } answer } when answer.Words == reason => Decision.Done,
        { Status: not ProposalStatus.Open } => Decision.No(Decided(state)),
        _ => Decision.Of(new LinkProposalRefused(reason)),
    };

    private static Refusal Decided(LinkProposal state) => state.Status == ProposalStatus.Approved
        ? new("proposal_approved", $"该建议已同意(第 {state.Answer!.Position} 号);不再计数请取消关联", $"the proposal was approved (position {state.Answer!.Position}); end the link to undo it")
        : new("proposal_refused", $"该建议已答复不同意(第 {state.Answer!.Position} 号);须由单位重新提出", $"the proposal was refused (position {state.Answer!.Position}); it has to be proposed anew");
}

/// <param name="Account">Of the keeper.</param>
/// <param name="Words">Of an approval by whose leave, of a refusal why.</param>
/// <param name="Link">Of an approval.</param>
public sealed record ProposalAnswer(string Account, DateOnly On, long Position, string Words, Guid? Link = null);

public enum ProposalStatus
{
    /// <summary>待办.</summary>
    Open,

    /// <summary>已同意.</summary>
    Approved,

    /// <summary>不同意.</summary>
    Refused,
}
