using TargetLedger.Domain.Commitments;

namespace TargetLedger.Documents.Quantities;

/// <summary>How the words around a figure bind it.</summary>
/// <param name="Start">Where the binding words before the figure begin; the figure's own start where there are none.</param>
/// <param name="End">Where those behind it end.</param>
/// <param name="Before">What the words before it say of the bound, or null.</param>
/// <param name="After">What 以上, 左右, 以内 behind it say, or null.</param>
/// <param name="Change">1 for growing, -1 for falling, 0 for 调整, null where nothing changes.</param>
/// <param name="IsAbsolute">提高到, 降至: the figure is what is reached, not by how much.</param>
/// <param name="IsAspirational">力争, 争取.</param>
/// <param name="IsDone">增长了, 达到了: the past.</param>
internal sealed record Binding(
    int Start, int End, Bound? Before, Bound? After, int? Change, bool IsAbsolute, bool IsAspirational, bool IsDone)
{
    public bool IsStated => Before is not null || After is not null || Change is not null;
}

/// <summary>The binding words of Chinese figures: bounds, changes, stretch goals.</summary>
internal static class BoundWords
{
    private static readonly (string Word, Bound Meaning)[] Bounds = Longest(
        ("不少于", Bound.AtLeast), ("不低于", Bound.AtLeast), ("不小于", Bound.AtLeast), ("不得少于", Bound.AtLeast), ("不得低于", Bound.AtLeast), ("不能少于", Bound.AtLeast),
        ("至少", Bound.AtLeast), ("最少", Bound.AtLeast), ("最低", Bound.AtLeast), ("达到", Bound.AtLeast), ("达", Bound.AtLeast), ("≥", Bound.AtLeast), (">=", Bound.AtLeast), ("稳定在", Bound.AtLeast),
        ("保持在", Bound.AtLeast), ("维持在", Bound.AtLeast), ("稳定达到", Bound.AtLeast), ("保持", Bound.AtLeast), ("稳定保持在", Bound.AtLeast), ("大于等于", Bound.AtLeast), ("大于或等于", Bound.AtLeast),
        ("超过", Bound.MoreThan), ("突破", Bound.MoreThan), ("大于", Bound.MoreThan), ("高于", Bound.MoreThan), ("多于", Bound.MoreThan), ("超", Bound.MoreThan), (">", Bound.MoreThan), ("跨越", Bound.MoreThan), ("迈上", Bound.AtLeast), ("冲刺", Bound.AtLeast),
        ("约", Bound.Approx), ("大约", Bound.Approx), ("大概", Bound.Approx), ("近", Bound.Approx), ("将近", Bound.Approx), ("接近", Bound.Approx), ("约为", Bound.Approx),
        ("不超过", Bound.AtMost), ("不超", Bound.AtMost), ("不高于", Bound.AtMost), ("不大于", Bound.AtMost), ("不多于", Bound.AtMost), ("不得超过", Bound.AtMost), ("不得高于", Bound.AtMost), ("不突破", Bound.AtMost), ("≤", Bound.AtMost), ("<=", Bound.AtMost),
        ("低于", Bound.AtMost), ("小于", Bound.AtMost), ("少于", Bound.AtMost), ("<", Bound.AtMost), ("控制在", Bound.AtMost), ("严控在", Bound.AtMost), ("限制在", Bound.AtMost), ("控制到", Bound.AtMost), ("小于等于", Bound.AtMost), ("压在", Bound.AtMost),
        ("目标为", Bound.AtLeast), ("目标是", Bound.AtLeast), ("目标值为", Bound.AtLeast), ("任务为", Bound.AtLeast), ("任务数为", Bound.AtLeast),
        ("正好", Bound.Exactly), ("恰好", Bound.Exactly), ("确保为", Bound.Exactly), ("必须为", Bound.Exactly), ("应为", Bound.Exactly), ("须为", Bound.Exactly), ("要为", Bound.Exactly), ("保持为", Bound.Exactly), ("始终为", Bound.Exactly));

    private static readonly (string Word, int Meaning)[] Changes = Longest(
        ("增长", 1), ("增加", 1), ("提高", 1), ("提升", 1), ("上升", 1), ("扩大", 1), ("上涨", 1), ("增", 1), ("提", 1), ("升", 1), ("扩", 1), ("递增", 1), ("延长", 1), ("改善", 1), ("拓展", 1), ("扩展", 1), ("扩容", 1), ("攀升", 1), ("跃升", 1),
        ("下降", -1), ("降低", -1), ("减少", -1), ("压减", -1), ("压缩", -1), ("缩短", -1), ("削减", -1), ("下调", -1), ("减", -1), ("降", -1), ("缩", -1), ("压", -1), ("精简", -1), ("缩小", -1), ("回落", -1), ("下浮", -1), ("压降", -1), ("净减少", -1), ("净增加", 1), ("收窄", -1), ("缩减", -1), ("递减", -1), ("上调", 1), ("上浮", 1),
        ("调整", 0), ("修订", 0), ("变更", 0), ("修改", 0), ("改", 0), ("增补", 1), ("调增", 1), ("调减", -1), ("调高", 1), ("调低", -1), ("核增", 1), ("核减", -1));

