namespace TargetLedger.Documents.Comparing;

/// <summary>
/// Which reading is which commitment. Surest first: the same words in the same task, the same words anywhere, then the most
/// alike within a task; what is alike in nothing stays alone. No commitment is matched twice.
/// </summary>
internal static class ItemMatching
{
    private const double AlikeTitles = 0.5;
    private const double AlikeTasks = 0.6;

    public static ItemMatches Of(IReadOnlyList<DraftedItem> drafted, IReadOnlyList<ListedItem> listed)
    {
        var draftTitles = drafted.ToDictionary(d => d, d => new Likeness(d.Item.Title));
        var listTitles = listed.ToDictionary(l => l, l => new Likeness(l.Commitment.Title));
        var matches = new Dictionary<DraftedItem, ListedItem>();
        var (freeDrafted, freeListed) = (drafted.ToHashSet(), listed.ToHashSet());
        var tasks = TaskPairs(drafted, listed);

        // In one task two commitments may have one name: their figures, then their order, tell them apart.
        Pair(d => (tasks.GetValueOrDefault(d.Task), draftTitles[d].Key, Figure(d)), l => (l.Commitment.Task, listTitles[l].Key, Figure(l)));
        Pair(d => (tasks.GetValueOrDefault(d.Task), draftTitles[d].Key, ""), l => (l.Commitment.Task, listTitles[l].Key, ""));
        Pair(d => ((string?)"", draftTitles[d].Key, Figure(d)), l => ("", listTitles[l].Key, Figure(l)));
        foreach (var (draftTask, listTask) in tasks)
            PairAlike(draftTask, listTask);
        return new(matches, tasks);

        void Pair(Func<DraftedItem, (string?, string, string)> draftKey, Func<ListedItem, (string?, string, string)> listKey)
        {
            var byKey = listed.Where(freeListed.Contains).GroupBy(listKey).ToDictionary(g => g.Key, g => new Queue<ListedItem>(g));
            foreach (var one in drafted.Where(freeDrafted.Contains).ToList())
            {
                if (draftKey(one) is { Item1: not null } key && byKey.TryGetValue(key, out var same) && same.TryDequeue(out var known))
                    Match(one, known);
            }
        }

        void PairAlike(string draftTask, string listTask)
        {
            var pairs =
                from d in drafted
                where d.Task == draftTask && freeDrafted.Contains(d)
                from l in listed
                where l.Commitment.Task == listTask && freeListed.Contains(l) && (d.Item.Target is null) == (l.Target is null)
                let likeness = draftTitles[d].To(listTitles[l])
                where likeness >= AlikeTitles || (d.Item.Measure is { } measure && measure.Unit.Length > 0 && measure.Unit == l.Commitment.Measure?.Unit && likeness >= AlikeTitles / 2)
                orderby likeness descending
                select (d, l);
            foreach (var (one, known) in pairs.ToList())
            {
                if (freeDrafted.Contains(one) && freeListed.Contains(known))
                    Match(one, known);
            }
        }

        void Match(DraftedItem one, ListedItem known)
        {
            matches.Add(one, known);
            freeDrafted.Remove(one);
            freeListed.Remove(known);
        }
    }

    /// <summary>Tasks of the draft (by number) as tasks of the list: by title, then the most alike, then by number and some likeness.</summary>
    private static Dictionary<string, string> TaskPairs(IReadOnlyList<DraftedItem> drafted, IReadOnlyList<ListedItem> listed)
    {
        var draftTasks = drafted.DistinctBy(d => d.Task).Select(d => (d.Task, Title: new Likeness(d.TaskTitle))).ToList();
        var listTasks = listed.DistinctBy(l => l.Commitment.Task).Select(l => (l.Commitment.Task, Title: new Likeness(l.TaskTitle))).ToList();
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (task, title) in draftTasks)
        {
            var same = listTasks.Find(l => l.Title.Key == title.Key && l.Task == task && !taken.Contains(l.Task));
            if (same.Task is null)
                same = listTasks.Find(l => l.Title.Key == title.Key && !taken.Contains(l.Task));
            if (same.Task is not null && taken.Add(same.Task))
                pairs.Add(task, same.Task);
        }

        var alike =
            from d in draftTasks
            where !pairs.ContainsKey(d.Task)
            from l in listTasks
            where !taken.Contains(l.Task)
            let likeness = d.Title.To(l.Title)
            where likeness >= AlikeTasks || (d.Task == l.Task && likeness >= AlikeTasks / 2)
            orderby likeness descending
            select (d.Task, Listed: l.Task);
        foreach (var (task, same) in alike.ToList())
        {
            if (!pairs.ContainsKey(task) && taken.Add(same))
                pairs.Add(task, same);
        }

        return pairs;
    }

    private static string Figure(DraftedItem item) => item.Item.Target is { } target ? FormattableString.Invariant($"{target.Value} {item.Item.Measure?.Unit}") : "";

    private static string Figure(ListedItem item) => item.Target is { } target ? FormattableString.Invariant($"{target.Value} {item.Commitment.Measure?.Unit}") : "";
}

/// <param name="Tasks">Numbers of the list's tasks by the draft's.</param>
internal sealed record ItemMatches(IReadOnlyDictionary<DraftedItem, ListedItem> Items, IReadOnlyDictionary<string, string> Tasks);
