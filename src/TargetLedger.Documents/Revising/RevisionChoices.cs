using TargetLedger.Documents.Comparing;
using TargetLedger.Domain;
using TargetLedger.Domain.Drafting;

namespace TargetLedger.Documents.Revising;

/// <summary>
/// The keeper's word on every difference, each exactly once. What was not named may go with the rest where it is changed or
/// new; nothing leaves the list without being named.
/// </summary>
internal sealed class RevisionChoices
{
    private readonly Dictionary<(string Item, string Field), bool> _chosen = [];
    private readonly List<Refusal> _refusals = [];

    private RevisionChoices()
    {
    }

    /// <summary>Every choice in full, in the order of the comparison.</summary>
    public required IReadOnlyList<RevisionChoice> All { get; init; }

    public IReadOnlyList<Refusal> Refusals => _refusals;

    /// <summary>The differences of an item in which the list is to follow the document.</summary>
    public IReadOnlySet<string> AcceptedOf(ComparedItem item)
        => item.Differences.Where(f => _chosen.GetValueOrDefault((item.Item, f))).ToHashSet(StringComparer.Ordinal);

    /// <param name="rest">What becomes of changes and new items that are not named; null where all are to be named.</param>
    public static RevisionChoices Of(IReadOnlyList<ComparedItem> items, IReadOnlyList<RevisionChoice> named, bool? rest)
    {
        var all = new List<RevisionChoice>();
        var choices = new RevisionChoices { All = all };
        var differences = items.Where(i => i.As != ComparedAs.Unchanged).ToDictionary(i => i.Item, StringComparer.Ordinal);
        foreach (var choice in named)
            choices.Take(choice, differences.GetValueOrDefault(choice.Item));
        foreach (var item in differences.Values)
        {
            foreach (var field in item.Differences.Where(f => !choices._chosen.ContainsKey((item.Item, f))))
            {
                if (rest is { } accept && item.As != ComparedAs.Gone)
                    choices._chosen.Add((item.Item, field), accept);
                else
                    choices.Refuse(item.Item, field, "difference_undecided", "请选择采纳或保留", "say whether it is accepted or left");
            }

            all.AddRange(item.Differences.GroupBy(f => choices._chosen.GetValueOrDefault((item.Item, f)))
                .Select(g => new RevisionChoice(item.Item, g.Key, item.As == ComparedAs.Changed ? [.. g] : null)));
        }

        return choices;
    }

    private void Take(RevisionChoice choice, ComparedItem? item)
    {
        if (item is null)
        {
            Refuse(choice.Item, null, "difference_unknown", "没有这项差异", "there is no such difference");
            return;
        }

        foreach (var field in choice.Fields ?? item.Differences)
        {
            if (!item.Differences.Contains(field, StringComparer.Ordinal))
                Refuse(choice.Item, field, "difference_unknown", "没有这项差异", "there is no such difference");
            else if (!_chosen.TryAdd((choice.Item, field), choice.Accept))
                Refuse(choice.Item, field, "difference_decided_twice", "同一差异选择了两次", "it is decided twice");
        }
    }

    private void Refuse(string item, string? field, string code, string zh, string en)
        => _refusals.Add(Differing.Refusal(item, field, new(code, zh, en)));
}
