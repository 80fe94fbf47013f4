using FluentValidation;
using TargetLedger.Boards;
using TargetLedger.Documents.Comparing;
using TargetLedger.Documents.Confirming;
using TargetLedger.Documents.Revising;
using TargetLedger.Domain;
using TargetLedger.Domain.Drafting;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>
/// Makes a list in force follow a revised document where the keeper accepts it: one append with every change of the list and
/// the draft's own end, or nothing. What was compared is compared again, so that nobody decides on a list that has moved.
/// </summary>
internal sealed class PlanDraftReviser(PlanDraftQueries drafts, Ledger ledger, StateCache states, Visibility visibility, LedgerTime time)
{
    private const int MaxAttempts = 5;

    /// <param name="version">The version of the draft the keeper has seen.</param>
    /// <returns>Null when, of one key, another request has come first.</returns>
    /// <exception cref="ProblemException">404 where no such plan is in force; 409 with everything that stands against it; 412 when the draft has changed.</exception>
    public async Task<IResult?> ReviseAsync(
        string draft, ReviseList wish, long? version, AppendActor actor, Func<Outcome, RequestKey> key, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            // Boards answer for all that was recorded before this; what is recorded meanwhile meets the versions of the append.
            await visibility.WaitForAsync(await ledger.Reader.HeadAsync(cancellationToken), cancellationToken);
            var state = await drafts.FindAsync(draft, cancellationToken);
            if (state.Status == PlanDraftStatus.Confirmed && state.Revision is not null && state.Plan == PlanNames.Stream(wish.Plan))
                return await PlanDraftConfirmer.AnswerNothingAsync(ledger, state, actor, key, cancellationToken);
            PlanDraftConfirmer.Require(state, version);

            var revision = await ReviseAsync(state, wish, cancellationToken);
            if (revision.Refusals.Count > 0)
                throw ProblemException.Refused(revision.Refusals);
            var outcome = new Outcome(
                revision.Streams[0].Stream, Id: state.Id, Location: $"/plans/{PlanNames.Stream(wish.Plan)}", Commitments: revision.Commitments, Units: revision.Units);
            var request = new AppendRequest([.. revision.Streams.Select(s => new StreamChange(s.Type, s.Stream, s.Version, s.Events).ToAppend())], actor, key(outcome));
            switch (await ledger.AppendAsync(request, cancellationToken))
            {
                case AppendResult.Appended appended:
                    states.Advance(request, appended);
                    return outcome.Answer(appended.Versions[0], appended.LastPosition);
                case AppendResult.AlreadyRecorded:
                    return null;
            }
        }

        throw new ProblemException(ProblemKind.Overloaded);
    }

    private async Task<ListRevision> ReviseAsync(PlanDraft draft, ReviseList wish, CancellationToken cancellationToken)
    {
        var (list, compared) = await drafts.CompareAsync(draft, wish.Plan, new AsOf.Now(time.Now.Day), cancellationToken);
        if (compared.Fingerprint != wish.Fingerprint)
            throw ProblemException.Refused([Moved]);

        var named = (wish.Units ?? []).ToDictionary(u => u.Name, u => u.Code, StringComparer.Ordinal);
        draft = PlanDraftQueries.ForPeriodOf(list, draft);
        var revision = ListRevision.Of(
            compared,
            draft,
            UnitResolution.Of(draft, await drafts.RegisteredAsync(cancellationToken), named, wish.RegisterUnits),
            list.Plan,
            list.Commitments,
            wish.Choices ?? [],
            wish.Rest is { } rest ? rest == RestOfRevision.Accept : null,
            await TermsAsync(draft, wish, list.Plan.Id, cancellationToken));
        return revision.Streams.Sum(s => s.Events.Count) > AppendRequest.MaxEvents
            ? revision with { Refusals = [new("revision_too_large", $"一次修订最多 {AppendRequest.MaxEvents} 条记录,请分成几次", $"a revision has at most {AppendRequest.MaxEvents} records: divide it", "/choices")] }
            : revision;
    }

    private async Task<RevisionTerms> TermsAsync(PlanDraft draft, ReviseList wish, string plan, CancellationToken cancellationToken)
    {
        var now = time.Now;
        var rules = await new LedgerView(states, fresh: true).RulesAsync(cancellationToken);
        return new(wish.EffectiveFrom ?? now.Day, wish.Reason, wish.Authority ?? AuthorityOf(draft.Title, draft.Head), now, rules.On(now.Day, plan));
    }

    /// <summary>The revised document by what it says of itself.</summary>
    public static string AuthorityOf(string title, DraftedHead head) => $"《{title}》{head.DocumentNumber}";

    private static Refusal Moved { get; } = new(
        "list_moved", "比较之后清单或单位有变化,请重新比较再确认", "the list or its units have changed since they were compared: compare again", "/fingerprint");
}

/// <summary>Which differences of a revised document with a list in force become changes of the list, and on whose word.</summary>
/// <param name="Plan">The list's code.</param>
/// <param name="Fingerprint">Of the comparison that was looked at.</param>
/// <param name="Reason">Stands with every change.</param>
/// <param name="Choices">For each difference whether the list follows the document.</param>
/// <param name="Rest">What becomes of changed and new items that are not named. What is gone must be named.</param>
/// <param name="EffectiveFrom">The first day of what is changed; today unless stated.</param>
/// <param name="Authority">By whose leave; the document by title and number unless stated. The place in it is added.</param>
/// <param name="RegisterUnits">Whether names that are not registered are to be, under codes made from them.</param>
/// <param name="Units">What names of the draft mean: registered codes, or codes to register them under.</param>
internal sealed record ReviseList(
    string Plan,
    string Fingerprint,
    string Reason,
    IReadOnlyList<RevisionChoice>? Choices = null,
    RestOfRevision? Rest = null,
    DateOnly? EffectiveFrom = null,
    string? Authority = null,
    bool RegisterUnits = false,
    IReadOnlyList<NamedUnit>? Units = null);

internal enum RestOfRevision
{
    Accept,

    /// <summary>As the list has it.</summary>
    Leave,
}

internal sealed class ReviseListShape : AbstractValidator<ReviseList>
{
    private const int MostChoices = 10_000;

    public ReviseListShape()
    {
        RuleFor(r => r.Plan).IsStated();
        RuleFor(r => r.Fingerprint).IsStated();
        RuleFor(r => r.Reason).IsStated().FitsIn(500);
        RuleFor(r => r.Authority!).IsStated().FitsIn(500).When(r => r.Authority is not null);
        RuleFor(r => r.Choices!).HasAtMost(MostChoices);
        RuleForEach(r => r.Choices).ChildRules(choice => choice.RuleFor(c => c.Item).IsStated());
        RuleFor(r => r.Units!).AreNamedOnce().When(r => r.Units is not null);
        RuleForEach(r => r.Units).ChildRules(unit => unit.RuleFor(u => u.Code).IsCode());
    }
}
