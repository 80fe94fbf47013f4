using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Quantities;

/// <summary>
/// Whether a place in a paragraph tells of what was done or of what is to be done. The last mark before a place decides; a
/// sentence that begins with a past time (去年, 截至目前) makes the sentences behind it past until one looks ahead.
/// </summary>
internal sealed partial class TenseMarks
{
    private static readonly string[] AheadWords = ["力争", "争取", "确保", "预计", "预期", "届时", "下一步", "下步", "务必", "拟", "计划", "今后", "未来三年", "未来两年", "未来五年", "未来几年", "接下来", "下一阶段", "下阶段"];

    /// <summary>They look ahead only where nothing in their clause looks back: 去年将30个小区纳入改造.</summary>
    private static readonly string[] WeakAheadWords = ["继续", "将", "要", "再", "目标", "努力", "必须", "应"];

    private static readonly string[] PastWords = ["已", "均已", "现有", "原有", "曾", "先后", "仍有", "尚有", "仅有", "仅为", "仅占", "仅达"];

    /// <summary>为巩固成果,制定本方案: the sentence that turns to what is to be done.</summary>
    private static readonly string[] Openings = ["制定本", "制订本", "特制定", "如下意见", "方案如下", "安排如下", "任务如下", "抓好以下", "做好以下工作"];

    private static readonly string[] Frames = ["针对", "围绕", "依托", "利用", "立足", "用好", "发挥", "整合", "借助", "结合"];

    /// <summary>去年建成的5个中心要加快运营 asks something of what there is, and does not count it.</summary>
    private static readonly string[] Asking = ["要", "应", "必须", "继续"];

    private static readonly string[] Carried = ["续建", "结转", "遗留", "未完", "未整改", "未竣工", "试点", "立项"];

    private readonly string _form;
    private readonly int[] _depths;
    private readonly List<(int At, Tense Tense)> _marks = [];
    private readonly List<(int Start, int End, bool IsPast)> _sentences = [];

