using System.Diagnostics;
using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.EventStore;

namespace TargetLedger.Server.Hosting;

/// <summary>
/// The way of every write: shape, state, rights, If-Match, one decision, append with the key, answer. A refusal or a "nothing
/// to do" found on a state from the cache is decided again on a fresh one; so is a conflict of versions, unless the client
/// has said which version it means. A request with a key that was recorded before gets the first answer again: the append
/// finds the key, and where nothing would be appended any more it is looked up before anybody hears of a refusal.
/// </summary>
internal sealed class CommandRunner(Ledger ledger, StateCache states, StreamTurns turns, LedgerTime time, ServerMetrics metrics)
{
    private const int MaxAttempts = 6;

    public async Task<IResult> RunAsync<TBody, TSubject>(HttpContext http, WriteUseCase<TBody, TSubject> useCase)
        where TSubject : class
    {
        var key = RequestKeys.Read(http.Request);
        if (key is null && Has<KeyRequired>(http))
            throw new ProblemException(ProblemKind.KeyMissing);
        using var document = RequestBody.Parse(await RequestBody.ReadAsync(http.Request, http.RequestAborted));
        return await RunAsync(http, useCase, document.RootElement, key, EntityTags.ReadIfMatch(http.Request));
    }

    /// <summary>For a wish that came another way than as JSON with headers: the form of a page.</summary>
    /// <param name="version">The version the wish is about.</param>
    public async Task<IResult> RunAsync<TBody, TSubject>(HttpContext http, WriteUseCase<TBody, TSubject> useCase, JsonElement wish, string? key, long? version)
        where TSubject : class
    {
        var cancellationToken = http.RequestAborted;
        var caller = http.Caller();
        var body = RequestBody.Bind(wish, useCase.Validator);
        var fingerprint = RequestKeys.Fingerprint(http.Request, wish);
        // The same id in every retry with the same key, whichever node it comes to.
        var newId = key is null ? Guid.CreateVersion7() : StreamIds.NameBased(caller.Account, key);
        var command = new Command<TBody>(caller, body, key, time.Now, http.Request.RouteValues, newId);

        var ifMatch = new IfMatch(version, Has<IfMatchRequired>(http));
        var write = new Write<TBody, TSubject>(useCase, command, ifMatch, fingerprint, Actor(http, caller));
        if (useCase.Turn is null)
            return await DecideAsync(write, cancellationToken);
        using (await turns.TakeAsync(useCase.Turn(command), cancellationToken))
            return await DecideAsync(write, cancellationToken);
    }

    /// <summary>
    /// For a write too large for one decision: the key, the fingerprint and the answer to a retry are the same; recording is
    /// the caller's, in appends of which the last carries the key. It gives null when another request with the key came first.
    /// </summary>
    /// <param name="formKey">The key a page's form carries, where it is not a header.</param>
    public async Task<IResult> OnceAsync(
        HttpContext http, JsonElement body, Func<AppendActor, Func<Outcome, RequestKey>, Task<IResult?>> record, string? formKey = null)
    {
        var caller = http.Caller();
        var key = formKey ?? RequestKeys.Read(http.Request) ?? throw new ProblemException(ProblemKind.KeyMissing);
        var fingerprint = RequestKeys.Fingerprint(http.Request, body);
        RequestKey KeyFor(Outcome outcome) => new(caller.Account, key, fingerprint, outcome.Store());

        for (var attempt = 1; ; attempt++)
        {
            if (await ledger.FindOutcomeAsync(caller.Account, key, http.RequestAborted) is { } recorded)
                return recorded.Fingerprint.Span.SequenceEqual(fingerprint) ? Outcome.Replay(recorded) : throw new ProblemException(ProblemKind.KeyReused);
            if (await record(Actor(http, caller), KeyFor) is { } answer)
                return answer;
            if (attempt == MaxAttempts)
                throw new ProblemException(ProblemKind.Overloaded);
        }
    }

    private async Task<IResult> DecideAsync<TBody, TSubject>(Write<TBody, TSubject> write, CancellationToken cancellationToken)
        where TSubject : class
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var fresh = attempt > 1;
            var (proposal, problem) = await ProposeAsync(write, fresh, cancellationToken);
            if (!fresh && proposal is not Proposal.Record)
                continue;
            // What would be recorded meets its key there; a retry that cannot be recorded any more is looked up here.
            if (proposal is not Proposal.Record && await RecordedBeforeAsync(write, cancellationToken) is { } recorded)
                return await ReplayAsync(write, recorded, cancellationToken);

