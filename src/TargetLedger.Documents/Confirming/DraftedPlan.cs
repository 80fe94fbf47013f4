using System.Globalization;
using System.Text.Json;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Reading;
using TargetLedger.Documents.Structure;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;

namespace TargetLedger.Documents.Confirming;

/// <summary>What a document that was read becomes in the ledger: the events of a new draft, to be recorded in one append.</summary>
public static class DraftedPlan
{
    /// <summary>Changes of cleaning a draft keeps; how many there were in all is kept too, and the original holds the rest.</summary>
    public const int MostCleaning = 2_000;

    // An entry of the ledger holds 65,535 bytes, the envelope included.
    private const int PartBytes = 48_000;
    private const int LongestText = 2_000;

    /// <param name="document">As it was read.</param>
    /// <param name="draft">Read from it.</param>
    /// <param name="original">Its bytes, kept under their hash.</param>
    public static IReadOnlyList<object> Of(SourceDocument document, Draft draft, DraftedDocument original)
    {
        var places = new SourcePlaces(document.Text);
        var (tasks, readings) = (new List<DraftedTask>(), new List<Domain.Drafting.Reading>());
        foreach (var task in draft.Tasks)
        {
            var id = $"t{tasks.Count + 1}";
            tasks.Add(TaskOf(id, task, places));
            foreach (var commitment in task.Commitments)
                readings.Add(ReadingOf($"r{readings.Count + 1}", id, task, commitment, places));
        }

        var head = HeadOf(draft.Plan);
        var cleaning = draft.Cleaning.Take(MostCleaning).Select(c => new CleaningNote(c.Kind, Short(c.Was), Short(c.Became), c.CharStart, c.CharEnd));
        var passedOver = draft.PassedOver.Select(p => new FigurePassedOver(Short(p.AsWritten), p.Reason, p.CharStart, p.CharEnd, p.Cell));
        return
        [
            new PlanDrafted(original, head, draft.Cleaning.Count),
            .. Parts([.. BackgroundOf(draft), .. tasks, .. readings, .. QuestionsOf(draft, head, readings), .. cleaning, .. passedOver]),
        ];
    }

