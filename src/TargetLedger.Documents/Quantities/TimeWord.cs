using System.Globalization;
using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Quantities;

/// <summary>A stretch of days, both ends included.</summary>
internal readonly record struct Days(DateOnly Start, DateOnly End)
{
    /// <summary>Of a plan: the day it was issued, from which on a month without a year is meant.</summary>
    public DateOnly? Issued { get; init; }

    public static Days OfYear(int year) => new(new(year, 1, 1), new(year, 12, 31));

    public static Days OfYears(int first, int last) => new(new(first, 1, 1), new(last, 12, 31));

    public static Days OfMonth(int year, int month) => new(new(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));

    /// <summary>ISO 8601: 2014-01-01/2014-12-31.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:yyyy-MM-dd}/{End:yyyy-MM-dd}");
}

/// <summary>What a time word says of what follows it.</summary>
internal enum Tense
{
    None,

    /// <summary>去年, 截至目前, 2024年 in a plan for 2025.</summary>
    Past,

    /// <summary>今年, 到2025年底, 下半年.</summary>
    Ahead,
}

/// <summary>A time in a text: what it spans, whether it lies behind or ahead, whether something is due then.</summary>
/// <param name="IsDue">It ends in 前, 底, 末 or 内, or begins with 到: a deadline where a deadline is looked for.</param>
/// <param name="IsWholePeriod">全年: the plan's own period, and no deadline of its own.</param>
internal sealed record TimeWord(int Start, int End, Days? Days, Tense Tense, bool IsDue, bool IsWholePeriod = false)
{
    /// <summary>It comes again: 6月底前 in 每年6月底前.</summary>
    public bool IsRecurring { get; init; }

    public bool Covers(int place) => Start <= place && place < End;
}

/// <summary>Finds times in a text, read against the period of the plan the text is from.</summary>
internal static partial class TimeWords
{
    /// <param name="form">The text in one form of signs.</param>
    /// <param name="plan">The plan's period; null where it is not known, and words like 年底 then span nothing.</param>
    public static List<TimeWord> Find(string form, Days? plan)
    {
        var found = new List<TimeWord>();
        foreach (Match match in Times().Matches(form))
        {
            if (Read(match, form, plan) is not { } word)
                continue;
            // 4月25日前后 is about then.
            if (word.IsDue && word.End < form.Length && form[word.End - 1] == '前' && form[word.End] == '后')
                word = word with { IsDue = false, End = word.End + 1 };
            // 每年6月底前, 每年6月、12月: a day of every year is none of the plan's.
            if (word.Days is not null && (ComesAgain(form, word) || (found is [.., { IsRecurring: true } before] && form[before.End..word.Start] is "、" or "和" or "及" or "与")))
                word = word with { Days = null, IsRecurring = true };
            found.Add(word);
        }

        return found;
    }

    private static bool ComesAgain(string form, TimeWord word)
        => Recurring().IsMatch(form[Math.Max(0, word.Start - 8)..word.Start]) || (word.Start > 0 && form[word.Start - 1] == '每' && form[word.Start] == '年');

    private static TimeWord? Read(Match match, string form, Days? plan)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        if (start > 0 && (char.IsAsciiDigit(form[start - 1]) || form[start - 1] == '.') && char.IsAsciiDigit(form[start]))
            return null;

        var thisYear = plan?.Start.Year;
        var text = match.Value;
        var isDue = match.Groups["due"].Length > 0 || text[0] is '到' or '至';
        if (match.Groups["past"].Success)
            return new(start, end, null, IsComparison(form, start) ? Tense.None : Tense.Past, IsDue: false);
        if (match.Groups["whole"].Success)
            return new(start, end, text == "年内" && plan is { Issued: { } issued } ? Days.OfYear(issued.Year) : plan, text is "今年" or "本年" or "本年度" ? Tense.Ahead : Tense.None, text.EndsWith('内'), IsWholePeriod: true);
        if (match.Groups["next"].Success)
            return new(start, end, thisYear is { } year ? Days.OfYear(year + 1) : null, Tense.Ahead, isDue);
        if (match.Groups["five"].Success)
        {
            var first = 2011 + 5 * ("二三四五六".IndexOf(match.Groups["five"].Value, StringComparison.Ordinal));
            var years = Dated(Days.OfYears(first, first + 4), isDue || text.EndsWith('末'));
            // 实现“十四五”良好开局: the plan by its name, and no time that is still to come.
            return years is { Tense: Tense.Ahead, IsDue: false } && Begun().IsMatch(form.AsSpan(end)) ? years with { Tense = Tense.None } : years;
        }

        if (match.Groups["from"].Success)
            return Dated(Days.OfYears(Number(match, "from"), Number(match, "till")), isDue);

        int? ofYear = match.Groups["year"].Success ? Number(match, "year") : match.Groups["nextyear"].Success ? thisYear + 1 : null;
        if (ofYear is < 1990 or > 2100)
            return null;
        if ((ofYear ?? ComingYear() ?? EndYear()) is not { } inYear)
            return new(start, end, null, Tense.None, isDue);

