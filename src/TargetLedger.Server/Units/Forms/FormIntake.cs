using TargetLedger.Documents.Forms;
using TargetLedger.Domain;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>Takes in a form that was filled in: all of it or nothing, in one append, or, where that is asked for, its good rows.</summary>
internal sealed class FormIntake(Ledger ledger, StateCache states, LedgerTime time, ServerMetrics metrics)
{
    private const int MaxAttempts = 6;
    private const int MaxFaults = 1_000;

    /// <summary>What would come of it; nothing is recorded.</summary>
    public async Task<FormCheck> CheckAsync(FormWish wish, CancellationToken cancellationToken)
        => (await DecideAsync(wish, _ => Guid.CreateVersion7(), cancellationToken)).Check;

    /// <returns>Null when, of one key, another request has come first.</returns>
    /// <exception cref="ProblemException">409 with every row's faults and questions; nothing is recorded.</exception>
    public async Task<IResult?> RecordAsync(
        FormWish wish, bool goodRows, string idempotencyKey, AppendActor actor, Func<Outcome, RequestKey> key, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            // The same ids in every retry with the same key, whichever node it comes to.
            var (check, changes) = await DecideAsync(wish, code => IdOf(wish.Caller, idempotencyKey, code), cancellationToken);
            if (check.Open > 0 && (!goodRows || changes.Count == 0))
                throw Refused(check);
            if (changes.Count == 0)
                return await RecordNothingAsync(wish.Unit, actor, key, cancellationToken);

            var view = new LedgerView(states, fresh: true);
            if (await LinkedReports.FollowAsync(view, changes, time.Now, wish.Caller.Account, cancellationToken) is not { } all)
            {
                metrics.Conflicted("submit-form");
                continue;
            }

            var outcome = new Outcome(changes[0].Stream, Reports: check.Reports, Drafts: check.Drafts, LeftOut: check.Open);
            var request = new AppendRequest([.. all.Select(c => c.ToAppend())], actor, key(outcome));
            switch (await ledger.AppendAsync(request, cancellationToken))
            {
                case AppendResult.Appended appended:
                    states.Advance(request, appended);
                    metrics.Recorded("submit-form", check.Reports + check.Drafts);
                    return outcome.Answer(appended.Versions[0], appended.LastPosition);
                case AppendResult.AlreadyRecorded:
                    return null;
            }

            metrics.Conflicted("submit-form");
        }

        throw new ProblemException(ProblemKind.Overloaded);
    }

    private async Task<(FormCheck Check, IReadOnlyList<StreamChange> Changes)> DecideAsync(FormWish wish, Func<FormCode, Guid> idOf, CancellationToken cancellationToken)
    {
        List<FormCode> codes = [.. wish.Form.Rows.Select(r => r.Code).OfType<FormCode>(), .. wish.Form.Made ?? []];
        if (wish.Form.Rows.Count > AppendRequest.MaxEvents || codes.Count > 10 * AppendRequest.MaxEvents)
            throw TooLarge(AppendRequest.MaxEvents);
        var at = time.Now;
        var view = await FormView.ReadAsync(ledger.Reader, codes, wish.Unit, at.Day, time.Zone, cancellationToken);
        var decision = new FormDecision(view, wish.Caller, wish.Unit, wish.AcceptChanges, at, idOf);
        var check = decision.Check(wish.Form);
        return decision.Changes.Sum(c => c.Events.Count) <= AppendRequest.MaxEvents
            ? (check, decision.Changes)
            // A draft is written and put up: two events.
            : throw TooLarge(AppendRequest.MaxEvents / 2);
    }

    private async Task<IResult?> RecordNothingAsync(string unit, AppendActor actor, Func<Outcome, RequestKey> key, CancellationToken cancellationToken)
    {
        // A version that is no unit's yet: the answer is about the form, and nothing was written to anything.
        var outcome = new Outcome(StreamIds.Unit(unit), Version: 0, Reports: 0, Drafts: 0, LeftOut: 0);
        return await ledger.AppendAsync(new([], actor, key(outcome)), cancellationToken) is AppendResult.Appended appended
            ? outcome.Answer(0, appended.LastPosition)
            : null;
    }

    private static Guid IdOf(Caller caller, string key, FormCode code)
        => StreamIds.NameBased(caller.Account, key, code.Commitment, $"{code.Period.End:yyyy-MM-dd}");

    private static ProblemException TooLarge(int rows)
        => new(ProblemKind.BodyInvalid, [new("", "form_too_large", $"一次最多交 {rows} 行", $"at most {rows} rows at once")]);

    private static ProblemException Refused(FormCheck check)
    {
        List<Fault> faults = [.. check.Rows.SelectMany(r => r.Faults.Concat(r.Questions)).Take(MaxFaults)];
        return new(
            ProblemKind.Refused with { Code = "form_refused" },
            faults,
            $"{check.Open} 行有错误或疑问,未记入任何内容 / {check.Open} rows have faults or questions; nothing was recorded");
    }
}

/// <summary>A form and on whose behalf it comes.</summary>
/// <param name="AcceptChanges">What has changed since the form was made has been seen.</param>
internal sealed record FormWish(Caller Caller, string Unit, FilledForm Form, bool AcceptChanges);
