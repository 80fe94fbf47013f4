using TargetLedger.Domain.Drafting;

namespace TargetLedger.Documents.Confirming;

/// <summary>The numbers sections and tasks have in the list: the document's where they are there and once, else the next free one.</summary>
internal static class ListNumbers
{
    private const int Longest = 20;
    private const string Digits = "零一二三四五六七八九";

    /// <summary>一, 二 … 十 … 二十一; beyond 99 in digits.</summary>
    public static string OfSection(int ordinal) => ordinal switch
    {
        < 10 => Digits[ordinal].ToString(),
        < 100 => $"{(ordinal >= 20 ? Digits[ordinal / 10].ToString() : "")}十{(ordinal % 10 > 0 ? Digits[ordinal % 10].ToString() : "")}",
        _ => ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <param name="stated">What a list says of each section itself; null where the document does not.</param>
    public static IReadOnlyList<string> OfSections(IReadOnlyList<string?> stated)
    {
        var used = stated.OfType<string>().ToHashSet(StringComparer.Ordinal);
        var (numbers, taken) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < stated.Count; i++)
        {
            var number = Clean(stated[i]) is { } own && taken.Add(own) ? own : null;
            for (var next = i + 1; number is null; next++)
            {
                if (!used.Contains(OfSection(next)) && taken.Add(OfSection(next)))
                    number = OfSection(next);
            }

            numbers.Add(number);
        }

        return numbers;
    }

    /// <param name="tasks">With the number of the section each stands in.</param>
    public static IReadOnlyDictionary<string, string> OfTasks(IReadOnlyList<(string Section, DraftedTask Task)> tasks)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (section, task) in tasks)
        {
            // Numbering that begins anew in each section needs the section's before it.
            if (Clean(task.Number) is { } own && (used.Add(own) ? own : used.Add($"{section}-{own}") && section.Length + own.Length < Longest ? $"{section}-{own}" : null) is { } number)
                numbers.Add(task.Id, number);
        }

        var next = 1;
        foreach (var (_, task) in tasks.Where(t => !numbers.ContainsKey(t.Task.Id)))
        {
            while (!used.Add(next.ToString(System.Globalization.CultureInfo.InvariantCulture)))
                next++;
            numbers.Add(task.Id, next.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return numbers;
    }

    // What an address can carry.
    private static string? Clean(string? number)
    {
        var clean = string.Concat((number ?? "").Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('/' or '\\' or '?' or '#' or '%')));
        return clean.Length is 0 or > Longest ? null : clean;
    }
}