    /// <param name="sentences">The sentences of the paragraph, in order.</param>
    /// <param name="isReport">It begins in the past.</param>
    public TenseMarks(string form, int[] depths, List<TimeWord> allTimes, IReadOnlyList<(int Start, int End)> sentences, bool isReport)
    {
        (_form, _depths) = (form, depths);
        var topicIsPast = isReport;
        foreach (var (start, end) in sentences)
        {
            TimeWord[] times = [.. Sorted.Within(allTimes, start, end, static t => t.Start)];
            var isNoted = depths[start] == 0 && Noting().IsMatch(form.AsSpan(start, end - start));
            if (isNoted)
                topicIsPast = true;
            else if (depths[start] == 0 && !isReport && Ordering().IsMatch(form.AsSpan(start, end - start)))
                topicIsPast = false;
            var marks = MarksOf(form, times, start, end, topicIsPast);
            // 会议通报,一季度增长4%: the time it tells of is over.
            if (isNoted)
                marks.RemoveAll(m => m.Tense == Tense.Ahead && times.Any(t => t.Start == m.At && !t.IsDue));
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
        var sentence = Sorted.First(_sentences, place + 1, static s => s.Start) - 1;
        var (start, _, isPast) = sentence < 0 ? default : _sentences[sentence];
        for (var i = Sorted.First(_marks, place, static m => m.At) - 1; i >= 0 && _marks[i].At >= start; i--)
        {
            if (Reaches(_marks[i].At, place))
                return _marks[i].Tense == Tense.Past && IsAheadBehind(_marks[i].At, place) ? Tense.Ahead : _marks[i].Tense;
        }

        return isPast ? Tense.Past : Tense.None;
    }

    // 第一批20个已开工,第二批15个9月底前开工: a clause that only looks ahead ends what was told of the past, wherever it says so.
    private bool IsAheadBehind(int mark, int place)
    {
        var (from, till) = (place, place);
        while (from > 0 && !Signs.IsClauseEnd(_form[from - 1]))
            from--;
        while (till < _form.Length && !Signs.IsClauseEnd(_form[till]))
            till++;
        return mark < from && Any(place + 1, till, m => m.Tense == Tense.Ahead && _depths[m.At] == _depths[place]) && !Any(from, till, static m => m.Tense == Tense.Past);
    }

    private bool Any(int from, int till, Func<(int At, Tense Tense), bool> holds)
    {
        foreach (var mark in Sorted.Within(_marks, from, till, static m => m.At))
        {
            if (holds(mark))
                return true;
        }

        return false;
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
            // 今年对去年验收的26个村…
            while (times.FirstOrDefault(t => t.Start == from && t.End <= at && t.Tense != Tense.Past) is { } head)
                from = head.End;
            var earlier = marks.FindLastIndex(m => m.At < from);
            var before = earlier >= 0 ? marks[earlier].Tense : topic;
            var named = times.FirstOrDefault(t => t.Start == at);
            var behind = named?.End ?? at + 1;
            var of = form.AsSpan(behind, Math.Max(0, till - behind)).IndexOf('的');
            // 为现有机位80个的停车场安装…, 巩固去年创建的6个示范村: what there is only says what is meant.
            if (of > 0 && (form[from] is '对' or '为' or '将' or '把' or '向' or '给' || (named is null ? IsToBeDone(form, from, at, behind + of, till) : IsGoverned(form, from, at) || IsPartOf(form, from, at, named))))
                asides.Add((from, behind + of, before));
            // 去年启动的6个项目今年全部竣工; 完成2024年续建项目12个
            else if (of > 0 && named is not null && at == from && marks.Exists(m => m.At > behind + of && m.At < till && m.Tense == Tense.Ahead && !Array.Exists(Asking, w => string.CompareOrdinal(form, m.At, w, 0, w.Length) == 0)))
                asides.Add((from, behind + of, before));
            else if (named is not null && IsGoverned(form, from, at) && Array.Exists(Carried, c => form.AsSpan(behind, Math.Min(8, till - behind)).Contains(c, StringComparison.Ordinal)))
                asides.Add((from, behind, before));
            // 新建公寓300套,前期开工的项目竣工率达到80%: whose rate it is that is to be reached.
            else if (of > 0 && named is not null && at == from && earlier >= 0 | from > start && before != Tense.Past && IsRateToReach(form[(behind + of)..till]))
                asides.Add((from, behind + of, before));
            // 已建泵站完好率达到95%以上: which of them the rate is of.
            else if (named is null && at == from && before != Tense.Past && IsRateOfWhatThereIs(form[at..till], earlier >= 0 || from > start))
                asides.Add((from, at + 1, before));
            else if (till < end && IsFrame(form[from..till], at - from))
                asides.Add((from, till, before));
        }

        return asides;
    }

    private static bool IsGoverned(string form, int from, int at)
        => Verbs.First(form, from, at) is not null || Array.Exists(Verbs.Tending, v => form.IndexOf(v, from, at - from, StringComparison.Ordinal) >= 0);

    // 已建成的126个服务站全部运营: what is there already, and what is to become of all of it.
    private static bool IsToBeDone(string form, int from, int mark, int of, int till)
        => form.AsSpan(from, mark - from).Trim().Length <= 2 && of + 1 < till && Numeral.IsStart(form[of + 1])
            && form.IndexOf("全部", of, till - of, StringComparison.Ordinal) is >= 0 and var all && form.AsSpan(of, till - of).IndexOfAny('已', '了') < 0
            && Verbs.First(form, all, till) is not null;

    private static bool IsRateToReach(string words)
        => words.IndexOf('率', StringComparison.Ordinal) is > 0 and var rate && BoundWords.Reaches(words.AsSpan(rate + 1)) && words.AsSpan(rate).IndexOfAny('已', '了') < 0;

    // At the head of a text, 达到95% alone may tell of what was done.
    private static bool IsRateOfWhatThereIs(string words, bool goesOn)
        => Standing().Match(words) is { Success: true } match && (goesOn || !match.Groups["reached"].Success || match.Groups["more"].Success) && words.AsSpan(1).IndexOfAny('已', '了') < 0;

