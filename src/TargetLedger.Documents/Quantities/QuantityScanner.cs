namespace TargetLedger.Documents.Quantities;

/// <summary>
/// Finds every number with its unit in a text: what is a name in quotation marks, a date, an ordinal, a document number or
/// part of a Latin word (5G, PM2.5, 4A级) is not one.
/// </summary>
internal static class QuantityScanner
{
    /// <param name="form">The text in one form of signs.</param>
    /// <param name="hidden">Places nobody counts in: quotations, titles, dates.</param>
    public static List<Quantity> Scan(string form, ReadOnlySpan<bool> hidden)
    {
        var found = new List<Quantity>();
        for (var at = 0; at < form.Length; at++)
        {
            if (hidden[at] || !MayBegin(form, at))
                continue;
            if (Read(form, at, hidden) is not { } quantity)
            {
                at = SkipDigits(form, at);
                continue;
            }

            found.Add(quantity);
            at = quantity.End - 1;
        }

        return found;
    }

    private static bool MayBegin(string form, int at)
    {
        if (form[at] == '翻' && at + 1 < form.Length)
            return true;
        if (form[at] == '半')
            return IsHalf(form, at);
        if (!Numeral.IsStart(form[at]))
            return false;
        if (at == 0)
            return true;
        if (IsOrdinal(form, at))
            return false;
        var before = form[at - 1];
        // 第3个, PM2.5, G60, 3.1.2; a Han numeral goes on from the one before it.
        if (before is '第' or '.' or '#' or '№' || char.IsAsciiDigit(before) || (char.IsAsciiLetter(before) && !CountsDevices(form, at)))
            return false;
        // 10/10万: a rate per so many, no second figure.
        if (before == '/' && at > 1 && char.IsAsciiDigit(form[at - 2]))
            return false;
        // 全省前10名 is a rank; 目前, 底前 are times.
        if (before == '前' && (at < 2 || !"目底之以日月年末".Contains(form[at - 2])))
            return false;
        // 每百户, 每千名老人, 每十万人: so many of these are one measure.
        if (!char.IsAsciiDigit(form[at]) && (before == '每' || (at > 1 && form[at - 2] == '每' && Numeral.IsStart(before))) && form[at] is '百' or '千' or '万' or '十')
            return false;
        // 下一步, 下一轮
        if (form[at] == '一' && before == '下')
            return false;
        // 统一, 唯一, 万一, 之一, 同一, 逐一, 专一, 单一, 进一步, 另一
        return !(form[at] is '一' && before is '统' or '唯' or '之' or '同' or '逐' or '单' or '进' or '另' or '某' or '任' or '合' or '归' or '划' or '其' or '专')
            && !(form[at] is '十' or '百' or '千' or '万' && before is '若' or '老');
    }

    // 第二十一条: no part of its numeral counts anything.
    private static bool IsOrdinal(string form, int at)
    {
        while (at > 0 && !char.IsAsciiDigit(form[at]) && Numeral.IsStart(form[at]))
            at--;
        return form[at] == '第';
    }

    // CT2台, AED120台: a Latin word that is counted; PM2.5, G60 and S214线 are names.
    private static bool CountsDevices(string form, int at)
    {
        if (at < 2 || !char.IsAsciiDigit(form[at]) || !char.IsAsciiLetterUpper(form[at - 1]) || !char.IsAsciiLetterUpper(form[at - 2]) || (form[at - 2] == 'P' && form[at - 1] == 'M'))
            return false;
        var end = at;
        while (end < form.Length && end - at < 6 && char.IsAsciiDigit(form[end]))
            end++;
        return end < form.Length && form[end] is '台' or '套' or '个' or '处' or '家' or '架' or '辆' or '部' or '条' or '名';
    }

    private static int SkipDigits(string form, int at)
    {
        while (at + 1 < form.Length && char.IsAsciiDigit(form[at]) && (char.IsAsciiDigit(form[at + 1]) || (form[at + 1] == '.' && at + 2 < form.Length && char.IsAsciiDigit(form[at + 2]))))
            at += form[at + 1] == '.' ? 2 : 1;
        return at;
    }

