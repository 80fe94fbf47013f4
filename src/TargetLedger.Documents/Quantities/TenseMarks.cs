namespace TargetLedger.Documents.Quantities;

/// <summary>
/// Whether a place in a paragraph tells of what was done or of what is to be done. The last mark before a place decides; a
/// sentence that begins with a past time (去年, 截至目前) makes the sentences behind it past until one looks ahead.
/// </summary>
internal sealed class TenseMarks
{
    private static readonly string[] AheadWords = ["力争", "争取", "确保", "预计", "预期", "届时", "下一步", "下步", "务必", "拟", "计划"];

    /// <summary>They look ahead only where nothing in their clause looks back: 去年将30个小区纳入改造.</summary>
    private static readonly string[] WeakAheadWords = ["继续", "将", "要", "再", "目标", "努力", "必须", "应"];

    private static readonly string[] PastWords = ["已", "均已", "现有", "原有", "曾", "先后"];

    /// <summary>为巩固成果,制定本方案: the sentence that turns to what is to be done.</summary>
    private static readonly string[] Openings = ["制定本", "制订本", "特制定", "如下意见", "方案如下", "安排如下", "任务如下", "抓好以下", "做好以下工作"];

    private static readonly string[] Remainders = ["其余", "剩余", "余下", "剩下", "尚余", "未完成的", "未整改的"];

    private readonly int[] _depths;
    private readonly List<(int At, Tense Tense)> _marks = [];
    private readonly List<(int Start, int End, bool IsPast)> _sentences = [];

    /// <param name="sentences">The sentences of the paragraph, in order.</param>
    public TenseMarks(string form, int[] depths, IReadOnlyList<TimeWord> times, IReadOnlyList<(int Start, int End)> sentences)
    {
        _depths = depths;
        var topicIsPast = false;
        foreach (var (start, end) in sentences)
        {
            var marks = MarksOf(form, times, start, end);
            _sentences.Add((start, end, topicIsPast));
            marks.Sort((a, b) => a.At.CompareTo(b.At));
            var asides = AsidesOfTime(form, times, marks, start, end, topicIsPast ? Tense.Past : Tense.None);
            _marks.AddRange(marks);
            _marks.AddRange(asides.Select(a => (a.End, a.Tense)));
            var head = HeadEnd(form, start, end);
            if (marks.Exists(m => m.Tense == Tense.Ahead))
                topicIsPast = false;
            // 目前 holds for its sentence; 去年, 截至2024年底 for those behind it too.
            if (depths[start] == 0 && Openings.Any(w => form.AsSpan(start, end - start).Contains(w, StringComparison.Ordinal)))
                topicIsPast = false;
            else if (times.Any(t => t.Tense == Tense.Past && t.Start >= start && t.Start < head && form[t.Start] != '目' && depths[t.Start] == 0 && !asides.Exists(a => a.Start <= t.Start && t.Start < a.End)) && !marks.Exists(m => m.Tense == Tense.Ahead && m.At >= head))
                topicIsPast = true;
        }

        _marks.Sort((a, b) => a.At.CompareTo(b.At));
        EndsInPast = topicIsPast;
    }

    /// <summary>Its last sentence still tells of times gone by, and so may the paragraph behind it.</summary>
    public bool EndsInPast { get; }

    /// <summary>Something in it looks ahead.</summary>
    public bool LooksAhead => _marks.Exists(m => m.Tense == Tense.Ahead);

    public Tense At(int place)
    {
        var (start, _, isPast) = _sentences.FindLast(s => s.Start <= place);
        for (var i = _marks.Count - 1; i >= 0; i--)
        {
            if (_marks[i].At < place && _marks[i].At >= start && Reaches(_marks[i].At, place))
                return _marks[i].Tense;
        }

        return isPast ? Tense.Past : Tense.None;
    }

    // 达到18家(现有14家): what a bracket tells of the past ends with it.
    private bool Reaches(int mark, int place)
        => _depths[mark] == 0 || !_depths.AsSpan(mark, Math.Min(place + 1, _depths.Length) - mark).ContainsAnyInRange(0, _depths[mark] - 1);