            switch (problem is null ? proposal : throw problem)
            {
                case Proposal.Refuse refuse:
                    metrics.Refused(write.UseCase.Name, refuse.Reasons[0].Code);
                    throw ProblemException.Refused(refuse.Reasons);
                case Proposal.Nothing nothing:
                    return await RecordNothingAsync(write, nothing, cancellationToken);
                case Proposal.Record record:
                    if (await AppendAsync(write, record, fresh, cancellationToken) is { } answer)
                        return answer;
                    metrics.Conflicted(write.UseCase.Name);
                    break;
            }
        }

        throw new ProblemException(ProblemKind.Overloaded);
    }

    private async Task<RecordedOutcome?> RecordedBeforeAsync<TBody, TSubject>(Write<TBody, TSubject> write, CancellationToken cancellationToken)
        where TSubject : class
        => write.Command.Key is { } key ? await ledger.FindOutcomeAsync(write.Command.Caller.Account, key, cancellationToken) : null;

    /// <summary>Where the state itself stands in the way there is no proposal but a problem.</summary>
    private async Task<(Proposal? Proposal, ProblemException? Problem)> ProposeAsync<TBody, TSubject>(
        Write<TBody, TSubject> write, bool fresh, CancellationToken cancellationToken)
        where TSubject : class
    {
        var (subject, denied) = await FindAsync(write, fresh, cancellationToken);
        if (subject is null)
            return (null, denied);
        if (write.IfMatch.Version is null && (write.IfMatch.Required || write.UseCase.Replaces?.Invoke(write.Command, subject) == true))
            return (null, new ProblemException(ProblemKind.IfMatchMissing));
        if (write.IfMatch.Version is { } seen && seen != write.UseCase.VersionOf(subject))
            return (null, new ProblemException(ProblemKind.Stale));
        return (write.UseCase.Decide(write.Command, subject), null);
    }

    private async Task<(TSubject? Subject, ProblemException? Problem)> FindAsync<TBody, TSubject>(
        Write<TBody, TSubject> write, bool fresh, CancellationToken cancellationToken)
        where TSubject : class
    {
        if (await write.UseCase.Find(write.Command, new LedgerView(states, fresh), cancellationToken) is not { } subject)
            return (null, new ProblemException(ProblemKind.NotFound));
        return write.UseCase.MayAct(write.Command, subject) switch
        {
            Access.Granted => (subject, null),
            Access.Hidden => (null, new ProblemException(ProblemKind.NotFound)),
            _ => (null, new ProblemException(ProblemKind.Forbidden)),
        };
    }

    /// <summary>Null when another write came first.</summary>
    private async Task<IResult?> AppendAsync<TBody, TSubject>(
        Write<TBody, TSubject> write, Proposal.Record record, bool fresh, CancellationToken cancellationToken)
        where TSubject : class
    {
        if (await LinkedReports.FollowAsync(new(states, fresh), record.Changes, write.Command.At, write.Actor.Account, cancellationToken) is not { } changes)
            return null;
        var outcome = new Outcome(record.Changes[0].Stream, Id: record.Id, Location: record.Location);
        var request = new AppendRequest([.. changes.Select(c => c.ToAppend())], write.Actor, write.KeyFor(outcome));
        switch (await ledger.AppendAsync(request, cancellationToken))
        {
            case AppendResult.Appended appended:
                states.Advance(request, appended);
                metrics.Recorded(write.UseCase.Name, request.Streams.Sum(s => s.Events.Count));
                return outcome.Answer(appended.Versions[0], appended.LastPosition);
            case AppendResult.AlreadyRecorded already:
                return await ReplayAsync(write, already.Outcome, cancellationToken);
            default:
                return null;
        }
    }

    /// <summary>That there was nothing to do is an answer as well; with a key it is kept, so that a retry gets the same one.</summary>
    private async Task<IResult> RecordNothingAsync<TBody, TSubject>(
        Write<TBody, TSubject> write, Proposal.Nothing nothing, CancellationToken cancellationToken)
        where TSubject : class
    {
        var outcome = new Outcome(nothing.Stream, nothing.Version, nothing.Id, nothing.Location);
        if (write.KeyFor(outcome) is not { } key)
            return outcome.Answer(nothing.Version, await ledger.Reader.HeadAsync(cancellationToken));

        return await ledger.AppendAsync(new([], write.Actor, key), cancellationToken) switch
        {
            AppendResult.Appended appended => outcome.Answer(nothing.Version, appended.LastPosition),
            AppendResult.AlreadyRecorded already => await ReplayAsync(write, already.Outcome, cancellationToken),
            var odd => throw new UnreachableException($"An append without streams cannot end as {odd.GetType().Name}."),
        };
    }

    private async Task<IResult> ReplayAsync<TBody, TSubject>(
        Write<TBody, TSubject> write, RecordedOutcome recorded, CancellationToken cancellationToken)
        where TSubject : class
    {
        if (!recorded.Fingerprint.Span.SequenceEqual(write.Fingerprint))
            throw new ProblemException(ProblemKind.KeyReused);
        var (_, denied) = await FindAsync(write, fresh: true, cancellationToken);
        if (denied is not null)
            throw denied;
        metrics.Replayed(write.UseCase.Name);
        return Outcome.Replay(recorded);
    }

    private static AppendActor Actor(HttpContext http, Caller caller)
        => new(caller.Account, Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier);

    private static bool Has<TMetadata>(HttpContext http)
        where TMetadata : class
        => http.GetEndpoint()?.Metadata.GetMetadata<TMetadata>() is not null;

    private readonly record struct IfMatch(long? Version, bool Required);

    private sealed record Write<TBody, TSubject>(
        WriteUseCase<TBody, TSubject> UseCase, Command<TBody> Command, IfMatch IfMatch, byte[] Fingerprint, AppendActor Actor)
        where TSubject : class
    {
        public RequestKey? KeyFor(Outcome outcome)
            => Command.Key is { } key ? new(Command.Caller.Account, key, Fingerprint, outcome.Store()) : null;
    }
}
