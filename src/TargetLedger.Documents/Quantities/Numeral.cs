using System.Globalization;

namespace TargetLedger.Documents.Quantities;

/// <summary>A number as written: digits, 汉字数字, or both (1.54万, 2亿5000万, 三十, 百).</summary>
/// <param name="Scale">The 万, 亿 … it ends with, else 1: 10-12万 shares the scale of its upper end.</param>
/// <param name="IsVague">余, 多, 几, 数: more than this, nobody says how much.</param>
/// <param name="IsHan">Written without a digit.</param>
/// <param name="IsNominal">百, 千 or 万 alone: a round name (百名) rather than a figure.</param>
internal readonly record struct Numeral(int Start, int End, decimal Value, decimal Scale, bool IsVague, bool IsHan, bool IsNominal)
{
    private const string HanDigits = "零一二三四五六七八九";

    public static bool IsStart(char sign) => char.IsAsciiDigit(sign) || HanDigits.Contains(sign) || sign is '两' or '十' or '百' or '千' or '万' or '亿' or '几' or '数';

    /// <param name="form">The text in one form of signs.</param>
    public static Numeral? Read(string form, int at)
    {
        if (char.IsAsciiDigit(form[at]))
            return ReadDigits(form, at);
        if (form[at] is '几' or '数')
        {
            return at + 1 < form.Length && ScaleOf(form[at + 1]) > 1 && ReadHan(form, at + 1) is { } vague
                ? vague with { Start = at, IsVague = true }
                : null;
        }

        return ReadHan(form, at);
    }

    private static Numeral? ReadDigits(string form, int at)
    {
        var (value, end) = Digits(form, at);
        if (value is not { } first)
            return null;

        var total = 0m;
        var scale = 1m;
        var vague = false;
        for (var part = first; ;)
        {
            vague |= SkipVague(form, ref end);
            var partScale = Scales(form, ref end);
            vague |= SkipVague(form, ref end);
            if (!TryScaled(part, partScale, out var scaled) || !TryAdd(total, scaled, out total))
                return null;
            scale = partScale;
            // 2亿5000万: a smaller part may follow a scale.
            if (partScale < 10_000 || end >= form.Length || !char.IsAsciiDigit(form[end]) || Digits(form, end) is not ({ } next, var nextEnd) || next >= partScale)
                break;
            (part, end) = (next, nextEnd);
        }

        return new(at, end, total, scale, vague, IsHan: false, IsNominal: false);
    }

    private static (decimal? Value, int End) Digits(string form, int at)
    {
        var end = at;
        while (end < form.Length && (char.IsAsciiDigit(form[end]) || IsGroupComma(form, end)))
            end++;
        if (end + 1 < form.Length && form[end] == '.' && char.IsAsciiDigit(form[end + 1]))
        {
            end++;
            while (end < form.Length && char.IsAsciiDigit(form[end]))
                end++;
        }

        // Longer figures are identifiers: no commitment counts in 10^16.
        return end - at <= 20 && decimal.TryParse(form.AsSpan(at, end - at), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) && value < 1e16m
            ? (value, end)
            : (null, end);
    }

    // 12,500: a comma between digits that is followed by exactly three.
    private static bool IsGroupComma(string form, int at)
        => form[at] == ',' && at > 0 && char.IsAsciiDigit(form[at - 1]) && at + 3 < form.Length
            && char.IsAsciiDigit(form[at + 1]) && char.IsAsciiDigit(form[at + 2]) && char.IsAsciiDigit(form[at + 3])
            && (at + 4 >= form.Length || !char.IsAsciiDigit(form[at + 4]));

    private static Numeral? ReadHan(string form, int at)
    {
        var end = at;
        decimal total = 0, section = 0, scale = 1;
        int? digit = null;
        var (digits, scales, vague) = (0, 0, false);
        var positional = 0m;
        for (; end < form.Length; end++)
        {
            var value = form[end] == '两' ? 2 : HanDigits.IndexOf(form[end], StringComparison.Ordinal);
            if (value >= 0)
            {
                // 三五个, 七八十: between the two.
                vague |= digit is > 0 && value > 0 && scales > 0;
                (digit, positional) = (value, positional < 1e12m ? positional * 10 + value : positional);
                digits++;
                continue;
            }

            var next = ScaleOf(form[end]);
            if (next == 1 || (next < 10_000 && UnitWord.At(form, end) is { } unit && unit.Text[0] == form[end]))
                break;
            scales++;
            if (next >= 10_000)
            {
                section += digit ?? (section == 0 && total == 0 ? 1 : 0);
                // 一亿八千万 adds up, 一万亿 multiplies.
                var isLess = total > 0 && next < scale;
                if (!TryScaled(isLess ? section : total + section, next, out var scaled) || !TryAdd(isLess ? total : 0, scaled, out total))
                    return null;
                (section, scale) = (0, next);
            }
            else
            {
                section += (digit ?? 1) * next;
            }

            digit = null;
        }

        if (end == at || (scales == 0 && digits == 0))
            return null;
        var number = scales == 0 && digits > 1 ? positional : total + section + (digit ?? 0);
        vague |= scales == 0 && digits == 2 && form[at] != '零';
        if (end + 1 < form.Length && form[end] == '点' && HanDigits.IndexOf(form[end + 1], StringComparison.Ordinal) >= 0)
        {
            end++;
            for (var place = 0.1m; end < form.Length && HanDigits.IndexOf(form[end], StringComparison.Ordinal) is >= 0 and var fraction; end++, place /= 10)
                number += fraction * place;
        }

        vague |= SkipVague(form, ref end);
        var after = Scales(form, ref end);
        if (!TryScaled(number, after, out number))
            return null;
        return new(at, end, number, after > 1 ? after : scale, vague, IsHan: true, IsNominal: digits == 0 && form[at] != '十');
    }

    private static bool SkipVague(string form, ref int end)
    {
        if (end >= form.Length || form[end] is not ('余' or '多'))
            return false;
        end++;
        return true;
    }

    private static decimal Scales(string form, ref int end)
    {
        var scale = 1m;
        while (end < form.Length && ScaleOf(form[end]) is > 10 and var next && scale < 1e12m)
        {
            // 千瓦, 百分点: the sign begins a unit.
            if (next < 10_000 && UnitWord.At(form, end) is not null)
                break;
            scale *= next;
            end++;
        }

        return scale;
    }

    private static decimal ScaleOf(char sign) => sign switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 1,
    };

    private static bool TryScaled(decimal value, decimal scale, out decimal scaled)
    {
        scaled = value < 1e16m / scale ? value * scale : 0;
        return value < 1e16m / scale;
    }

    private static bool TryAdd(decimal total, decimal part, out decimal sum)
    {
        sum = total + part;
        return sum < 1e16m;
    }
}