    private static Quantity? Read(string form, int at, ReadOnlySpan<bool> hidden)
    {
        if (form[at] == '翻')
            return ReadDoubling(form, at);
        if (form[at] == '半')
            return new(at, at + (at + 1 < form.Length && form[at + 1] == '数' ? 2 : 1), 50, null, new("%", UnitClass.Share), IsVague: false, IsHan: false, IsNominal: false);
        if (form[at] == '一' && at + 1 < form.Length && form[at + 1] == '半')
            return IsHalfWhole(form, at) ? new(at, at + 2, 50, null, new("%", UnitClass.Share), IsVague: false, IsHan: false, IsNominal: false) : null;
        if (ReadFraction(form, at) is { } fraction)
            return fraction;
        if (Numeral.Read(form, at) is not { } first)
            return null;
        // 每10万人口配备1台
        if (at > 0 && form[at - 1] == '每' && first.Value >= 100)
            return null;

        var unit = UnitAt(form, first.End);
        if (ReadUpper(form, first, unit, hidden) is { } range)
            return range;
        if (unit is null && ReadPerMany(form, first) is { } rate)
            return rate;
        if (unit is null && ReadBandwidth(form, first) is { } bandwidth)
            return bandwidth;
        if (unit is null && IsName(form, first.End))
            return null;
        if (unit is { Unit.Kind: UnitClass.Count } ordinal && IsOrdinal(form, first, ordinal))
            return null;
        // 钢三路、经十路等5条道路: the number is the road's name.
        if (unit is { Unit.Text: "路" or "街" or "巷" } && first.IsHan && first.End == at + 1 && at > 0 && Signs.IsHan(form[at - 1]))
            return null;
        // 四、五类桥梁, 一、二期工程: the second of two ordinals.
        if (unit is { Unit.Text: "类" or "期" or "批" or "级" or "层" or "轮" } && first.IsHan && first.End == at + 1 && at >= 2 && form[at - 1] == '、' && "一二三四五六七八".Contains(form[at - 2]))
            return null;
        // 门诊楼4层西区, 供需两端: which storey; both ends.
        if ((unit is { Unit.Text: "层" } && at > 0 && form[at - 1] is '楼' or '厦') || (unit is { Unit.Text: "端" } && form[at] == '两'))
            return null;
        // 千吨级泊位, 百亿元级产业: how large, never how many.
        if (unit is { } sized && first.End + sized.Length < form.Length && form[first.End + sized.Length] == '级')
            return null;
        if (unit is null && first.Scale >= 10_000 && CountsPeople(form, first.End))
            return new(at, first.End, first.Value, null, new("人", UnitClass.Count), first.IsVague, first.IsHan, first.IsNominal);
        if (unit is null && first.IsHan)
            return ReadTenths(form, first);
        return new(at, first.End + (unit?.Length ?? 0), first.Value, null, unit?.Unit, first.IsVague || unit?.IsVague == true, first.IsHan, first.IsNominal);
    }

    // 5-8个, 3至5个, 25%-30%, 10万至12万人: one unit, the upper end larger.
    private static Quantity? ReadUpper(string form, Numeral lower, UnitAfter? lowerUnit, ReadOnlySpan<bool> hidden)
    {
        var at = lower.End + (lowerUnit?.Length ?? 0);
        if (at >= form.Length || form[at] is not ('-' or '~' or '至' or '到'))
            return null;
        var separator = form[at];
        while (at + 1 < form.Length && form[at] is '-' or '~' or '至' or '到')
            at++;
        if (at >= form.Length || hidden[at] || !Numeral.IsStart(form[at]) || Numeral.Read(form, at) is not { } upper || UnitAt(form, upper.End) is not { } unit)
            return null;
        if (lowerUnit is { } named && named.Unit.Text != unit.Unit.Text && separator is not ('-' or '~'))
            return null;
        // 由60%到80%: a change, not a range.
        if (separator == '到' && HasFrom(form, lower.Start))
            return null;

        var value = lower.Scale == 1 && lowerUnit is null && upper.Scale > 1 && lower.Value * upper.Scale < upper.Value ? lower.Value * upper.Scale : lower.Value;
        return upper.Value > value
            ? new(lower.Start, upper.End + unit.Length, value, upper.Value, unit.Unit, lower.IsVague || upper.IsVague || unit.IsVague, lower.IsHan && upper.IsHan, IsNominal: false)
            : null;
    }