    /// <summary>Of level only with 到 or 至: 扩充至150人, 优化到5个环节; 优化30个环节 is a work done.</summary>
    private static readonly (string Word, int Meaning)[] Arrivals = Longest(
        ("充实", 1), ("扩充", 1), ("发展", 1), ("壮大", 1), ("拓宽", 1), ("扩面", 1), ("提速", -1), ("优化", -1), ("浓缩", -1), ("收缩", -1), ("精减", -1), ("控减", -1), ("整合", -1), ("加快", -1));

    private static readonly string[] Stretches = Longest("力争", "争取", "力求", "努力", "力争实现", "争取实现", "奋力", "全力争取");

    private static readonly (string Word, Bound Meaning)[] Trailing = Longest(
        ("以上", Bound.AtLeast), ("及以上", Bound.AtLeast), ("或以上", Bound.AtLeast), ("左右", Bound.Approx), ("上下", Bound.Approx),
        ("以内", Bound.AtMost), ("之内", Bound.AtMost), ("以下", Bound.AtMost), ("及以下", Bound.AtMost), ("内", Bound.AtMost));

    private static readonly string[] Comparing = Longest("不高于", "不低于", "不超过", "不少于", "不得低于", "不得高于", "不得超过", "控制在", "低于", "高于", "超过", "达到");

    private static readonly string[] Answers = ["响应", "办结", "到场", "到达", "处置", "反馈", "答复", "回复", "受理", "修复", "核实", "解决", "办理", "叫应", "出警", "出动", "出车", "抵达", "赶到", "送达", "接听", "到岗", "到位", "通知到", "传达到", "上报", "抢修", "化解"];

    /// <summary>Signs that make another word of the one they stand before: 新增, 节约, 附近, 发达.</summary>
    private static readonly Dictionary<string, string> NotBehind = new(StringComparer.Ordinal)
    {
        ["增"] = "新净补加",
        ["约"] = "节集契公制条签预邀履",
        ["近"] = "附邻最临接贴就靠",
        ["达"] = "发到表传抵通直送",
        ["超"] = "赶反",
        ["提"] = "前",
        ["升"] = "晋",
        ["减"] = "加扣",
        ["改"] = "新整技扩",
        ["压"] = "高",
    };

    public static Binding Around(string form, Quantity quantity, int clauseStart)
    {
        var start = quantity.Start;
        Bound? before = null;
        int? change = null;
        var (reached, aspirational, done) = (false, false, false);
        // 提高到每人每月820元: for whom and how often stands between the words and the figure.
        if (SkipPerBack(form, start, clauseStart) is var per && per < start && EndsBinding(form, per, clauseStart))
            start = per;
        while (true)
        {
            var rest = SkipSpacesBack(form, start, clauseStart);
            if (change is null && TryEnd(form, rest, clauseStart, Bounds, out var bound))
            {
                // The word nearest to the figure is the exact one: 控制在不低于.
                before ??= bound.Meaning;
                start = rest - bound.Word.Length;
            }
            else if (change is null && TryEnd(form, rest, clauseStart, Changes, out var changed) && !(changed.Meaning == 0 && !reached))
            {
                change = changed.Meaning;
                start = rest - changed.Word.Length;
            }
            else if (change is null && reached && TryEnd(form, rest, clauseStart, Arrivals, out var arrival))
            {
                change = arrival.Meaning;
                start = rest - arrival.Word.Length;
            }
            else if (change is null && rest > clauseStart && form[rest - 1] is '到' or '至' or '为' or '在' or '成' && TryEndsChange(form, rest - 1, clauseStart))
            {
                reached = true;
                start = rest - 1;
            }
            else if (rest > clauseStart && form[rest - 1] == '了' && change is null)
            {
                done = true;
                start = rest - 1;
            }
            else if (TryEnd(form, rest, clauseStart, Stretches, out var stretch))
            {
                aspirational = true;
                start = rest - stretch.Length;
                break;
            }
            else
            {
                break;
            }
        }

        // 占比过半: only before a half does 过 alone mean more than.
        if (before is null && change is null && start > clauseStart && form[start - 1] == '过' && form[quantity.Start] == '半' && start == quantity.Start)
            (before, start) = (Bound.MoreThan, start - 1);

        // 不高于同类市场价的七成: of what it is a share stands between.
        if (before is null && change is null && quantity.Unit?.Kind is UnitClass.Share or UnitClass.Times && ComparedBack(form, start, clauseStart) is { } compared)
            (before, start) = (compared.Bound, compared.At);

        // Only the past needs 了; alone it is not a binding word.
        if (done && change is null && before is null)
            start = quantity.Start;

        var end = quantity.End;
        Bound? after = null;
        foreach (var (word, meaning) in Trailing)
        {
            if (string.CompareOrdinal(form, end, word, 0, word.Length) == 0 && !(word == "内" && before is null && !(reached && change is not null) && Answer(form.AsSpan(end + 1)).Length == 0 && !(quantity.Unit?.Kind == UnitClass.Duration && MeasuredTimes.FollowsEvent(form.AsSpan(clauseStart, start - clauseStart)))))
            {
                (after, end) = (meaning, end + word.Length);
                break;
            }
        }

        return new(start, end, before, after, change, change is not null && reached, aspirational, done);
    }

