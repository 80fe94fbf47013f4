using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Supervision;
using TargetLedger.Domain.Telling;
using TargetLedger.Domain.Units;

namespace TargetLedger.Server.Hosting;

/// <summary>What decisions and rights look at: streams folded, either as last seen or as they are at this moment.</summary>
internal sealed class LedgerView(StateCache cache, bool fresh)
{
    /// <summary>An append's expected version guards the stream it writes to, not what is merely looked up; that must be young.</summary>
    private readonly TimeSpan lookedUpMaxAge = fresh ? TimeSpan.Zero : TimeSpan.FromSeconds(1);
    private readonly TimeSpan maxAge = fresh ? TimeSpan.Zero : TimeSpan.MaxValue;

    /// <summary>Null also while its plan is still being imported: an unconfirmed list is not in force.</summary>
    public async Task<Commitment?> CommitmentAsync(string stream, CancellationToken cancellationToken)
    {
        var commitment = await cache.ReadAsync<Commitment>(stream, (state, e) => Commitment.Evolve(stream, state, e), maxAge, cancellationToken);
        return commitment is not null && await PlanAsync(commitment.Plan, cancellationToken) is { Confirmed: true } ? commitment : null;
    }

    /// <summary>Many at once in one reading; those that there are, by stream.</summary>
    public async Task<IReadOnlyDictionary<string, Commitment>> CommitmentsAsync(IReadOnlyList<string> streams, CancellationToken cancellationToken)
    {
        var found = await cache.ReadManyAsync<Commitment>(streams, Commitment.Evolve, maxAge, cancellationToken);
        var inForce = new HashSet<string>(StringComparer.Ordinal);
        foreach (var plan in found.Values.Select(c => c.Plan).Distinct(StringComparer.Ordinal))
        {
            if (await PlanAsync(plan, cancellationToken) is { Confirmed: true })
                inForce.Add(plan);
        }

        return found.Where(c => inForce.Contains(c.Value.Plan)).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
    }

    public Task<Plan?> PlanAsync(string stream, CancellationToken cancellationToken)
        => cache.ReadAsync<Plan>(stream, (state, e) => Plan.Evolve(stream, state, e), lookedUpMaxAge, cancellationToken);

    public Task<Unit?> UnitAsync(string code, CancellationToken cancellationToken)
        => cache.ReadAsync<Unit>(StreamIds.Unit(code), Unit.Evolve, lookedUpMaxAge, cancellationToken);

    public Task<UnitGroup?> GroupAsync(string code, CancellationToken cancellationToken)
        => cache.ReadAsync<UnitGroup>(StreamIds.Group(code), UnitGroup.Evolve, lookedUpMaxAge, cancellationToken);

    public async Task<RulesBook> RulesAsync(CancellationToken cancellationToken)
        => await cache.ReadAsync<RulesBook>(StreamIds.Rules, (state, e) => RulesBook.Evolve(state ?? RulesBook.Empty, e), lookedUpMaxAge, cancellationToken)
           ?? RulesBook.Empty;

    public async Task<ReportingSchedule> ScheduleAsync(CancellationToken cancellationToken)
        => await cache.ReadAsync<ReportingSchedule>(
               StreamIds.Schedule, (state, e) => ReportingSchedule.Evolve(state ?? ReportingSchedule.Empty, e), lookedUpMaxAge, cancellationToken)
           ?? ReportingSchedule.Empty;

    public Task<ReportDraft?> DraftAsync(Guid id, CancellationToken cancellationToken)
        => cache.ReadAsync<ReportDraft>(StreamIds.Draft(id), (state, e) => ReportDraft.Evolve(id, state, e), maxAge, cancellationToken);

    public async Task<SubmissionRulesBook> SubmissionRulesAsync(CancellationToken cancellationToken)
        => await cache.ReadAsync<SubmissionRulesBook>(
               StreamIds.Submission, (state, e) => SubmissionRulesBook.Evolve(state ?? SubmissionRulesBook.Empty, e), lookedUpMaxAge, cancellationToken)
           ?? SubmissionRulesBook.Empty;