        if (match.Groups["month"].Success)
        {
            var month = Number(match, "month");
            if (month is < 1 or > 12)
                return null;
            var days = Days.OfMonth(inYear, month);
            if (match.Groups["day"].Success)
            {
                var day = Number(match, "day");
                if (day < 1 || day > days.End.Day)
                    return null;
                days = new(days.Start.AddDays(day - 1), days.Start.AddDays(day - 1));
            }
            else if (match.Groups["third"].Success)
            {
                days = match.Groups["third"].Value switch
                {
                    "上旬" => new(days.Start, days.Start.AddDays(9)),
                    "中旬" => new(days.Start.AddDays(10), days.Start.AddDays(19)),
                    "上中旬" => new(days.Start, days.Start.AddDays(19)),
                    "中下旬" => new(days.Start.AddDays(10), days.End),
                    _ => new(days.Start.AddDays(20), days.End),
                };
            }

            // 3-11月, 2026年8-10月: from the first of its months on.
            if (match.Groups["since"].Success && Number(match, "since") is >= 1 and var since && since < month)
                days = days with { Start = new(inYear, since, 1) };
            return Dated(days, isDue || match.Groups["day"].Success);
        }

        if (match.Groups["feast"].Success)
        {
            var eve = Eve(match.Groups["feast"].Value, inYear, match.Groups["year"].Success);
            return Dated(new(eve, eve), isDue);
        }

        if (match.Groups["quarter"].Success)
        {
            var quarter = "一二三四1234".IndexOf(match.Groups["quarter"].Value, StringComparison.Ordinal) % 4;
            return Dated(new(new(inYear, quarter * 3 + 1, 1), Days.OfMonth(inYear, quarter * 3 + 3).End), isDue);
        }

        if (match.Groups["half"].Success)
        {
            return Dated(match.Groups["half"].Value == "上"
                ? new(new(inYear, 1, 1), new(inYear, 6, 30))
                : new(new(inYear, 7, 1), new(inYear, 12, 31)), isDue);
        }

        return match.Groups["year"].Success || isDue ? Dated(Days.OfYear(inYear), isDue) : null;

        // 11月底前 in a plan of several years: the first November that is still to come.
        int? ComingYear()
        {
            if (plan is not { } several || several.Start.Year == several.End.Year)
                return null;
            var last = match.Groups["month"].Success ? Number(match, "month")
                : match.Groups["quarter"].Success ? ("一二三四1234".IndexOf(match.Groups["quarter"].Value, StringComparison.Ordinal) % 4 + 1) * 3
                : match.Groups["half"].Success ? match.Groups["half"].Value == "上" ? 6 : 12
                : match.Groups["feast"].Success ? Eve(match.Groups["feast"].Value, several.Start.Year, isStated: false).Month
                : 0;
            var first = several.Issued ?? several.Start;
            return last is < 1 or > 12 ? null : Math.Min(last >= first.Month ? first.Year : first.Year + 1, several.End.Year);
        }

        int? EndYear() => plan is { } known && known.Start.Year == known.End.Year ? known.Start.Year : plan?.End.Year;