    /// <summary>
    /// Past times that only say which things are meant, and where they end: 改造2000年前建成的小区, 在城区现有213个路口中,. What
    /// follows is told in the tense that was told in before.
    /// </summary>
    private static List<(int Start, int End, Tense Tense)> AsidesOfTime(
        string form, IReadOnlyList<TimeWord> times, List<(int At, Tense Tense)> marks, int start, int end, Tense topic)
    {
        var asides = new List<(int, int, Tense)>();
        for (var i = 0; i < marks.Count; i++)
        {
            var at = marks[i].At;
            if (marks[i].Tense != Tense.Past || form[at] is '了' or '曾')
                continue;
            var (from, till) = (at, at);
            while (from > start && !Signs.IsClauseEnd(form[from - 1]))
                from--;
            while (till < end && !Signs.IsClauseEnd(form[till]))
                till++;
            var before = i > 0 ? marks[i - 1].Tense : topic;
            var named = times.FirstOrDefault(t => t.Start == at);
            var of = named is null ? -1 : form.AsSpan(named.End, Math.Max(0, till - named.End)).IndexOf('的');
            if (of > 0 && (form[from] is '对' or '为' or '将' or '把' or '向' || Verbs.First(form, from, at) is not null || IsPartOf(form, from, at, named!)))
                asides.Add((from, named!.End + of, before));
            else if (till < end && IsFrame(form[from..till], at - from))
                asides.Add((from, till, before));
        }

        return asides;
    }

    // 其中2000年以前建成的小区31个: which of those that are counted.
    private static bool IsPartOf(string form, int from, int at, TimeWord named)
        => form.AsSpan(from, at - from).Trim() is "其中" or "含" or "包括" or "包含" or "其中包括" || (at == from && named.End - named.Start > 4 && form[named.End - 1] == '前');

    private static bool IsFrame(string clause, int mark)
    {
        var words = clause.Trim();
        return clause.AsSpan(mark + 1).ContainsAnyInRange('0', '9')
            && (words.EndsWith('中') || words.EndsWith("基础上", StringComparison.Ordinal) || words[0] is '对' or '将' or '把' || words.StartsWith("针对", StringComparison.Ordinal) || words.StartsWith("围绕", StringComparison.Ordinal));
    }

    /// <summary>120个小区已完成改造: the mark stands behind the figure.</summary>
    public bool IsDoneBehind(string form, int place, int clauseEnd, int nextFigure)
    {
        var end = Math.Min(clauseEnd, nextFigure);
        return _marks.Exists(m => m.At >= place && m.At < end && m.Tense == Tense.Past && _depths[m.At] <= _depths[place - 1] && form[m.At] is '已' or '均');
    }

    private static int HeadEnd(string form, int start, int end)
    {
        var comma = form.AsSpan(start, end - start).IndexOfAny(',', ':');
        return comma < 0 ? Math.Min(end, start + 8) : start + comma;
    }

    private static List<(int At, Tense Tense)> MarksOf(string form, IReadOnlyList<TimeWord> times, int start, int end)
    {
        var marks = new List<(int At, Tense Tense)>();
        var looksAhead = false;
        foreach (var time in times)
        {
            if (time.Start < start || time.Start >= end)
                continue;
            looksAhead |= time.IsWholePeriod;
            if (IsOfTheYearGoneBy(form, times, time, start))
            {
                marks.Add((time.Start, Tense.Past));
                continue;
            }

            // “十四五”以来, 2023年以来: 以来 itself is the mark.
            var since = string.CompareOrdinal(form, time.End, "以来", 0, 2) == 0;
            if (time.Tense != Tense.None && !since)
                marks.Add((time.Start, time.Tense));
        }

        for (var at = start; at < end; at++)
        {
            foreach (var word in AheadWords)
            {
                if (string.CompareOrdinal(form, at, word, 0, word.Length) == 0 && IsAhead(form, at, word))
                {
                    marks.Add((at, Tense.Ahead));
                    break;
                }
            }

            foreach (var word in WeakAheadWords)
            {
                if (string.CompareOrdinal(form, at, word, 0, word.Length) == 0 && IsAhead(form, at, word) && !LooksBack(form, marks, at))
                {
                    marks.Add((at, Tense.Ahead));
                    break;
                }
            }

            foreach (var word in PastWords)
            {
                if (string.CompareOrdinal(form, at, word, 0, word.Length) == 0)
                {
                    marks.Add((at, Tense.Past));
                    break;
                }
            }

            // 在去年…的基础上: what follows is no longer last year's.
            if (string.CompareOrdinal(form, at, "基础上", 0, 3) == 0)
                marks.Add((at, Tense.None));
            if (form[at] == '了' && at > start && form[at - 1] is not ('为' or '除') && at + 1 < end && form[at + 1] is not ('解' or '然' or '望'))
                marks.Add((at, Tense.Past));
        }

        AddRemainders(form, times, marks, start, end);
        looksAhead |= marks.Exists(m => m.Tense == Tense.Ahead);
        if (!looksAhead)
        {
            foreach (var word in new[] { "共完成", "共建成", "共有", "共培训", "同期" })
            {
                var at = form.IndexOf(word, start, end - start, StringComparison.Ordinal);
                if (at >= 0)
                    marks.Add((at, Tense.Past));
            }
        }

        return marks;
    }