    public async Task<UnitPosts> PostsAsync(string unit, CancellationToken cancellationToken)
        => await cache.ReadAsync<UnitPosts>(StreamIds.Posts(unit), UnitPosts.Evolve, lookedUpMaxAge, cancellationToken) ?? UnitPosts.None(unit);

    public async Task<ReminderCalls> CallsAsync(string unit, CancellationToken cancellationToken)
        => await cache.ReadAsync<ReminderCalls>(StreamIds.Calls(unit), ReminderCalls.Evolve, maxAge, cancellationToken) ?? ReminderCalls.None(unit);

    public async Task<InboxMarks> MarksAsync(string owner, CancellationToken cancellationToken)
        => await cache.ReadAsync<InboxMarks>(StreamIds.Inbox(owner), InboxMarks.Evolve, maxAge, cancellationToken) ?? InboxMarks.None(owner);

    public Task<PlanDraft?> PlanDraftAsync(Guid id, CancellationToken cancellationToken)
        => cache.ReadAsync<PlanDraft>(StreamIds.PlanDraft(id), (state, e) => PlanDraft.Evolve(id, state, e), maxAge, cancellationToken);

    public Task<Sample?> SampleAsync(Guid id, CancellationToken cancellationToken)
        => cache.ReadAsync<Sample>(StreamIds.Sample(id), (state, e) => Sample.Evolve(id, state, e), maxAge, cancellationToken);

    public Task<LinkProposal?> LinkProposalAsync(Guid id, CancellationToken cancellationToken)
        => cache.ReadAsync<LinkProposal>(StreamIds.LinkProposal(id), (state, e) => LinkProposal.Evolve(id, state, e), maxAge, cancellationToken);

    /// <summary>The commitment with the units and groups it names and, beside them, those a request names.</summary>
    public async Task<CommitmentInView?> InViewAsync(string stream, IEnumerable<Responsibility> alsoNamed, CancellationToken cancellationToken)
    {
        if (await CommitmentAsync(stream, cancellationToken) is not { } commitment)
            return null;

        Responsibility[] named = [.. commitment.Responsible.SelectMany(r => r.Value), .. alsoNamed];
        var directory = await DirectoryAsync(
            named.Select(r => r.Unit).OfType<string>(),
            [.. named.Select(r => r.Group).OfType<string>(), .. commitment.Divisions.Select(d => d.Terms.Group)],
            cancellationToken);
        var sources = await cache.ReadManyAsync<Commitment>(CountedElsewhere.SourcesOf(commitment), Commitment.Evolve, lookedUpMaxAge, cancellationToken);
        return new(commitment, directory, await RulesAsync(cancellationToken), await ScheduleAsync(cancellationToken), await SubmissionRulesAsync(cancellationToken), sources);
    }

    /// <summary>Those of the codes that are registered.</summary>
    public async Task<UnitDirectory> DirectoryAsync(IEnumerable<string> units, IEnumerable<string> groups, CancellationToken cancellationToken)
    {
        var knownUnits = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var code in units.Distinct(StringComparer.Ordinal))
        {
            if (await UnitAsync(code, cancellationToken) is { } unit)
                knownUnits.Add(code, unit);
        }

        var knownGroups = new Dictionary<string, UnitGroup>(StringComparer.Ordinal);
        foreach (var code in groups.Distinct(StringComparer.Ordinal))
        {
            if (await GroupAsync(code, cancellationToken) is { } group)
                knownGroups.Add(code, group);
        }

        return new(knownUnits, knownGroups);
    }
}

/// <summary>A commitment and what its rules need to know beside it.</summary>
/// <param name="Sources">The commitments whose reports count in it, by stream.</param>
internal sealed record CommitmentInView(
    Commitment Commitment,
    UnitDirectory Directory,
    RulesBook Rules,
    ReportingSchedule Schedule,
    SubmissionRulesBook Submission,
    IReadOnlyDictionary<string, Commitment> Sources)
{
    /// <summary>The rules of submission for a unit's reports on this commitment.</summary>
    public SubmissionRules SubmissionRulesOf(string unit, DateOnly day) => Submission.For(unit, Commitment.Plan, day);
}