    // 其中2000年以前建成的小区31个: which of those that are counted.
    private static bool IsPartOf(string form, int from, int at, TimeWord named)
        => form.AsSpan(from, at - from).Trim() is "其中" or "含" or "包括" or "包含" or "其中包括" || (at == from && named.End - named.Start > 4 && form[named.End - 1] == '前');

    private static bool IsFrame(string clause, int mark)
    {
        var words = clause.Trim();
        return clause.AsSpan(mark + 1).ContainsAnyInRange('0', '9')
            && (words.EndsWith('中') || words.EndsWith("基础上", StringComparison.Ordinal) || words[0] is '对' or '将' or '把' || Array.Exists(Frames, f => words.StartsWith(f, StringComparison.Ordinal)));
    }

    /// <summary>120个小区已完成改造: the mark stands behind the figure.</summary>
    public bool IsDoneBehind(string form, int place, int clauseEnd, int nextFigure)
    {
        var end = Math.Min(clauseEnd, nextFigure);
        return Any(place, end, m => m.Tense == Tense.Past && _depths[m.At] <= _depths[place - 1] && form[m.At] is '已' or '均');
    }

    private static int HeadEnd(string form, int start, int end)
    {
        var comma = form.AsSpan(start, end - start).IndexOfAny(',', ':');
        if (comma < 0)
            return Math.Min(end, start + 8);
        // 据了解,2024年…: who tells it says nothing of when.
        var next = comma <= 20 && Telling().IsMatch(form.AsSpan(start, comma)) ? form.AsSpan(start + comma + 1, end - start - comma - 1).IndexOfAny(',', ':') : -1;
        return start + comma + (next < 0 ? 0 : next + 1);
    }

