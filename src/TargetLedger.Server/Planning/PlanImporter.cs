using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Plans;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>
/// Records a plan file in as many appends as it needs. Its ids are derived from its codes, so an import that was cut off is
/// taken up where it stood when the same file comes again, and nothing of it is visible before the last append.
/// </summary>
internal sealed class PlanImporter(Ledger ledger, StateCache states, LedgerTime time)
{
    private const int MaxAttempts = 5;
    private const int StreamsAtOnce = 500;

    /// <param name="alongside">
    /// A change of another stream that is to be recorded together with the plan's confirmation, looked up for each attempt. A plan
    /// that is in force already is then refused: somebody else made it.
    /// </param>
    /// <returns>Null when, of one key, another request has come first.</returns>
    public async Task<IResult?> ImportAsync(
        PlanFile file, AppendActor actor, Func<Outcome, RequestKey> key, CancellationToken cancellationToken, Func<Task<StreamChange>>? alongside = null)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var change = alongside is null ? null : await alongside();
            var view = new LedgerView(states, fresh: true);
            var rules = await view.RulesAsync(cancellationToken);
            var plan = await view.PlanAsync(StreamIds.Plan(file.Plan.Code), cancellationToken);
            var already = plan is null ? [] : await RecordedPartsAsync(file, plan, rules, cancellationToken);
            if (plan is { Confirmed: true } && change is not null)
                throw Exists(file);
            if (plan is { Confirmed: true })
                return await AnswerNothingAsync(file, plan, actor, key, cancellationToken);

