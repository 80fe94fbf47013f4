using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>When a task is due: a day, again and again, or never.</summary>
/// <param name="Recurrence">ISO 8601: R/P1M.</param>
internal sealed record Due(DateOnly? Day, string? Recurrence, bool IsOngoing);

internal static class Deadlines
{
    private static readonly (string Word, string Recurrence)[] Recurring =
    [
        ("每半年", "R/P6M"), ("每季度", "R/P3M"), ("每季", "R/P3M"), ("每月", "R/P1M"), ("每周", "R/P1W"), ("每旬", "R/P10D"), ("每年", "R/P1Y"), ("每年度", "R/P1Y"), ("每两月", "R/P2M"), ("每两个月", "R/P2M"), ("每双月", "R/P2M"), ("每日", "R/P1D"), ("每天", "R/P1D"), ("按月", "R/P1M"), ("按季", "R/P3M"), ("逐月", "R/P1M"),
    ];

    private static readonly string[] Ongoing = ["长期坚持", "长期推进", "长期", "持续推进", "持续", "常态化", "常态", "长期任务", "坚持", "日常"];

    /// <summary>What a cell or a label says; null where it says nothing that can be read.</summary>
    public static Due? Stated(string form, Days? plan)
    {
        if (Recurrence(form) is { } recurrence)
            return new(null, recurrence, IsOngoing: false);
        var day = Latest(TimeWords.Find(form, plan));
        if (day is null && BareYear(form) is { } year)
            day = new DateOnly(year, 12, 31);
        if (day is not null)
            return new(day, null, IsOngoing: false);
        return Array.Exists(Ongoing, w => form.Contains(w, StringComparison.Ordinal)) ? new(null, null, IsOngoing: true) : null;
    }

    /// <summary>The last day something in a text is due; what is past or compared with is not.</summary>
    public static Due? InProse(IEnumerable<Paragraph> paragraphs)
    {
        DateOnly? last = null;
        string? recurrence = null;
        foreach (var paragraph in paragraphs)
        {
            foreach (var time in paragraph.Times)
            {
                if (time.IsDue && time.Tense == Tense.Ahead | time.IsWholePeriod && time.Days is { } days && (last is null || days.End > last) && !IsHistory(paragraph, time))
                    last = days.End;
            }

            // 每月10日前: again and again; 每月开展2次 is a figure.
            foreach (var (word, iso) in Recurring)
            {
                var at = paragraph.Form.IndexOf(word, StringComparison.Ordinal);
                if (recurrence is null && at >= 0 && BeforeWithin(paragraph.Form, at + word.Length))
                    recurrence = iso;
            }

        }

        if (last is not null)
            return new(last, null, IsOngoing: false);
        return recurrence is null ? null : new(null, recurrence, IsOngoing: false);
    }

    private static bool BeforeWithin(string form, int at)
    {
        for (var i = at; i < form.Length && i - at < 8 && !Signs.IsClauseEnd(form[i]); i++)
        {
            if (form[i] is '前')
                return true;
        }

        return false;
    }

    // 2025年6月底前已完成…
    private static bool IsHistory(Paragraph paragraph, TimeWord time)
    {
        var clause = paragraph.ClauseOf(time.Start);
        return clause is not null && paragraph.Tenses.At(Math.Min(clause.End, time.End + 4)) == Tense.Past;
    }

    private static string? Recurrence(string form)
    {
        foreach (var (word, iso) in Recurring)
        {
            if (form.Contains(word, StringComparison.Ordinal))
                return iso;
        }

        return null;
    }

    private static DateOnly? Latest(IReadOnlyList<TimeWord> times)
    {
        DateOnly? latest = null;
        foreach (var time in times)
        {
            if (time.Days is { } days && (latest is null || days.End > latest))
                latest = days.End;
        }

        return latest;
    }

    private static int? BareYear(string form)
        => form.Trim() is { Length: 4 } text && text.StartsWith("20", StringComparison.Ordinal) && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : null;
}