        TimeWord Dated(Days days, bool due)
        {
            var behind = plan is { } period ? days.End < period.Start : false;
            // 恢复到2019年的90%: 到 belongs to the verb.
            var tense = behind ? IsComparison(form, start) || Level().IsMatch(form.AsSpan(end)) || (text[0] is '到' or '至' && end < form.Length && form[end] == '的') ? Tense.None : Tense.Past : Tense.Ahead;
            // 到2027年: from the plan's beginning on.
            if (due && plan is { } whole && match.Groups["year"].Success && !match.Groups["month"].Success && whole.Start < days.Start && days.End <= whole.End)
                days = new(whole.Start, days.End);
            return new(start, end, days, tense, due);
        }
    }

    /// <summary>比上年提高, 在2024年…基础上: what the figure is compared with, not when it happened.</summary>
    private static bool IsComparison(string form, int start)
        => (start > 0 && form[start - 1] is '比' or '较' or '与' or '同' or '由' or '从' or '于') || (start > 1 && form.AsSpan(start - 2, 2) is "达到" or "超过");

    // The last day before it; 元旦前 without a year means the end of the plan's.
    private static DateOnly Eve(string feast, int year, bool isStated) => feast[0] == '元'
        ? new(isStated ? year - 1 : year, 12, 31)
        : feast.IndexOfAny(['国', '庆']) >= 0 && !feast.Contains("劳动", StringComparison.Ordinal) ? new(year, 9, 30)
        : feast.Contains('七', StringComparison.Ordinal) || feast.Contains("建党", StringComparison.Ordinal) ? new(year, 6, 30)
        : feast.Contains('八', StringComparison.Ordinal) || feast.Contains("建军", StringComparison.Ordinal) ? new(year, 7, 31)
        : new(year, 4, 30);

    private static int Number(Match match, string group) => HanDates.Number(match.Groups[group].ValueSpan);

    private const string PastWords =
        "(?<past>去年|上年度?|上(?:一个|一|个)(?:[^,。;0-9]{0,3}季度?|学年|年度|周期|届|轮)|前年|往年|近年来?|近[一二两三四五几]年来?|前[两二三四五]年(?=累计|共|已|来)|过去(的)?[一二两三四五]年|[一二两三四五]年来|以来|今年以来|年初以来|截至[^,。;]{0,14}?(?=[,。;已共累全])|截止[^,。;]{0,14}?(?=[,。;已共累全])|(?<![0-9])1[-~至](1[0-2]|[2-9])月份?(?=[^,。;0-9计拟]{0,6}(累计|已)|共|,全|,累计|,共)|目前|现已|历年(?=来|累|共|已|均|平均)|上半年已|前期(?=已|累计|共|完成|建成|开展|启动|开工|实施|改造|投入|安排|排查|摸排|调研|试点|签约|建设|争取|获|整治|发现|确定|下达|拨付|验收|收集|征集|登记|培训|评估|新建|巡察|检查|反馈)|此前)";

    [GeneratedRegex(
        PastWords
        + @"|(?<next>(明年|下年度)(?!的?(第?[一二三四1-4]季度|[上下]半年|" + HanDates.Month + "月|“?[国五元七八])))(?<due>底前|年底|底|前)?"
        + @"|到?“?十(?<five>[二三四五六])五”?(时期|期间)?(?<due>末|期末)?"
        + @"|(?<from>" + HanDates.Year + @")年?[-~至到](?<till>" + HanDates.Year + @")年(度)?"
        + @"|(到|至)?((?<year>" + HanDates.Year + @")年度?|今年|本年|当年|(?<nextyear>明年|次年))?第?(?<quarter>[一二三四1-4])季度(?<due>底前|末前|前|底|末|内)?"
        + @"|(?<![A-Za-z0-9])((?<year>20\d\d)年?)?Q(?<quarter>[1-4])(?![A-Za-z0-9])(?<due>末|底|前|内)?"
        + @"|(到|至)?((?<year>" + HanDates.Year + @")年度?|今年|本年|(?<nextyear>明年|次年))?(?<half>[上下])半年(?<due>底前|末前|前|底|末|内)?"
        + @"|(到|至)?(?<year>20\d\d)[-./](?<month>1[0-2]|0?[1-9])[-./](?<day>[12]\d|3[01]|0?[1-9])(?!\d)(?<due>前|之前)?"
        + @"|(到|至)?(?<year>20\d\d)[-./](?<month>1[0-2]|0?[1-9])(?![\d.%])(?<due>前|之前)?"
        + @"|((?<year>" + HanDates.Year + @")年|今年|本年|(?<nextyear>明年|次年))?(?<![0-9.])(?<since>" + HanDates.Month + @")月?份?[-~至到](?<month>" + HanDates.Month + @")月份?(?![0-9一二三四五六七八九十上中下])(?<due>底前|末前|之前|以前|前|底|末)?"
        + @"|(到|至)?((?<year>" + HanDates.Year + @")年|今年|本年|当年|(?<nextyear>明年|次年))?(?<month>" + HanDates.Month + @")月份?((?<day>" + HanDates.Day + @")[日号]|(?<third>(上中|中下|[上中下])旬))?(?<due>底之前|底以前|底前|末前|之前|以前|前|底|末)?"
        + @"|(到|至)?((?<year>" + HanDates.Year + @")年|今年|本年|当年|(?<nextyear>明年|次年))?(的)?(?<feast>“?国庆”?节?|(?<![一二三四五六七八九十百千第])“?[五七八]一”?(国际劳动节|劳动节|节)?|劳动节|建党节|建军节|元旦节?)(?<due>之前|以前|前)"
        + @"|(到|至)?(?<year>" + HanDates.Year + @")年度?(?<due>年底前|底之前|底以前|底前|末前|之前|以前|年底|前|底|末|内)?"
        + @"|(到|至)?(今年|本年|全年|(?<nextyear>明年))?(?<due>年底之前|年底以前|年底前|年末前|年底|年末)"
        + @"|(到|至)?今年(?<due>底前|底|前)"
        + @"|(?<whole>(?<![一二三四五六七八九十几两])年内|全年|今年|本年度?|当年)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Times();

    // 控制在2020年水平, 不低于2023年同期水平: how far, not when.
    [GeneratedRegex("^(的|同期|平均|实际|年末|末|底)*水平", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Level();

    [GeneratedRegex("^[”\"]?的?(良好|顺利|圆满|胜利|完美)?(开局|起步|收官|开门红)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Begun();

    [GeneratedRegex("[每按逐](学?年度?|半年|季度?|[两双]?个?月|半月|周|旬)(的|于|在)? ?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.RightToLeft, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Recurring();
}