    private static bool HasFrom(string form, int start)
    {
        for (var i = start - 1; i >= 0 && start - i < 16 && !Signs.IsClauseEnd(form[i]); i--)
        {
            if (form[i] is '由' or '从')
                return true;
        }

        return false;
    }

    // 翻一番 is twice, 翻两番 four times.
    private static Quantity? ReadDoubling(string form, int at)
    {
        if (form[at + 1] == '番')
            return Doubled(at + 2, 1);
        if (Numeral.IsStart(form[at + 1]) && Numeral.Read(form, at + 1) is { } times && times.End < form.Length && form[times.End] == '番' && times.Value is >= 1 and <= 10)
            return Doubled(times.End + 1, (int)times.Value);
        return null;

        Quantity Doubled(int end, int times) => new(at, end, 1L << times, null, new("倍", UnitClass.Times), IsVague: false, IsHan: false, IsNominal: false);
    }

    // 百分之五, 千分之三, 三分之二
    private static Quantity? ReadFraction(string form, int at)
    {
        var sign = form.IndexOf("分之", at, Math.Min(8, form.Length - at), StringComparison.Ordinal);
        if (sign <= at || sign + 2 >= form.Length || !Numeral.IsStart(form[sign + 2]) || Numeral.Read(form, at) is not { } of || of.End != sign || of.Value < 2)
            return null;
        if (Numeral.Read(form, sign + 2) is not { } part || part.IsVague)
            return null;
        var (value, unit) = of.Value == 1_000 ? (part.Value, "‰") : (Math.Round(part.Value * 100 / of.Value, 4), "%");
        return new(at, part.End, value, null, new(unit, UnitClass.Share), of.IsVague, IsHan: false, IsNominal: false);
    }

    // 九成以上, 八成五, 一成半, 七成的村
    private static Quantity? ReadTenths(string form, Numeral tenths)
    {
        if (tenths.Value is not (> 0 and < 10) || tenths.IsVague || tenths.End >= form.Length || form[tenths.End] != '成')
            return null;
        var (share, end) = (tenths.Value * 10, tenths.End + 1);
        if (end < form.Length && "一二三四五六七八九".IndexOf(form[end], StringComparison.Ordinal) is >= 0 and var hundredths)
            (share, end) = (share + hundredths + 1, end + 1);
        else if (end < form.Length && form[end] == '半')
            (share, end) = (share + 5, end + 1);
        return end == form.Length || form[end] is '以' or '左' or ',' or '。' or ';' or '、' or '的' or '和' or '及' or '与' or '(' or ')' or ' ' or '\n' or '提' or '到' or '至'
            ? new(tenths.Start, end, share, null, new("%", UnitClass.Share), IsVague: false, IsHan: false, IsNominal: false)
            : null;
    }

    // 8/10万, 45.5/万: so many in every so many.
    private static Quantity? ReadPerMany(string form, Numeral number)
    {
        if (number.End + 1 >= form.Length || form[number.End] != '/' || number.IsHan)
            return null;
        var end = number.End + 1;
        while (end < form.Length && char.IsAsciiDigit(form[end]))
            end++;
        if (end >= form.Length || form[end] is not ('万' or '千' or '百') || end - number.End > 4)
            return null;
        end++;
        return new(number.Start, end, number.Value, null, new(form[number.End..end], UnitClass.Share), number.IsVague, IsHan: false, IsNominal: false);
    }