    /// <summary>Whether words begin with one that says how far something is to come: 达到, 提高到, 不低于.</summary>
    public static bool Reaches(ReadOnlySpan<char> words)
    {
        foreach (var word in new[] { "达到", "达", "提高到", "提升到", "提高至", "提升至", "不低于", "不少于", "超过", "保持在", "稳定在", "控制在", "降至", "降到", "不超过", "要达到" })
        {
            if (words.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>What a label that ends in a binding word says of its figures: 污染天数不超过.</summary>
    public static Bound? EndOf(string label) => TryEnd(label, label.Length, 0, Bounds, out var bound) && bound.Word.Length > 2 ? bound.Meaning : null;

    /// <summary>响应, 办结 …: what somebody does within a time; empty where the words begin with nothing of the kind.</summary>
    public static string Answer(ReadOnlySpan<char> words)
    {
        foreach (var word in Answers)
        {
            if (words.StartsWith(word, StringComparison.Ordinal))
                return word;
        }

        return "";
    }

    private static (Bound Bound, int At)? ComparedBack(string form, int end, int floor)
    {
        if (end <= floor || form[end - 1] != '的')
            return null;
        foreach (var word in Comparing)
        {
            var at = form.LastIndexOf(word, end - 1, end - floor, StringComparison.Ordinal);
            if (at < floor || end - at - word.Length is < 3 or > 16 || form.AsSpan(at, end - at).ContainsAnyInRange('0', '9'))
                continue;
            return (Array.Find(Bounds, b => b.Word == word).Meaning, at);
        }

        return null;
    }

    private static int SkipPerBack(string form, int end, int floor)
    {
        for (var found = true; found;)
        {
            found = false;
            for (var length = 2; length <= 4 && end - length >= floor; length++)
            {
                if (form[end - length] == '每' && Signs.IsHan(form[end - 1]))
                {
                    end -= length;
                    found = true;
                    break;
                }
            }
        }

        return end;
    }

    private static bool EndsBinding(string form, int end, int floor)
        => TryEnd(form, end, floor, Bounds, out _) || TryEnd(form, end, floor, Changes, out _) || (end > floor && form[end - 1] is '到' or '至' or '为' && TryEndsChange(form, end - 1, floor));

    private static bool TryEndsChange(string form, int end, int clauseStart)
    {
        end = SkipSpacesBack(form, end, clauseStart);
        return TryEnd(form, end, clauseStart, Changes, out _) || TryEnd(form, end, clauseStart, Arrivals, out _);
    }

    private static int SkipSpacesBack(string form, int end, int floor)
    {
        while (end > floor && form[end - 1] == ' ')
            end--;
        return end;
    }

    private static bool TryEnd(string form, int end, int floor, string[] words, out string found)
    {
        foreach (var word in words)
        {
            if (EndsWith(form, end, floor, word))
            {
                found = word;
                return true;
            }
        }

        found = "";
        return false;
    }

    private static bool TryEnd<T>(string form, int end, int floor, (string Word, T Meaning)[] words, out (string Word, T Meaning) found)
    {
        foreach (var candidate in words)
        {
            if (EndsWith(form, end, floor, candidate.Word))
            {
                found = candidate;
                return true;
            }
        }

        found = default;
        return false;
    }

    private static bool EndsWith(string form, int end, int floor, string word)
    {
        var at = end - word.Length;
        return at >= floor && string.CompareOrdinal(form, at, word, 0, word.Length) == 0
            && !(at > floor && NotBehind.TryGetValue(word, out var signs) && signs.Contains(form[at - 1]));
    }

    private static string[] Longest(params string[] words) => [.. words.OrderByDescending(w => w.Length)];

    private static (string Word, T Meaning)[] Longest<T>(params (string Word, T Meaning)[] words) => [.. words.OrderByDescending(w => w.Word.Length)];
}