    private static DraftedHead HeadOf(DraftPlan plan) => new(
        plan.Title is { } title ? Short(title) : null,
        plan.Issuer is { } issuer ? Short(issuer) : null,
        PeriodOf(plan.Period),
        DateOnly.TryParseExact(plan.Issued, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        plan.DocumentNumber is { } number ? Short(number) : null);

    /// <summary>One unit, one group at a time, so that they can be divided among events.</summary>
    private static IEnumerable<ListedBackground> BackgroundOf(Draft draft)
    {
        if (draft.Listed is not { } listed)
            return [];
        return
        [
            .. listed.Sources is { } sources ? [new ListedBackground(sources, [], [])] : Array.Empty<ListedBackground>(),
            .. listed.Units.Select(u => new ListedBackground(null, [u], [])),
            .. listed.Groups.Select(g => new ListedBackground(null, [], [g])),
        ];
    }

    private static DraftedTask TaskOf(string id, DraftTask task, SourcePlaces places) => new(
        id,
        Short(task.Title),
        [.. task.Units.Select(UnitOf)],
        task.Number is { } number ? Short(number) : null,
        task.Section is { } section ? Short(section) : null,
        task.Deadline is { } due ? new(due.Date, due.Recurrence, due.Kind is not null) : null,
        places.At(task.CharStart, task.CharEnd, task.Cell),
        task.SectionNumber is { } sectionNumber ? Short(sectionNumber) : null);

    private static DraftedUnit UnitOf(DraftUnit unit) => new(
        Short(unit.Name),
        unit.Role switch { DraftRole.Lead => Role.Lead, DraftRole.Co => Role.Partner, _ => null },
        unit.Role == DraftRole.Group,
        unit.Inferred,
        unit.Kind,
        unit.Alias is { Length: > 0 } alias ? Short(alias) : null,
        unit.Open,
        unit.Side);

    private static Domain.Drafting.Reading ReadingOf(string id, string taskId, DraftTask task, DraftCommitment read, SourcePlaces places)
    {
        if (read.Listed is { } listed)
            return ReadingOf(id, taskId, read, listed, places);
        // 减少120件, 缩短10天: the amount of the change is itself what is to be reached; there is no rate to apply to anything.
        var growth = read is { Bound: Bound.Growth, Unit: null or "" or "%" or "‰" or "倍" or "番" or "个百分点" or "百分点" };
        var bound = read.Bound == Bound.Growth && !growth ? Bound.AtLeast : read.Bound;
        // Of 增长8% the per cent says how growth is told; the unit of the figure that grows is not in the text.
        GrowthIn? growthIn = !growth ? null : read.Unit switch
        {
            "倍" or "番" => GrowthIn.Times,
            "个百分点" or "百分点" => GrowthIn.Points,
            _ => GrowthIn.Percent,
        };
        var unit = growthIn switch { null => read.Unit, GrowthIn.Points => "%", _ => null };
        return new(
            id,
            taskId,
            read.Kind == DraftCommitmentKind.Quantity ? ReadingKind.Quantity : ReadingKind.Milestone,
            // 完成8件: where the words name nothing, it is the task that is counted.
            Short(string.IsNullOrWhiteSpace(read.Measure) ? task.Title : read.Measure),
            Short(read.AsWritten),
            read.Kind == DraftCommitmentKind.Quantity ? Storable.Figure(read.Value) : null,
            read.Kind == DraftCommitmentKind.Quantity ? Storable.Figure(read.Upper) : null,
            // 零事故 is a limit of nothing; nothing else can be promised of it.
            read is { Value: 0, Bound: not Bound.Growth, Kind: DraftCommitmentKind.Quantity } ? Bound.AtMost : bound,
            string.IsNullOrEmpty(unit) ? null : Short(unit),
            null,
            growthIn,
            growth && read.Direction == DraftDirection.Down,
            null,
            read.Aspirational,
            read.Per.Count > 0 ? [.. read.Per.Select(Short)] : null,
            PeriodOf(read.Period),
            read.Due,
            null,
            null,
            Math.Round((decimal)read.Confidence, 2),
            places.At(read.CharStart, read.CharEnd, read.Cell));
    }

    /// <summary>Of an exported list: as its columns have it.</summary>
    private static Domain.Drafting.Reading ReadingOf(string id, string taskId, DraftCommitment read, DraftListed listed, SourcePlaces places) => new(
        id,
        taskId,
        read.Kind == DraftCommitmentKind.Quantity ? ReadingKind.Quantity : ReadingKind.Milestone,
        Short(read.Measure),
        Short(read.AsWritten),
        Storable.Figure(read.Value),
        Storable.Figure(read.Upper),
        read.Bound,
        read.Unit is { } unit ? Short(unit) : null,
        Storable.Figure(listed.Baseline),
        listed.GrowthIn,
        Down: false,
        listed.Counts,
        read.Aspirational,
        Per: null,
        PeriodOf(read.Period),
        read.Due,
        listed.Cadence,
        [.. listed.Units.Select(UnitOf)],
        Math.Round((decimal)read.Confidence, 2),
        places.At(read.CharStart, read.CharEnd, read.Cell),
        new(
            listed.MeasureName is { } name ? Short(name) : null,
            listed.Definition is { } definition ? Short(definition) : null,
            listed.DataSource is { } source ? Short(source) : null,
            listed.MayOverlap,
            listed.IsBinding,
            listed.Nodes.Count > 0 ? [.. listed.Nodes.Select(n => n with { Name = Short(n.Name), Sign = n.Sign is { } sign ? Short(sign) : null })] : null,
            Storable.Figure(listed.TolerancePercent),
            listed.PaceStart,
            listed.Apportionment,
            listed.Place is { } place ? Short(place) : null));

    private static IEnumerable<DraftedQuestion> QuestionsOf(Draft draft, DraftedHead head, List<Domain.Drafting.Reading> readings)
    {
        var ids = draft.Tasks.Select((task, i) => (task, Id: $"t{i + 1}")).ToList();
        var byName = ids.GroupBy(t => t.task.Number ?? t.task.Title, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        // Items of the same number stand in different sections; the place tells them apart.
        var byPlace = ids.GroupBy(t => (t.task.Number ?? t.task.Title, t.task.CharStart)).ToDictionary(g => g.Key, g => g.First().Id);
        var byWords = readings.GroupBy(r => (r.Source!.Start, r.Source.End)).ToDictionary(g => g.Key, g => g.First());
        var number = 0;
        foreach (var question in draft.Questions)
        {
            Domain.Drafting.Reading? reading = null;
            if (question is { CharStart: { } start, CharEnd: { } end } && end > start)
                byWords.TryGetValue((start, end), out reading);
            var task = reading?.Task;
            if (task is null && question.Task is { } name)
                task = question.CharStart is { } at && byPlace.TryGetValue((name, at), out var there) ? there : byName.GetValueOrDefault(name);
            yield return new($"q{++number}", question.Code, Short(question.Zh), Short(question.En), task, reading?.Id, question.CharStart, question.CharEnd);
        }

        if (head.IssuedOn is null)
            yield return new($"q{++number}", DraftQuestions.IssuedMissing, "没有找到印发日期,请填写", "no date of issue was found: enter it");
    }

    private static Period? PeriodOf(string? iso)
    {
        var days = iso?.Split('/');
        return days is { Length: 2 }
            && DateOnly.TryParseExact(days[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            && DateOnly.TryParseExact(days[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end)
            ? new(start, end)
            : null;
    }

    private static string Short(string text) => Storable.Text(text, LongestText);

    /// <summary>In their order, as many in one event as fit into it.</summary>
    private static IEnumerable<PlanDraftRead> Parts(IReadOnlyList<object> items)
    {
        var (part, bytes) = (new List<object>(), 0);
        foreach (var item in items)
        {
            var size = JsonSerializer.SerializeToUtf8Bytes(item, item.GetType(), LedgerJson.Options).Length + 1;
            if (bytes + size > PartBytes && part.Count > 0)
            {
                yield return PartOf(part);
                (part, bytes) = ([], 0);
            }

            part.Add(item);
            bytes += size;
        }

        if (part.Count > 0)
            yield return PartOf(part);
    }

    private static PlanDraftRead PartOf(List<object> part) => new(
        [.. part.OfType<DraftedTask>()],
        [.. part.OfType<Domain.Drafting.Reading>()],
        [.. part.OfType<DraftedQuestion>()],
        [.. part.OfType<CleaningNote>()],
        [.. part.OfType<FigurePassedOver>()],
        part.OfType<ListedBackground>().ToList() is { Count: > 0 } known
            ? new(known.Select(k => k.Sources).FirstOrDefault(s => s is not null), [.. known.SelectMany(k => k.Units)], [.. known.SelectMany(k => k.Groups)])
            : null);
}
