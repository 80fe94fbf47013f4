using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.PlanFiles;

/// <summary>
/// What a sound plan file becomes in the ledger: units and groups not known yet, the plan, its commitments, and at the very
/// end the confirmation that makes the list visible. All ids are derived, so the same file always means the same streams.
/// </summary>
/// <param name="Plan">The plan's stream.</param>
/// <param name="Commitments">How many the list holds.</param>
/// <param name="Streams">In the order to be recorded; the plan's comes before its commitments, without its confirmation.</param>
/// <param name="Confirmation">Recorded last.</param>
public sealed record PlanImport(
    string Plan,
    int Commitments,
    IReadOnlyList<ImportedStream> Streams,
    PlanConfirmed Confirmation)
{
    /// <param name="knownUnits">Codes the ledger has; of these nothing is recorded.</param>
    /// <param name="knownGroups">Codes the ledger has.</param>
    /// <param name="rules">In force on the day of the import; their tolerance is frozen on approximate targets.</param>
    public static PlanImport Of(PlanFile file, IReadOnlySet<string> knownUnits, IReadOnlySet<string> knownGroups, Rules rules)
    {
        var plan = StreamIds.Plan(file.Plan.Code);
        var drawnUp = DrawnUp(file);
        List<ImportedStream> commitments =
        [
            .. file.Sections.Zip(drawnUp.Sections).SelectMany(s => s.First.Tasks.Zip(s.Second.Tasks).SelectMany(t => t.First.Commitments.Select((item, i) => Begin(
                StreamIds.Commitment(file.Plan.Code, NumberOf(t.Second, i + 1)),
                StreamIds.CommitmentType,
                Made(plan, drawnUp.Period, drawnUp.Sources, s.Second, t.Second, i + 1, item, rules))))),
        ];
        return new(
            plan,
            commitments.Count,
            [
                .. file.Units.Where(u => !knownUnits.Contains(u.Code)).Select(u => Begin(
                    StreamIds.Unit(u.Code),
                    StreamIds.UnitType,
                    new UnitRegistered(u.Code, u.Name, u.Kind, u.Aliases ?? [], u.CreditCode, u.RegionCode))),
                .. file.Groups.Where(g => !knownGroups.Contains(g.Code)).Select(g => Begin(
                    StreamIds.Group(g.Code),
                    StreamIds.GroupType,
                    new GroupFormed(g.Code, g.Name, g.Open, [.. g.Members.Select(m => new Membership(m.Unit, m.From, m.To))]))),
                Begin(plan, StreamIds.PlanType, drawnUp),
                .. commitments,
            ],
            new(commitments.Count));
    }

    /// <summary>One item of a plan as a commitment: what it does not say itself it has from its task and its plan.</summary>
    /// <param name="plan">The plan's stream.</param>
    /// <param name="period">The plan's.</param>
    /// <param name="sources">The plan's, the document first.</param>
    /// <param name="ordinal">Its place among the task's commitments, from 1 on.</param>
    public static CommitmentMade Made(
        string plan,
        Period period,
        IReadOnlyList<Source> sources,
        PlanSection section,
        PlanTask task,
        int ordinal,
        PlanFileCommitment item,
        Rules rules) => new(
        plan,
        section.Number,
        task.Number,
        ordinal,
        NumberOf(task, ordinal),
        item.Title,
        item.Period ?? period,
        item.Cadence,
        item.Strength,
        item.Responsible ?? task.Responsible,
        item.Nodes ?? [],
        [.. sources.Select((s, i) => i == 0 ? s with { Place = s.Place ?? $"{section.Number}/{task.Number}" } : s)],
        item.Measure,
        item.Target is null ? null : TargetRules.Freeze(item.Target, rules.ApproxTolerancePercent),
        item.PaceStart,
        item.Apportionment);

    /// <summary>
    /// The appends to record in turn, none larger than <paramref name="maxEvents"/>. The last one confirms the plan; a list
    /// that fits into one append is recorded and confirmed at once.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<ImportedStream>> InAppendsOf(int maxEvents)
    {
        if (Streams.Count + 1 <= maxEvents)
            return [[.. Streams.Select(s => s.Stream == Plan ? s with { Events = [.. s.Events, Confirmation] } : s)]];

        // Every stream but the confirmed plan gets one event, so streams are counted instead of events.
        var confirmed = new ImportedStream(Plan, StreamIds.PlanType, 1, [Confirmation]);
        List<IReadOnlyList<ImportedStream>> appends = [.. Streams.Chunk(maxEvents)];
        if (appends[^1].Count < maxEvents && !appends[^1].Any(s => s.Stream == Plan))
            appends[^1] = [.. appends[^1], confirmed];
        else
            appends.Add([confirmed]);
        return appends;
    }

    private static string NumberOf(PlanTask task, int ordinal) => $"{task.Number}-{ordinal}";

    private static ImportedStream Begin(string stream, string type, object begun) => new(stream, type, 0, [begun]);

    private static PlanDrawnUp DrawnUp(PlanFile file) => new(
        file.Plan.Code,
        file.Plan.Title,
        file.Plan.Issuer,
        file.Plan.IssuedOn,
        file.Plan.Period,
        file.Plan.Sources,
        [.. file.Sections.Select(s => new PlanSection(s.Number, s.Title, [.. s.Tasks.Select(t => new PlanTask(t.Number, t.Title, t.Responsible))]))],
        file.Plan.DocumentNumber);
}

/// <summary>Events for one stream.</summary>
/// <param name="Type">The stream's type.</param>
/// <param name="Version">The version the stream must have before; 0 where it must not exist.</param>
public sealed record ImportedStream(string Stream, string Type, long Version, IReadOnlyList<object> Events);
