using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Reporting;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Telling;

/// <summary>What the latest events are about, found out once for all who follow: a thousand of them must not cost a thousand readings.</summary>
internal sealed class FeedEvents(StateCache states, IHostApplicationLifetime lifetime)
{
    private const int Kept = 1_024;

    private readonly Lock gate = new();
    private readonly Dictionary<long, FeedEvent> known = [];
    private readonly Queue<long> inOrder = new();

    public FeedEvent Of(StoredEvent stored)
    {
        lock (gate)
        {
            if (known.TryGetValue(stored.Position, out var found))
                return found;
            found = new(stored, states, lifetime.ApplicationStopping);
            known.Add(stored.Position, found);
            inOrder.Enqueue(stored.Position);
            if (inOrder.Count > Kept)
                known.Remove(inOrder.Dequeue());
            return found;
        }
    }
}

/// <summary>One event. What has to be looked up for it is looked up when it is first asked for; who waits for it may give up, the look-up goes on.</summary>
internal sealed class FeedEvent
{
    private readonly Once<string?> unit;
    private readonly Once<CommitmentInView?> view;
    private readonly Once<ReportDraft?> draft;
    private readonly Once<LinkProposal?> proposal;

    public FeedEvent(StoredEvent stored, StateCache states, CancellationToken stopping)
    {
        Body = EventCatalog.Read(stored.Type, stored.Data.Span);
        unit = new(() => UnitOfAsync(stored.Stream, states, stopping));
        view = new(() => new LedgerView(states, fresh: true).InViewAsync(stored.Stream, [], stopping));
        proposal = new(() => new LedgerView(states, fresh: true).LinkProposalAsync(Guid.ParseExact(stored.Stream.AsSpan(StreamIds.LinkProposalType.Length + 1), "D"), stopping));
        draft = new(() => DraftAsync(Guid.ParseExact(stored.Stream.AsSpan(StreamIds.DraftType.Length + 1), "D"), states, stopping));
    }

    public object Body { get; }

    /// <summary>Of an event about a report.</summary>
    public Guid? Report => CountedElsewhere.ReportOf(Body);

    /// <summary>Of a commitment's event the one unit it is about; null where it is about all that answer.</summary>
    public Task<string?> UnitAsync(CancellationToken cancellationToken) => unit.GetAsync().WaitAsync(cancellationToken);

    /// <summary>The commitment it is of, as it was after it or later.</summary>
    public Task<CommitmentInView?> ViewAsync(CancellationToken cancellationToken) => view.GetAsync().WaitAsync(cancellationToken);

    /// <summary>The draft it is of.</summary>
    public Task<ReportDraft?> DraftAsync(CancellationToken cancellationToken) => draft.GetAsync().WaitAsync(cancellationToken);

    /// <summary>The proposal it is of.</summary>
    public Task<LinkProposal?> ProposalAsync(CancellationToken cancellationToken) => proposal.GetAsync().WaitAsync(cancellationToken);

    private async Task<string?> UnitOfAsync(string stream, StateCache states, CancellationToken cancellationToken) => Body switch
    {
        ProgressReported e => e.Unit,
        ReportingPeriodMissed e => e.Unit,
        LateReportAllowed e => e.Unit,
        ReportExcused e => e.Unit,
        CompletionClaimed e => e.Unit,
        _ when Report is { } report => await ReportingUnitAsync(stream, report, states, cancellationToken),
        _ => null,
    };

    /// <summary>Whose a draft or a report is never changes, so that a state seen before will do where it knows it.</summary>
    private static async Task<string?> ReportingUnitAsync(string stream, Guid report, StateCache states, CancellationToken cancellationToken)
        => ((await new LedgerView(states, fresh: false).CommitmentAsync(stream, cancellationToken))?.FindReport(report)
            ?? (await new LedgerView(states, fresh: true).CommitmentAsync(stream, cancellationToken))?.FindReport(report))?.Unit;

    private static async Task<ReportDraft?> DraftAsync(Guid id, StateCache states, CancellationToken cancellationToken)
        => await new LedgerView(states, fresh: false).DraftAsync(id, cancellationToken) ?? await new LedgerView(states, fresh: true).DraftAsync(id, cancellationToken);

    /// <summary>Asked once, and again only after it failed.</summary>
    private sealed class Once<T>(Func<Task<T>> ask)
    {
        private readonly Lock gate = new();
        private Task<T>? asked;

        public Task<T> GetAsync()
        {
            lock (gate)
                return asked is null or { IsFaulted: true } or { IsCanceled: true } ? asked = ask() : asked;
        }
    }
}
