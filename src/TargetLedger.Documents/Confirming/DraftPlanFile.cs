using System.Text.Json;
using TargetLedger.Documents.Lists;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Plans;

namespace TargetLedger.Documents.Confirming;

/// <summary>A draft as the plan file it would be, so that confirming one is importing the other and nothing else.</summary>
/// <param name="Parts">The draft's tasks and readings by their places in the file: /sections/0/tasks/1 is /tasks/t2.</param>
public sealed record DraftPlanFile(PlanFile File, IReadOnlyDictionary<string, string> Parts)
{
    /// <param name="code">The plan's.</param>
    public static DraftPlanFile Of(PlanDraft draft, string code, UnitResolution units)
    {
        var head = draft.Head;
        var period = head.Period ?? default;
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var sections = draft.TasksToList.GroupBy(t => t.Section ?? "", StringComparer.Ordinal).ToList();
        var ofSections = ListNumbers.OfSections([.. sections.Select(s => s.First().SectionNumber)]);
        var numbers = ListNumbers.OfTasks([.. sections.SelectMany((s, i) => s.Select(t => (ofSections[i], t)))]);
        var listed = sections.Select((section, s) => new PlanFileSection(
            ofSections[s],
            Storable.Line(section.Key.Length > 0 ? section.Key : head.Title ?? ""),
            [
                .. section.Select((task, t) =>
                {
                    var pointer = $"/sections/{s}/tasks/{t}";
                    parts.Add(pointer, $"/tasks/{task.Id}");
                    return new PlanFileTask(
                        numbers[task.Id],
                        Storable.Line(task.Title),
                        Responsible(task.Units, units),
                        [
                            .. draft.ReadingsToList(task).Select((reading, c) =>
                            {
                                parts.Add($"{pointer}/commitments/{c}", $"/readings/{reading.Id}");
                                return DraftedCommitment.Of(reading, task, period, $"{ofSections[s]}/{numbers[task.Id]}", own => Responsible(own, units), units.Divided);
                            }),
                        ]);
                }),
            ])).ToList();
        return new(
            new(
                PlanFile.CurrentFormat,
                new(code, Storable.Line(head.Title ?? ""), Storable.Line(head.Issuer ?? ""), head.IssuedOn ?? default, period, SourcesOf(draft), head.DocumentNumber),
                [.. units.Units],
                [.. units.Groups],
                listed),
            parts);
    }

    /// <summary>What the rules of a plan file say against it, in the draft's own terms; empty where it can be imported.</summary>
    public IReadOnlyList<Refusal> Check()
        => [.. PlanFileReader.Read(JsonSerializer.SerializeToUtf8Bytes(File, LedgerJson.Options)).Faults.Select(AsRefusal)];

    private Refusal AsRefusal(Fault fault)
    {
        var pointer = fault.Pointer;
        for (var end = pointer.Length; end > 0; end = pointer.LastIndexOf('/', end - 1))
        {
            if (Parts.TryGetValue(pointer[..end], out var part))
            {
                var rest = pointer[end..];
                var name = part[(part.LastIndexOf('/') + 1)..];
                return new(fault.Code, $"{name}:{fault.Zh}", $"{name}: {fault.En}", part + rest);
            }
        }

        return new(fault.Code, fault.Zh, fault.En, pointer.StartsWith("/plan/", StringComparison.Ordinal) ? $"/head{pointer["/plan".Length..]}" : pointer);
    }

    // The document first, or what a list says it was; then the file itself, so that every commitment leads to its bytes.
    internal static Source[] SourcesOf(PlanDraft draft) =>
    [
        .. draft.Listed?.Sources ?? [new(SourceKind.Plan, Storable.Line(draft.Title), draft.Head.Issuer is { } issuer ? Storable.Line(issuer) : null, draft.Head.DocumentNumber, draft.Head.IssuedOn)],
        OriginalFile.Of(Storable.Line(draft.Document.Name), draft.Document.Sha256),
    ];

    private static IReadOnlyList<Responsibility> Responsible(IReadOnlyList<DraftedUnit> named, UnitResolution units)
    {
        var responsible = new List<Responsibility>();
        foreach (var unit in named)
        {
            if (units[unit] is not { } resolved)
                continue;
            // Where the document says nothing of the role, that it is a partner is an inference too.
            var role = resolved.IsGroup ? Role.Partner : unit.Role ?? Role.Partner;
            var one = new Responsibility(
                role,
                resolved.IsGroup ? null : resolved.Code,
                resolved.IsGroup ? resolved.Code : null,
                unit.Side,
                unit.Inferred || (!resolved.IsGroup && unit.Role is null));
            var same = responsible.FindIndex(r => r.Unit == one.Unit && r.Group == one.Group);
            if (same < 0)
                responsible.Add(one);
            else if (one.Role == Role.Lead && responsible[same].Role != Role.Lead)
                responsible[same] = one;
        }

        return responsible;
    }
}