    // 带宽提升到100G, 出口不低于500兆: where nothing but its bound follows; 5G网络, 10G光网 are names.
    private static Quantity? ReadBandwidth(string form, Numeral number)
    {
        if (number.IsHan || number.Value < 10 || number.End >= form.Length || form[number.End] is not ('G' or 'M' or 'T' or '兆'))
            return null;
        var end = number.End + 1;
        var rest = form.AsSpan(end);
        return rest.IsEmpty || rest[0] is ',' or '。' or ';' or '、' or ')' or ' ' or '\n' || rest.StartsWith("以上") || rest.StartsWith("及以上") || rest.StartsWith("左右") || rest.StartsWith("以内")
            ? new(number.Start, end, number.Value, null, new(form[number.End..end], UnitClass.Size), number.IsVague, IsHan: false, IsNominal: false)
            : null;
    }

    // 占比过半, 半数以上: a half of what was named. 时间过半, 半年 and 大半 are none.
    private static bool IsHalf(string form, int at)
    {
        var before = at > 0 ? form[at - 1] : ' ';
        var after = at + 1 < form.Length ? form[at + 1] : ' ';
        if (after == '数')
            return before is not ('大' or '小' or '多') && !(at + 2 < form.Length && form[at + 2] == '字');
        if (before != '过' || Signs.IsHan(after))
            return false;
        for (var i = at - 2; i >= 0 && at - i <= 12 && !Signs.IsClauseEnd(form[i]) && form[i] != '、'; i--)
        {
            if (form[i] is '占' or '率' || (form[i] == '比' && i + 1 < form.Length && form[i + 1] is '重' or '例' or '过'))
                return true;
        }

        return false;
    }

    // 减少一半, 一半以上的村; 一半是…, 另一半 tell of something.
    private static bool IsHalfWhole(string form, int at)
        => !(at > 0 && form[at - 1] is '另' or '前' or '后' or '这') && (at + 2 >= form.Length || form[at + 2] is '以' or '左' or ',' or '。' or ';' or '、' or '的' or '(' or ')' or ' ' or '\n');

    // 5G, 4A级, 12号, 104国道, 3级, 21世纪, 12345热线: the figure is part of a name.
    private static bool IsName(string form, int end)
        => end < form.Length && (char.IsAsciiLetter(form[end]) || form[end] is '号' or '级' or '星' or '路' or '线' or '国' or '省' or '世' or '热' or '版' or '式' or '后' or '/' or '#' or '.');

    // 二次供水, 二期, 三期工程: which one, not how many; two of something are 两.
    private static bool IsOrdinal(string form, Numeral number, UnitAfter unit)
        => number is { IsHan: true, End: var end, Start: var start } && end == start + 1
            && (form[start] == '二' || (unit.Unit.Text == "期" && end + unit.Length < form.Length && (char.IsAsciiDigit(form[end + unit.Length]) || HasWord(form, end + unit.Length, ["工程", "项目", "建设", "扩建", "厂房", "地块"]))));

    private static bool HasWord(string form, int at, string[] words) => Array.Exists(words, w => string.CompareOrdinal(form, at, w, 0, w.Length) == 0);

    // 23万农村人口, 5万群众: people without a classifier.
    private static bool CountsPeople(string form, int end)
    {
        foreach (var people in new[] { "人口", "群众", "居民", "农民", "学生", "职工", "老年人", "老人", "劳动力", "移民" })
        {
            var at = form.IndexOf(people, end, Math.Min(people.Length + 4, form.Length - end), StringComparison.Ordinal);
            if (at >= end)
                return true;
        }

        return false;
    }

    private static UnitAfter? UnitAt(string form, int end)
    {
        var at = end;
        while (at < form.Length && form[at] == ' ')
            at++;
        if (at >= form.Length)
            return null;
        if (UnitWord.At(form, at) is not { } unit)
            return null;
        var length = at - end + unit.Text.Length;
        // 300名余 does not occur, 3年多 and 50个多 do.
        var vague = end + length < form.Length && form[end + length] == '多' && unit.Kind is UnitClass.Duration or UnitClass.Times;
        return new(unit, length + (vague ? 1 : 0), vague);
    }

    private readonly record struct UnitAfter(UnitWord Unit, int Length, bool IsVague);
}
