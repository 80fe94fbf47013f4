using System.Globalization;
using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>What a document says of itself before its first item.</summary>
/// <param name="IsPeriodInferred">The period is the year of the document's date, not one it names.</param>
/// <param name="TitleEnd">How many blocks belong to the head: everything up to the title.</param>
internal sealed partial record PlanHead(string? Title, string? Issuer, Days? Period, bool IsPeriodInferred, DateOnly? Issued, int TitleEnd)
{
    private static readonly string[] Kinds =
        ["方案", "计划", "要点", "意见", "规划", "清单", "措施", "通知", "办法", "细则", "安排", "分解", "任务", "报告", "台账", "表", "分工", "目标", "实事", "纲要", "行动", "决定", "通报", "举措", "十条", "责任书", "项目", "条例", "规定"];

    private static readonly string[] Issuers = ["人民政府", "政府办公室", "办公厅", "办公室", "委员会", "领导小组", "局", "厅", "党委", "市委", "省委", "县委", "区委", "指挥部", "管委会"];

    /// <summary>2025年民生实事完成情况: its title says that it tells of what was done, and of nothing that is still to be.</summary>
    public bool IsReport => Title is not null && Signs.OneForm(Title) is var form && Report().IsMatch(form) && !LooksAhead().IsMatch(form);

    /// <summary>三、下半年工作要求 in a report: what stands below it is still to be done.</summary>
    public static bool TurnsAhead(IReadOnlyList<string> path) => path.Any(static section => Signs.OneForm(section) is var form && AheadSection().IsMatch(form) && !Report().IsMatch(form));

    public static PlanHead Of(IReadOnlyList<SourceBlock> blocks)
    {
        var lines = Lines(blocks);
        var (title, titleAt) = TitleOf(lines);
        var issued = lines.Take(20).Concat(lines.TakeLast(6)).Select(l => IssueDateOf(l.Form)).FirstOrDefault(d => d is not null);
        // (2023-2025年) below the title says it more exactly than “十四五” in it.
        var below = titleAt >= 0 && titleAt + 1 < lines.Count && lines[titleAt + 1].Form is ['(', ..] under && under.Length < 20 ? PeriodOf(under) : null;
        var period = below ?? (title is null ? null : PeriodOf(Signs.OneForm(title)));
        var inferred = false;
        if (period is null)
        {
            // Without a year in the title: from the year it was issued to the last one it looks ahead to.
            var ahead = lines.Select(l => Ahead(l.Form)).Max();
            // 到2027年底,产值突破5亿元: when something is to be reached names no plan.
            var named = lines.Take(12).Where(l => l.Form.Length < 60 && DateOf(l.Form) is null && (Years().IsMatch(l.Form) || !Till().IsMatch(l.Form))).Select(l => PeriodOf(l.Form)).FirstOrDefault(p => p is not null);
            var numbered = issued?.Year ?? YearOfIssue(lines);
            inferred = named is null && (numbered ?? ahead) is not null;
            // 2025年,全市生产总值增长6%… 2026年主要目标是…: the year before is only looked back on.
            if (lines.Take(30).Select(l => AheadOf(l.Form)).Max() is { } coming && named is { } before && before.End.Year == coming - 1)
                named = Days.OfYear(coming);
            var first = numbered ?? ahead;
            period = named ?? (first is { } year ? Days.OfYears(year, ahead > year && ahead - year <= 10 ? ahead.Value : year) with { Issued = numbered is null ? null : new DateOnly(year, 1, 1) } : null);
        }

        if (period is { } whole && issued is { } day && day >= whole.Start && day <= whole.End)
            period = whole with { Issued = day };
        return new(title, IssuerOf(lines, title), period, inferred, issued, titleAt < 0 ? 0 : blocks[lines[titleAt].Block] is SourceTable ? lines[titleAt].Block : lines[titleAt].Block + 1);
    }