    private static List<(int At, Tense Tense)> MarksOf(string form, IReadOnlyList<TimeWord> times, int start, int end, bool topicIsPast)
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
            else if (!topicIsPast && IsWithinTheYear(form, time) && TellsOnlyWhatThereIs(form, times, start, time.Start))
                marks.Add((time.Start, Tense.Ahead));
        }

        for (var at = start; at < end; at++)
        {
            foreach (var word in AheadWords)
            {
                if (string.CompareOrdinal(form, at, word, 0, word.Length) == 0 && IsAhead(form, at, word) && !(word == "争取" && IsObtained(form, marks, at, topicIsPast)))
                {
                    marks.Add((at, Tense.Ahead));
                    break;
                }
            }

            foreach (var word in WeakAheadWords)
            {
                if (string.CompareOrdinal(form, at, word, 0, word.Length) == 0 && IsAhead(form, at, word) && (!LooksBack(form, marks, at) || IsAskedOfWhatThereIs(form, times, marks, at, word)))
                {
                    marks.Add((at, Tense.Ahead));
                    break;
                }
            }

            foreach (var word in PastWords)
            {
                // 由现有的3个增加到5个: only where the change starts.
                if (string.CompareOrdinal(form, at, word, 0, word.Length) == 0 && !(at > start && form[at - 1] is '由' or '从' or '比' or '较') && !IsCountedKind(form, at, start, word))
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

        looksAhead |= marks.Exists(m => m.Tense == Tense.Ahead);
        // 全区共有小区812个,今年新增20个: nobody is told to have what there is.
        if (form.IndexOf("共有", start, end - start, StringComparison.Ordinal) is >= 0 and var there && !marks.Exists(m => m.Tense == Tense.Ahead && m.At < there) && !times.Any(t => t.IsWholePeriod && t.Start >= start && t.Start < there))
            marks.Add((there, Tense.Past));
        if (!looksAhead)
        {
            foreach (var word in new[] { "共完成", "共建成", "共培训", "共处理", "共办结", "共查处", "共问责", "同期" })
            {
                var at = form.IndexOf(word, start, end - start, StringComparison.Ordinal);
                // 由上年同期的86%提高到90%: only what the change starts from. 合同期 is a word of its own.
                if (at >= 0 && !(word == "同期" && at > start && form[at - 1] is '合') && !(word == "同期" && form.AsSpan(Math.Max(start, at - 6), Math.Min(6, at - start)).IndexOfAny("由从比较与") >= 0))
                    marks.Add((at, Tense.Past));
            }
        }

        if (Compared().IsMatch(form.AsSpan(start, end - start)) && !marks.Exists(m => m.Tense == Tense.Ahead && !times.Any(t => t.Start == m.At && !t.IsDue)))
        {
            marks.RemoveAll(static m => m.Tense == Tense.Ahead);
            marks.Add((start, Tense.Past));
        }

        // 新增就业5200人,完成年度目标的52%: who tells how far it is tells what was done.
        if (!marks.Exists(m => m.Tense == Tense.Ahead) && Progress().Match(form, start, end - start) is { Success: true } progress && form.AsSpan(start, progress.Index - start).ContainsAnyInRange('0', '9'))
            marks.Add((start, Tense.Past));
        else if (Result().Match(form, start, end - start) is { Success: true } result && !times.Any(t => t.IsDue && t.Tense == Tense.Ahead && t.Start < result.Index))
        {
            marks.RemoveAll(m => m.Tense == Tense.Ahead && times.Any(t => t.Start == m.At && t.IsWholePeriod));
            marks.Add((marks.Exists(m => m.Tense == Tense.Ahead) ? result.Groups["share"].Index - 1 : start, Tense.Past));
        }

        return marks;
    }

    // 占全年计划的85% tells how far it is.
    private static bool IsWithinTheYear(string form, TimeWord time)
        => time.IsWholePeriod && form[time.Start..time.End] is "年内" or "全年" && !Array.Exists(["计划", "目标", "任务", "的"], w => string.CompareOrdinal(form, time.End, w, 0, w.Length) == 0);

    // 现有对象600户,年内消除风险500户; 2024年末余额为30亿元,年内压降5亿元. 去年…,年内 may still tell of last year.
    private static bool TellsOnlyWhatThereIs(string form, IReadOnlyList<TimeWord> times, int start, int at)
        => !times.Any(t => t.Start >= start && t.Start < at && t.Tense == Tense.Past && !t.IsDue && form[t.Start] is not ('截' or '目' or '现'));

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

    // 拆除5个现有收费站: of which kind those are that are counted.
    private static bool IsCountedKind(string form, int at, int start, string word)
        => word is "现有" or "原有" && at - 2 >= start && char.IsAsciiDigit(form[at - 2]) && form[at - 1] is not ('年' or '月' or '日');

    // 去年争取资金3亿元 obtained it; 去年…,争取今年建成 strives.
    private static bool IsObtained(string form, List<(int At, Tense Tense)> marks, int at, bool topicIsPast)
    {
        if (at + 2 >= form.Length || !Signs.IsHan(form[at + 2]) || Verbs.BeginningAt(form, at + 2, form.Length) is not null)
            return false;
        var before = marks.Where(m => m.At <= at).OrderBy(m => m.At).LastOrDefault((At: -1, Tense: topicIsPast ? Tense.Past : Tense.None));
        return before.Tense == Tense.Past && !marks.Exists(m => m.At > at && m.At <= at + 8 && m.Tense == Tense.Ahead);
    }

    private static bool IsAskedOfWhatThereIs(string form, IReadOnlyList<TimeWord> times, List<(int At, Tense Tense)> marks, int at, string word)
    {
        if (!Asking.Contains(word))
            return false;
        var clause = at;
        while (clause > 0 && !Signs.IsClauseEnd(form[clause - 1]))
            clause--;
        var past = marks.Find(m => m.At >= clause && m.At < at && m.Tense == Tense.Past).At;
        if (past != clause || form.AsSpan(clause, at - clause).Contains('了'))
            return false;
        var behind = times.FirstOrDefault(t => t.Start == past)?.End ?? past + 1;
        return behind < at && form.AsSpan(behind, at - behind).IndexOf('的') > 0;
    }

    private static bool HeldSeen(string form, int at)
        => Array.Exists(["清醒", "看到", "认识到", "正视", "当看到", "当清醒"], w => string.CompareOrdinal(form, at, w, 0, w.Length) == 0);

    private static bool IsAhead(string form, int at, string word)
    {
        var before = at > 0 ? form[at - 1] : ' ';
        // 已争取资金, 已计划改造: what was meant to be done and is.
        if (before == '已')
            return false;
        var after = at + word.Length < form.Length ? form[at + word.Length] : ' ';
        return word switch
        {
            // 也要清醒认识到仍有…: what is seen is there.
            "要" or "应" or "必须" when HeldSeen(form, at + word.Length) => false,
            "要" => before is not ('主' or '重' or '需' or '必' or '纲' or '摘' or '只' or '次' or '首' or '紧' or '政') && after is not ('求' or '素' or '点' or '件' or '闻' or '害' or '地' or '塞' or '道'),
            "将" => before is not ('大' or '健' or '干') && after is not ('军' or '士' or '领' or '近' or '来'),
            // 再创新高, 再上台阶 tell of what was reached.
            "再" when Again().IsMatch(form.AsSpan(at)) => false,
            "再" => after is not ('生' or '次' or '造' or '就' or '担' or '融' or '制' or '利') && before is not ('一' or '不'),
            "拟" => before is not ('模' or '虚') && after is not ('人'),
            "应" => before is not ('供' or '响' or '效' or '适' or '相' or '对' or '反' or '感' or '顺' or '呼') && after is not ('用' or '急' or '对' or '届' or '税'),
            // 向上争取实现突破: what is got from above.
            "争取" => before != '上',
            "计划" when before == '按' => false,
            "计划" => Verbs.BeginningAt(form, at + 2, form.Length) is not null,
            "目标" => after is '是' or '为' or ':' or ',' or '任',
            _ => true,
        };
    }

    [GeneratedRegex("^再(创|上|添|获|传|立|现|攀)(历史)?(新|佳|捷|高|台阶|亮点|突破)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Again();

    [GeneratedRegex("^[^0-9]*(了解|获悉|悉|介绍|显示|表示|指出|透露|通报|报道|统计|来看)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Telling();

    // 97.2% and 120% of a plan are results, whatever time the sentence names.
    [GeneratedRegex(@"[,、](完成|占|是|为)[^,。;、0-9]{0,10}(目标|计划|任务)[^,。;、0-9]{0,6}的(?<share>\d+\.\d+|[1-9]\d\d)%", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Result();

    [GeneratedRegex("^已(建成|投用|投运|投入使用|入住|交付|竣工|安装|配备|登记|建档|脱贫|备案|建(?![立成起有好档]))的?[^,。;:、0-9]{2,14}?(率|比例|占比|满意度)(要|应|必须)?((?<reached>达到|达)[^,。;:、]{1,10}?(?<more>以上)?|(不低于|不少于|保持在|稳定在|提高到|提升到|控制在)[^,。;:、]{1,10})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Standing();

    // 会议指出,…, 会议通报,…: what a meeting is told is there; what it wants done stands behind 会议要求.
    [GeneratedRegex("^\\s*会议(听取|通报|指出|认为|回顾|总结|肯定)(?![^,。;]{0,8}(要|必须))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Noting();

    [GeneratedRegex("^\\s*会议(要求|强调|确定|决定|议定|明确|同意)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Ordering();

    // 浓度52微克/立方米、同比下降4.1%,较考核目标多2天: how far from what was to be reached, or in which place.
    [GeneratedRegex(@"\d[^。;]*同比[^。;]*([,、](较|比)[^,。;、0-9]{0,6}(目标|任务|计划)(值|数)?(多|少|高|低|差|超)[^。;,]{0,3}\d|排名?第\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Compared();

    [GeneratedRegex(@"[,、](完成|占)[^,。;、]{0,8}(目标|计划|任务)[^,。;、0-9]{0,4}的\d", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Progress();
}
