using TargetLedger.Documents.Comparing;
using TargetLedger.Documents.Confirming;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;

namespace TargetLedger.Documents.Revising;

/// <summary>Where new items stand on the list: in the tasks and sections it has, else in new ones at the end.</summary>
internal sealed class ListPlaces
{
    private readonly Plan _plan;
    private readonly Dictionary<string, string> _tasks;
    private readonly Dictionary<string, string> _sectionOfTask;
    private readonly Dictionary<string, string> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ordinals;
    private readonly ILookup<string, DraftedItem> _bySection;
    private readonly List<object> _events = [];
    private int _sectionCount;

    /// <param name="commitments">Of the list, withdrawn ones included: their numbers are taken.</param>
    public ListPlaces(ComparedList compared, IReadOnlyList<Commitment> commitments)
    {
        _plan = compared.Plan;
        _tasks = new(compared.Tasks, StringComparer.Ordinal);
        _sectionOfTask = _plan.Sections.SelectMany(s => s.Tasks.Select(t => (t.Number, Section: s.Number)))
            .DistinctBy(t => t.Number).ToDictionary(t => t.Number, t => t.Section, StringComparer.Ordinal);
        _ordinals = commitments.GroupBy(c => c.Task, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(c => c.Ordinal), StringComparer.Ordinal);
        _bySection = compared.Pairs.Select(p => p.Drafted).OfType<DraftedItem>().ToLookup(SectionKey, StringComparer.Ordinal);
        _sectionCount = _plan.Sections.Count;
    }

    /// <summary>Sections and tasks the plan did not have, in the order to be recorded.</summary>
    public IReadOnlyList<object> Events => _events;

    public (string Section, string Task, int Ordinal) Next(DraftedItem item, string headTitle)
    {
        if (!_tasks.TryGetValue(item.Task, out var task))
            _tasks.Add(item.Task, task = WithoutCommitments(item) ?? List(item, headTitle));
        _ordinals[task] = _ordinals.GetValueOrDefault(task) + 1;
        return (_sectionOfTask[task], task, _ordinals[task]);
    }

    /// <summary>A task of the list all of whose commitments are gone, or that never had any.</summary>
    private string? WithoutCommitments(DraftedItem item)
    {
        var title = new Likeness(item.TaskTitle).Key;
        return _plan.Sections.SelectMany(s => s.Tasks).FirstOrDefault(t => new Likeness(t.Title).Key == title && !_tasks.ContainsValue(t.Number))?.Number;
    }

    private string List(DraftedItem item, string headTitle)
    {
        var (section, task) = (SectionOf(item, headTitle), item.Task);
        for (var next = 1; !_sectionOfTask.TryAdd(task, section); next++)
            task = next.ToString(System.Globalization.CultureInfo.InvariantCulture);
        _events.Add(new TaskListed(section, task, item.TaskTitle, item.TaskResponsible));
        return task;
    }

    /// <summary>The section most of its neighbours stand in; one of the same title; else a new one.</summary>
    private string SectionOf(DraftedItem item, string headTitle)
    {
        var key = SectionKey(item);
        if (_sections.TryGetValue(key, out var known))
            return known;
        var title = item.Source.Section is { Length: > 0 } named ? Storable.Line(named) : headTitle;
        var section = _bySection[key].Select(d => _tasks.TryGetValue(d.Task, out var task) ? _sectionOfTask[task] : null).OfType<string>()
                .GroupBy(s => s, StringComparer.Ordinal).MaxBy(g => g.Count())?.Key
            ?? _plan.Sections.Find(s => new Likeness(s.Title).Key == new Likeness(title).Key)?.Number
            ?? ListSection(title);
        _sections.Add(key, section);
        return section;
    }

    private string ListSection(string title)
    {
        string number;
        do
        {
            number = ListNumbers.OfSection(++_sectionCount);
        }
        while (_plan.Sections.Exists(s => s.Number == number));
        _events.Add(new SectionListed(number, title));
        return number;
    }

    private static string SectionKey(DraftedItem item) => item.Source.Section ?? "";
}