    // 37项问题已整改31项,余下6项年底前完成: what is left is ahead where its own words look ahead.
    private static void AddRemainders(string form, IReadOnlyList<TimeWord> times, List<(int At, Tense Tense)> marks, int start, int end)
    {
        foreach (var word in Remainders)
        {
            var at = form.IndexOf(word, start, end - start, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var till = at;
            while (till < end && !Signs.IsClauseEnd(form[till]))
                till++;
            if (marks.Exists(m => m.At > at && m.At < till && m.Tense == Tense.Ahead) && !marks.Exists(m => m.At > at && m.At < till && m.Tense == Tense.Past))
                marks.Add((at, Tense.Ahead));
        }
    }

    // 2025年,新增就业8万人,年末参保人数达到…: the end of the year the sentence begins with; 年底前 is still to come.
    private static bool IsOfTheYearGoneBy(string form, IReadOnlyList<TimeWord> times, TimeWord time, int start)
    {
        var words = form.AsSpan(time.Start, time.End - time.Start);
        if (time.Tense != Tense.Ahead || words[0] is '到' or '至' or '今' or '本' or '当' || words[^1] is not ('末' or '底') || words.LastIndexOf('年') > 0)
            return false;
        var head = start;
        while (head < time.Start && form[head] == ' ')
            head++;
        return times.Any(t => t.Start == head && t.Tense == Tense.Past && (t.Days is not null || form[head] is '去' or '上' or '前'))
            && !times.Any(t => t.Start > head && t.End <= time.Start && t.Tense == Tense.Ahead && !t.IsWholePeriod && form.AsSpan(t.Start, t.End - t.Start).IndexOf('年') > 0);
    }

    private static bool LooksBack(string form, List<(int At, Tense Tense)> marks, int at)
    {
        var clause = at;
        while (clause > 0 && !Signs.IsClauseEnd(form[clause - 1]))
            clause--;
        return marks.Exists(m => m.At >= clause && m.At < at && m.Tense == Tense.Past);
    }

    private static bool IsAhead(string form, int at, string word)
    {
        var before = at > 0 ? form[at - 1] : ' ';
        var after = at + word.Length < form.Length ? form[at + word.Length] : ' ';
        return word switch
        {
            "要" => before is not ('主' or '重' or '需' or '必' or '纲' or '摘' or '只' or '次' or '首' or '紧' or '政') && after is not ('求' or '素' or '点' or '件' or '闻' or '害' or '地' or '塞' or '道'),
            "将" => before is not ('大' or '健' or '干') && after is not ('军' or '士' or '领' or '近' or '来'),
            "再" => after is not ('生' or '次' or '造' or '就' or '担' or '融' or '制' or '利') && before is not ('一' or '不'),
            "拟" => before is not ('模' or '虚') && after is not ('人'),
            "应" => before is not ('供' or '响' or '效' or '适' or '相' or '对' or '反' or '感' or '顺' or '呼') && after is not ('用' or '急' or '对' or '届' or '税'),
            "计划" => Verbs.BeginningAt(form, at + 2, form.Length) is not null,
            "目标" => after is '是' or '为' or ':' or ',' or '任',
            _ => true,
        };
    }
}