            var import = await PrepareAsync(file, view, rules.On(time.Now.Day), cancellationToken);
            if (await RecordAsync(import, already, change, file.Units.Count, actor, key, cancellationToken) is { IsDecided: true } done)
                return done.Answer;
        }

        throw new ProblemException(ProblemKind.Overloaded);
    }

    /// <summary>How much of each of the plan's streams is recorded, when it is what this file says.</summary>
    /// <exception cref="ProblemException">409: the code belongs to another list.</exception>
    private async Task<Dictionary<string, long>> RecordedPartsAsync(PlanFile file, Plan plan, RulesBook rules, CancellationToken cancellationToken)
    {
        var none = new HashSet<string>(StringComparer.Ordinal);
        var expected = new RecordedContent(file, rules.On(time.Now.Day));
        ImportedStream[] wanted =
        [
            .. PlanImport.Of(file, none, none, rules.On(time.Now.Day)).Streams.Where(s => s.Type is StreamIds.PlanType or StreamIds.CommitmentType),
        ];
        var recorded = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var part in wanted.Chunk(StreamsAtOnce))
        {
            foreach (var stored in await ReadAsync(part, cancellationToken))
            {
                if (!expected.IsSame(stored))
                    throw Exists(file);
                recorded[stored.Stream] = stored.Version;
            }
        }

        // A list in force is whole: what the file says beyond it is another content.
        if (plan.Confirmed && wanted.Any(s => recorded.GetValueOrDefault(s.Stream) != s.Events.Count))
            throw Exists(file);
        return recorded;
    }

    private async Task<IReadOnlyList<StoredEvent>> ReadAsync(ImportedStream[] streams, CancellationToken cancellationToken)
    {
        await using var connection = await ledger.DataSource.OpenConnectionAsync(cancellationToken);
        return await LedgerReader.ReadStreamsAsync(
            connection, [.. streams.Select(s => s.Stream)], [.. streams.Select(s => (long)s.Events.Count)], cancellationToken);
    }

    private static ProblemException Exists(PlanFile file) => ProblemException.Refused(
        [new("plan_exists", $"编码 {file.Plan.Code} 已用于内容不同的方案", $"the code {file.Plan.Code} belongs to a plan with other content", "/plan/code")]);

    /// <exception cref="ProblemException">409 with every unit and group that is known as something else.</exception>
    private static async Task<PlanImport> PrepareAsync(PlanFile file, LedgerView view, Rules rules, CancellationToken cancellationToken)
    {
        var known = await view.DirectoryAsync(file.Units.Select(u => u.Code), file.Groups.Select(g => g.Code), cancellationToken);
        var refusals = new List<Refusal>();
        for (var i = 0; i < file.Units.Count; i++)
        {
            var unit = file.Units[i];
            if (!known.Units.TryGetValue(unit.Code, out var same))
                continue;
            if (same.Kind != unit.Kind || Differs(same.CreditCode, unit.CreditCode) || Differs(same.RegionCode, unit.RegionCode))
                refusals.Add(new("unit_differs", $"单位 {unit.Code} 已登记,性质或代码不同", $"the unit {unit.Code} is known with another kind or code", $"/units/{i}"));
            if (same.Name != unit.Name && !same.Aliases.Contains(unit.Name, StringComparer.Ordinal))
                refusals.Add(new("unit_exists", $"编码 {unit.Code} 已用于“{same.Name}”", $"the code {unit.Code} belongs to “{same.Name}”", $"/units/{i}/name"));
        }

        for (var i = 0; i < file.Groups.Count; i++)
        {
            var group = file.Groups[i];
            if (!known.Groups.TryGetValue(group.Code, out var same))
                continue;
            if (same.Name != group.Name)
                refusals.Add(new("group_exists", $"编码 {group.Code} 已用于“{same.Name}”", $"the code {group.Code} belongs to “{same.Name}”", $"/groups/{i}/name"));
            else if (same.Open != group.Open || !same.Members.Select(m => (m.Unit, m.From, m.To)).SequenceEqual(group.Members.Select(m => (m.Unit, m.From, m.To))))
                refusals.Add(new("group_differs", $"单位组 {group.Code} 已登记且成员不同", $"the group {group.Code} is known with other members", $"/groups/{i}/members"));
        }

        if (refusals.Count > 0)
            throw ProblemException.Refused(refusals);
        return PlanImport.Of(file, known.Units.Keys.ToHashSet(StringComparer.Ordinal), known.Groups.Keys.ToHashSet(StringComparer.Ordinal), rules);
    }

    /// <summary>A file may leave out what is known; it may not say otherwise.</summary>
    private static bool Differs(string? known, string? written) => written is not null && written != known;

    private async Task<Recording> RecordAsync(
        PlanImport import, Dictionary<string, long> already, StreamChange? change, int units, AppendActor actor, Func<Outcome, RequestKey> key, CancellationToken cancellationToken)
    {
        var outcome = new Outcome(import.Plan, Location: $"/plans/{import.Plan}", Commitments: import.Commitments, Units: units);
        IReadOnlyList<ImportedStream>[] appends =
        [
            .. import.InAppendsOf(AppendRequest.MaxEvents - (change?.Events.Count ?? 0))
                .Select(a => Remaining(a, already))
                .Where(a => a.Count > 0),
        ];
        for (var i = 0; i < appends.Length; i++)
        {
            var last = i == appends.Length - 1;
            IEnumerable<ImportedStream> beside = last && change is not null ? [new(change.Stream, change.Type, change.Version, change.Events)] : [];
            var request = new AppendRequest([.. appends[i].Concat(beside).Select(AppendOf)], actor, last ? key(outcome) : null);
            switch (await ledger.AppendAsync(request, cancellationToken))
            {
                case AppendResult.Appended appended when last:
                    var at = request.Streams.ToList().FindIndex(s => s.Stream == import.Plan);
                    return new(true, outcome.Answer(appended.Versions[at], appended.LastPosition));
                case AppendResult.AlreadyRecorded:
                    return new(true, null);
                case AppendResult.Conflict:
                    return new(false, null);
            }
        }

        return new(false, null);
    }

    /// <summary>What of an append is still to be done; the confirmation always is.</summary>
    private static IReadOnlyList<ImportedStream> Remaining(IReadOnlyList<ImportedStream> append, Dictionary<string, long> already) =>
    [
        .. append.Select(s => (Part: s, Done: (int)Math.Clamp(already.GetValueOrDefault(s.Stream) - s.Version, 0, s.Events.Count)))
            .Where(s => s.Done < s.Part.Events.Count)
            .Select(s => s.Part with { Version = s.Part.Version + s.Done, Events = [.. s.Part.Events.Skip(s.Done)] }),
    ];

    private static StreamAppend AppendOf(ImportedStream s) => new(
        s.Stream,
        s.Type,
        s.Version == 0 ? ExpectedVersion.None : ExpectedVersion.Exactly(s.Version),
        [.. s.Events.Select(e => new NewEvent(Guid.CreateVersion7(), EventCatalog.AliasOf(e), EventCatalog.Write(e)))]);

    private async Task<IResult?> AnswerNothingAsync(
        PlanFile file, Plan plan, AppendActor actor, Func<Outcome, RequestKey> key, CancellationToken cancellationToken)
    {
        var outcome = new Outcome(plan.Id, plan.Version, Commitments: plan.Commitments, Units: file.Units.Count);
        return await ledger.AppendAsync(new([], actor, key(outcome)), cancellationToken) is AppendResult.Appended appended
            ? outcome.Answer(plan.Version, appended.LastPosition)
            : null;
    }

    /// <param name="IsDecided">False when another import got in between and the state must be looked at again.</param>
    private sealed record Recording(bool IsDecided, IResult? Answer);
}
