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
        List<ImportedStream> commitments =
        [
            .. file.Sections.SelectMany(section => section.Tasks.SelectMany(task => task.Commitments.Select((item, i) => Begin(
                StreamIds.Commitment(file.Plan.Code, NumberOf(task.Number, i + 1)),
                StreamIds.CommitmentType,
                Made(plan, file.Plan.Period, file.Plan.Sources, section.Number, task.Number, task.Responsible, i + 1, item, rules))))),
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
                Begin(plan, StreamIds.PlanType, [DrawnUp(file), .. Listed(file)]),
                .. commitments,
            ],
            new(commitments.Count));
    }

    /// <summary>One item of a plan as a commitment: what it does not say itself it has from its task and its plan.</summary>
    /// <param name="plan">The plan's stream.</param>
    /// <param name="period">The plan's.</param>
    /// <param name="sources">The plan's, the document first.</param>
    /// <param name="section">The section's number.</param>
    /// <param name="task">The task's number.</param>
    /// <param name="responsible">Who answers for the task.</param>
    /// <param name="ordinal">Its place among the task's commitments, from 1 on.</param>
    public static CommitmentMade Made(
        string plan,
        Period period,
        IReadOnlyList<Source> sources,
        string section,
        string task,
        IReadOnlyList<Responsibility> responsible,
        int ordinal,
        PlanFileCommitment item,
        Rules rules) => new(
        plan,
        section,
        task,
        ordinal,
        NumberOf(task, ordinal),
        item.Title,
        item.Period ?? period,
        item.Cadence,
        item.Strength,
        item.Responsible ?? responsible,
        item.Nodes ?? [],
        [.. sources.Select((s, i) => i == 0 ? s with { Place = item.Place ?? s.Place ?? $"{section}/{task}" } : s)],
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
        var planned = Streams.Where(s => s.Stream == Plan).Sum(s => s.Events.Count);
        return
        [
            .. Streams.SelectMany(s => s.Events.Select((e, i) => (s.Stream, s.Type, Version: s.Version + i, Event: e)))
                .Append((Stream: Plan, Type: StreamIds.PlanType, Version: planned, Event: Confirmation))
                .Chunk(maxEvents)
                .Select(chunk => (IReadOnlyList<ImportedStream>)
                [
                    .. chunk.GroupBy(e => e.Stream, StringComparer.Ordinal)
                        .Select(g => new ImportedStream(g.Key, g.First().Type, g.First().Version, [.. g.Select(e => e.Event)])),
                ]),
        ];
    }

    private static string NumberOf(string task, int ordinal) => $"{task}-{ordinal}";

    private static ImportedStream Begin(string stream, string type, params IReadOnlyList<object> events) => new(stream, type, 0, events);

    private static PlanDrawnUp DrawnUp(PlanFile file) => new(
        file.Plan.Code,
        file.Plan.Title,
        file.Plan.Issuer,
        file.Plan.IssuedOn,
        file.Plan.Period,
        file.Plan.Sources,
        [.. file.Sections.Select(s => new SectionHeading(s.Number, s.Title))],
        file.Plan.DocumentNumber);

    private static IEnumerable<TaskListed> Listed(PlanFile file)
        => file.Sections.SelectMany(s => s.Tasks.Select(t => new TaskListed(s.Number, t.Number, t.Title, t.Responsible)));
}

/// <summary>Events for one stream.</summary>
/// <param name="Type">The stream's type.</param>
/// <param name="Version">The version the stream must have before; 0 where it must not exist.</param>
public sealed record ImportedStream(string Stream, string Type, long Version, IReadOnlyList<object> Events);