    private static List<(string Text, string Form, int Block)> Lines(IReadOnlyList<SourceBlock> blocks)
    {
        var lines = new List<(string, string, int)>();
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case SourceParagraph paragraph when paragraph.Clean.Text.Trim() is { Length: > 0 } text:
                    lines.Add((text, Signs.OneForm(text), i));
                    break;
                // A sheet often bears its title in a merged first row.
                case SourceTable table:
                    foreach (var row in table.Rows.Take(2).Where(r => r.Cells.Count(c => c.Clean.Text.Trim().Length > 0) == 1))
                    {
                        var cell = row.Cells.First(c => c.Clean.Text.Trim().Length > 0).Clean.Text.Trim();
                        lines.Add((cell, Signs.OneForm(cell), i));
                    }

                    break;
            }
        }

        return lines;
    }

    private static (string? Title, int At) TitleOf(List<(string Text, string Form, int Block)> lines)
    {
        var head = lines.FindIndex(l => Numbering.Read(l.Form) is { Kind: not NumberingKind.Heading } && !l.Form.Contains("关于", StringComparison.Ordinal));
        var within = head < 0 ? Math.Min(lines.Count, 15) : Math.Min(head, 40);
        string? announced = null;
        var announcedAt = -1;
        for (var i = 0; i < within; i++)
        {
            // A long title may be broken over two or three lines.
            var (form, text) = ("", "");
            for (var j = i; j < Math.Min(i + 3, lines.Count) && announced is null; j++)
            {
                (form, text) = (form + lines[j].Form, text + lines[j].Text);
                if (Announcement().Match(form) is { Success: true } match)
                    (announced, announcedAt) = (text.Substring(match.Groups["title"].Index, match.Groups["title"].Length), j);
            }

            if (announced is not null)
                break;
        }

        if (announced is not null)
        {
            var again = lines.FindIndex(announcedAt + 1, l => Same(l.Form, announced));
            return (announced, again >= 0 ? again : announcedAt);
        }

        var best = -1;
        for (var i = 0; i < within; i++)
        {
            var form = lines[i].Form;
            if (form.Length is < 5 or > 60 || form.EndsWith('。') || form.EndsWith(':') || form.EndsWith(';') || Number().IsMatch(form) || Place().IsMatch(form))
                continue;
            var isKind = Array.Exists(Kinds, k => form.TrimEnd(')', ' ').EndsWith(k, StringComparison.Ordinal)) || Bracketed().IsMatch(form);
            if (isKind)
                return (i > 0 && IsBroken(lines[i - 1].Form, form) ? lines[i - 1].Text + lines[i].Text : lines[i].Text, i);
            if (best < 0 && DateOf(form) is null)
                best = i;
        }

        return best >= 0 ? (lines[best].Text, best) : (null, -1);
    }

    // 安平市2025年城市更新和 / 住房保障工作方案
    private static bool IsBroken(string above, string form)
        => above.Length is > 3 and < 40 && !above.AsSpan().ContainsAny("。:;,") && DateOf(above) is null && !Number().IsMatch(above) && !Place().IsMatch(above)
            && (above[^1] is '和' or '及' or '与' or '暨' or '的' or '、' or '年' || (above.Contains("关于", StringComparison.Ordinal) && form.IndexOf("关于", StringComparison.Ordinal) < 0)
                || (OneYear().IsMatch(above) && !OneYear().IsMatch(form) && !Array.Exists(Kinds, k => above.EndsWith(k, StringComparison.Ordinal))));

    private static bool Same(string form, string title) => form.Replace(" ", "", StringComparison.Ordinal) == Signs.OneForm(title).Replace(" ", "", StringComparison.Ordinal);

    private static Days? PeriodOf(string form)
    {
        if (Years().Match(form) is { Success: true } years)
        {
            var (from, till) = (Year(years, "from"), Year(years, "till"));
            if (till >= from && till - from <= 20)
                return Days.OfYears(from, till);
        }

        if (FivePlan().Match(form) is { Success: true } plan)
        {
            var first = 2011 + 5 * "二三四五六".IndexOf(plan.Groups["five"].Value, StringComparison.Ordinal);
            return Days.OfYears(first, first + 4);
        }

        // 2025年工作总结和2026年工作要点: the year that is looked back on is not the plan's.
        var named = OneYear().Matches(form);
        for (var i = 0; i < named.Count; i++)
        {
            var till = i + 1 < named.Count ? named[i + 1].Index : form.Length;
            // 2025年工作总结及下一步打算: what it looks ahead to is the year behind it.
            if (named.Count == 1 && NextSteps().IsMatch(form[named[i].Index..]))
                return Days.OfYear(Year(named[i], "year") + 1);
            if (i + 1 == named.Count || !LookedBack().IsMatch(form[named[i].Index..till]))
                return Days.OfYear(Year(named[i], "year"));
        }

        return null;
    }

    // 某政发〔2026〕6号 below the title, 本意见自2026年4月1日起施行 at the end: without a day of issue they say the year.
    private static int? YearOfIssue(List<(string Text, string Form, int Block)> lines)
        => lines.Take(12).Select(l => OwnNumber().Match(l.Form) is { Success: true } number ? Year(number, "year") : (int?)null)
            .Concat(lines.TakeLast(6).Select(l => InForce.YearOf(l.Form)))
            .FirstOrDefault(y => y is not null);

    private static int? AheadOf(string form)
        => Coming().Matches(form).Select(m => (int?)Year(m, "year")).Max();

    private static int? Ahead(string form) => Till().Match(form) is { Success: true } till ? Year(till, "year") : null;

    private static int Year(Match match, string group) => HanDates.Number(match.Groups[group].ValueSpan);

    private static DateOnly? DateOf(string form) => DayOf(Date().Match(form));

    // A day in a sentence is a deadline, or when something else was decided: only a line that is a date says when it was issued.
    private static DateOnly? IssueDateOf(string form) => form.Length <= 120 ? DayOf(Issue().Match(form)) : null;

    private static DateOnly? DayOf(Match date)
        => date.Success && DateOnly.TryParseExact(
            string.Create(CultureInfo.InvariantCulture, $"{Year(date, "year"):0000}-{Year(date, "month"):00}-{Year(date, "day"):00}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static string? IssuerOf(List<(string Text, string Form, int Block)> lines, string? title)
    {
        // 某市人民政府办公室关于印发…
        foreach (var (text, form, _) in lines.Take(12))
        {
            var at = form.IndexOf("关于", StringComparison.Ordinal);
            if (at is > 3 and < 40 && Array.Exists(Issuers, i => form[..at].TrimEnd().EndsWith(i, StringComparison.Ordinal)))
                return text[..at].Trim();
        }

        // The signature: a line that is nothing but a name, before a line that is nothing but a date, or the first lines.
        for (var i = 0; i < lines.Count; i++)
        {
            var form = lines[i].Form.Replace(" ", "", StringComparison.Ordinal);
            if (form.Length is < 4 or > 40 || !Array.Exists(Issuers, e => form.EndsWith(e, StringComparison.Ordinal)) || form.AsSpan().ContainsAny("。:;,、") || Numbering.Read(form) is not null)
                continue;
            if (i + 1 < lines.Count && DateOf(lines[i + 1].Form) is not null && lines[i + 1].Form.Length < 20)
                return lines[i].Text.Trim();
            if (i < 3 && lines[i].Text != title)
                return lines[i].Text.Trim();
        }

        return null;
    }

    [GeneratedRegex("(完成|落实|进展|执行|推进|实施|办理)情况|工作(总结|回顾)|(全面|全部|圆满|顺利|如期|超额)完成!?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Report();

    [GeneratedRegex("安排|打算|计划|部署|展望|思路|下一步|下步|方案|要点|清单|台账|分解|分工|整改|确保|推动|目标责任", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex LooksAhead();

    [GeneratedRegex("下一?步|下一?阶段|下半年|[二三四]季度|今后|接下来|明年|打算|工作要求|整改要求|工作安排|工作部署|重点任务", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex AheadSection();

    [GeneratedRegex(@"关于(印发|下发|发布|公布|转发)《?(?<title>[^《》]{4,80}?)》?(的)?通知", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Announcement();

    [GeneratedRegex(@"[\(〔]20\d\d[\)〕]\s*\d+\s*号", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\(?[\u4e00-\u9fff]{0,12}[\(〔\[](?<year>20\d\d)[\)〕\]]\s*第?\d{1,4}号\)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex OwnNumber();

    [GeneratedRegex(@"当前位置|所在位置|首页|>>|来源:|浏览|字号|^附件", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Place();

    [GeneratedRegex(@"(方案|计划|规划|清单|要点|措施|办法|意见)\s*[\(][^()]{2,24}[\)]$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<from>" + HanDates.Year + @")年?\s*[-~至到]+\s*(?<till>" + HanDates.Year + @")年?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Years();

    [GeneratedRegex(@"“?十(?<five>[二三四五六])五”?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex FivePlan();

    [GeneratedRegex(@"(?<year>" + HanDates.Year + @")\s*年(?!\s*" + HanDates.Month + @"\s*月)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex OneYear();

    [GeneratedRegex("总结|情况|回顾|成效|执行|述职|小结", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex LookedBack();

    [GeneratedRegex(@"^20\d\d年度?(?!上半年|[一二三]季度|第|前)[^上]{0,12}(总结|情况|回顾)[及和暨与、]?(下一?步|来年|明年|下一?年度?|新一年)[^。]{0,10}(打算|计划|安排|思路|重点|工作|谋划)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex NextSteps();

    [GeneratedRegex(@"(?<year>20\d\d)年[^。;]{0,24}?(目标|总体要求|总体思路|之年|力争|重点任务|主要任务|计划新|(?<![主重需必首摘])要)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Coming();

    [GeneratedRegex(@"到(?<year>" + HanDates.Year + @")年", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Till();

    private const string Day = "(?<year>" + HanDates.Year + @")\s*[年./-]\s*(?<month>" + HanDates.Month + @")\s*[月./-]\s*(?<day>" + HanDates.Day + ")";

    [GeneratedRegex(Day, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Date();

    // 2026年2月9日 浏览:35次, 某报 2026年2月9日, (县政发〔2026〕3号,2026年2月9日印发), 发布时间:2026-02-09 来源:…, 某县人民政府办公室 2026年2月9日
    [GeneratedRegex(
        @"(发布|成文|发文|印发|公开|发布日期|生成)(时间|日期)?\s*:\s*" + Day + @"(?![\d前])"
        + @"|^\([^。;]{0,60}" + Day + @"\s*日(印发|发布|公布|下发)\)$"
        + @"|^[\s(]*([\u4e00-\u9fff]{2,30}(政府|办公室|办公厅|委员会|领导小组|局|厅|委|部|院|中心|指挥部|公司|集团)|(来源:)?(?!截至|截止|完成|时限|期限)[\u4e00-\u9fff]{2,30}\s+)?\s*" + Day
        + @"\s*日?\s*(\d{1,2}:\d\d(:\d\d)?)?\s*(印发|发布|印)?[\s)。]*(\s(来源|作者|字号|浏览|点击|阅读|访问).*)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Issue();
}
