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

    /// <returns>Null when, of one key, another request has come first.</returns>
    public async Task<IResult?> ImportAsync(PlanFile file, AppendActor actor, Func<Outcome, RequestKey> key, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var view = new LedgerView(states, fresh: true);
            var rules = await view.RulesAsync(cancellationToken);
            var plan = await view.PlanAsync(StreamIds.Plan(file.Plan.Code), cancellationToken);
            var already = plan is null ? [] : await RecordedPartsAsync(file, plan, rules, cancellationToken);
            if (plan is { Confirmed: true })
                return await AnswerNothingAsync(file, plan, actor, key, cancellationToken);

            var import = await PrepareAsync(file, view, rules.On(time.Now.Day), cancellationToken);
            if (await RecordAsync(import, already, plan, file.Units.Count, actor, key, cancellationToken) is { IsDecided: true } done)
                return done.Answer;
        }

        throw new ProblemException(ProblemKind.Overloaded);
    }

    /// <summary>The plan's streams that are recorded, when they are what this file says.</summary>
    /// <exception cref="ProblemException">409: the code belongs to another list.</exception>
    private async Task<HashSet<string>> RecordedPartsAsync(PlanFile file, Plan plan, RulesBook rules, CancellationToken cancellationToken)
    {
        var none = new HashSet<string>(StringComparer.Ordinal);
        var expected = new RecordedContent(file, rules.On(time.Now.Day));
        var recorded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stream in PlanImport.Of(file, none, none, rules.On(time.Now.Day)).Streams.Where(s => s.Type is StreamIds.PlanType or StreamIds.CommitmentType))
        {
            if (await ledger.Reader.ReadStreamAsync(stream.Stream, 0, 1, cancellationToken: cancellationToken) is not [var first])
                continue;
            if (!expected.IsSame(first))
                throw Exists(file);
            recorded.Add(stream.Stream);
        }

        if (plan.Confirmed && recorded.Count != file.Sections.Sum(s => s.Tasks.Sum(t => t.Commitments.Count)) + 1)
            throw Exists(file);
        return recorded;
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
            if (known.Units.TryGetValue(unit.Code, out var same) && same.Name != unit.Name && !same.Aliases.Contains(unit.Name, StringComparer.Ordinal))
                refusals.Add(new("unit_exists", $"编码 {unit.Code} 已用于“{same.Name}”", $"the code {unit.Code} belongs to “{same.Name}”", $"/units/{i}/name"));
        }

        for (var i = 0; i < file.Groups.Count; i++)
        {
            var group = file.Groups[i];
            if (!known.Groups.TryGetValue(group.Code, out var same))
                continue;
            if (same.Name != group.Name)
                refusals.Add(new("group_exists", $"编码 {group.Code} 已用于“{same.Name}”", $"the code {group.Code} belongs to “{same.Name}”", $"/groups/{i}/name"));
            else if (!same.Members.Select(m => (m.Unit, m.From, m.To)).SequenceEqual(group.Members.Select(m => (m.Unit, m.From, m.To))))
                refusals.Add(new("group_differs", $"单位组 {group.Code} 已登记且成员不同", $"the group {group.Code} is known with other members", $"/groups/{i}/members"));
        }

        if (refusals.Count > 0)
            throw ProblemException.Refused(refusals);
        return PlanImport.Of(file, known.Units.Keys.ToHashSet(StringComparer.Ordinal), known.Groups.Keys.ToHashSet(StringComparer.Ordinal), rules);
    }

    private async Task<Recording> RecordAsync(
        PlanImport import, HashSet<string> already, Plan? plan, int units, AppendActor actor, Func<Outcome, RequestKey> key, CancellationToken cancellationToken)
    {
        var outcome = new Outcome(import.Plan, Location: $"/plans/{import.Plan}", Commitments: import.Commitments, Units: units);
        IReadOnlyList<ImportedStream>[] appends =
        [
            .. import.InAppendsOf(AppendRequest.MaxEvents)
                .Select(a => Remaining(a, already, plan, import.Confirmation))
                .Where(a => a.Count > 0),
        ];
        for (var i = 0; i < appends.Length; i++)
        {
            var last = i == appends.Length - 1;
            var request = new AppendRequest([.. appends[i].Select(AppendOf)], actor, last ? key(outcome) : null);
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
    private static IReadOnlyList<ImportedStream> Remaining(IReadOnlyList<ImportedStream> append, HashSet<string> already, Plan? plan, PlanConfirmed confirmation) =>
    [
        .. append
            .Where(s => s.Version > 0 || s.Events.Contains(confirmation) || !already.Contains(s.Stream))
            .Select(s => plan is not null && s.Stream == plan.Id ? s with { Version = plan.Version, Events = [confirmation] } : s),
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
