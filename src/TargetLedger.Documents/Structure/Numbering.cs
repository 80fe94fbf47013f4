using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>How an item is numbered; the order of the kinds means nothing, documents nest them as they like.</summary>
internal enum NumberingKind
{
    /// <summary>第一编, 第一部分, 第一章, 第一节: the part before last in <see cref="Numbering.Label"/> tells them apart.</summary>
    Part,
    Chapter,
    Division,

    /// <summary>第一条.</summary>
    Article,

    /// <summary>一、</summary>
    Han,

    /// <summary>(一)</summary>
    HanBracket,

    /// <summary>1. 1、 1)</summary>
    Digit,

    /// <summary>1.2, 3.1.4</summary>
    Dotted,

    /// <summary>(1)</summary>
    DigitBracket,

    /// <summary>①</summary>
    Circled,

    /// <summary>任务一: 项目3:</summary>
    Named,

    /// <summary>A heading by its style, without a number.</summary>
    Heading,
}

/// <summary>The number at the head of an item.</summary>
/// <param name="Label">As it is quoted: 11, 一, (三), 第二条, ①.</param>
/// <param name="Value">Its place in its row.</param>
/// <param name="Length">How many signs of the text it takes, with what closes it.</param>
internal readonly partial record struct Numbering(NumberingKind Kind, string Label, int Value, int Length)
{
    private const string Circles = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

    private const string Bullets = "●■◆▲•▪►➢";

    /// <summary>A number with nothing behind it, where the one before it is written like that: 08新建…, 09改造…, 10新增….</summary>
    public static Numbering? ReadBare(string form, Numbering? before)
    {
        if (form.Length < 4 || !char.IsAsciiDigit(form[0]) || !char.IsAsciiDigit(form[1]) || !Signs.IsHan(form[2]) || "年月日个项所家人名万亿元亩".Contains(form[2], StringComparison.Ordinal))
            return null;
        var value = (form[0] - '0') * 10 + form[1] - '0';
        return value == 1 || before is { Kind: NumberingKind.Digit } last && last.Label.Length == 2 && last.Length == 2 && value == last.Value + 1 ? new(NumberingKind.Digit, form[..2], value, 2) : null;
    }

    /// <summary>一是…, 二是… at the head of paragraphs that stand one below the other.</summary>
    public static Numbering? ReadOrdinal(string form, Numbering? before)
    {
        if (Ordinals().Match(form) is not { Success: true } match || Numeral.Read(match.Groups["han"].Value, 0) is not { } numeral)
            return null;
        var value = (int)numeral.Value;
        return value == 1 || before is { Kind: NumberingKind.Named } last && last.Value == value - 1 ? new(NumberingKind.Named, match.Groups["han"].Value, value, match.Length) : null;
    }

    [GeneratedRegex("^(?<han>[一二三四五六七八九十]{1,3})是,?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Ordinals();

    /// <param name="form">The item's text in one form of signs, without spaces before it.</param>
    public static Numbering? Read(string form)
    {
        if (form.Length == 0)
            return null;
        if (Circles.IndexOf(form[0], StringComparison.Ordinal) is >= 0 and var circle)
            return new(NumberingKind.Circled, form[..1], circle + 1, 1);
        // ●新建…: items nobody counts.
        if (Bullets.Contains(form[0], StringComparison.Ordinal) && form.Length > 1)
            return new(NumberingKind.Circled, "", 0, form.Length - form.AsSpan(1).TrimStart().Length);
        var match = Numbers().Match(form);
        if (!match.Success)
            return null;

        foreach (var (name, kind) in Groups)
        {
            if (!match.Groups[name].Success)
                continue;
            var number = match.Groups[name].Value;
            var label = kind switch
            {
                NumberingKind.HanBracket or NumberingKind.DigitBracket => $"({number})",
                NumberingKind.Part or NumberingKind.Chapter or NumberingKind.Division or NumberingKind.Article or NumberingKind.Named => match.Value.TrimEnd(' ', ':', '、', '.'),
                _ => number,
            };
            var value = kind == NumberingKind.Dotted ? LastPart(number) : (int)(Numeral.Read(number, 0)?.Value ?? 0);
            return new(kind, label, value, match.Length);
        }

        return null;
    }

    private static readonly (string Name, NumberingKind Kind)[] Groups =
    [
        ("part", NumberingKind.Part), ("chapter", NumberingKind.Chapter), ("division", NumberingKind.Division), ("article", NumberingKind.Article), ("named", NumberingKind.Named),
        ("han", NumberingKind.Han), ("hanbracket", NumberingKind.HanBracket), ("dotted", NumberingKind.Dotted), ("digit", NumberingKind.Digit), ("digitbracket", NumberingKind.DigitBracket),
    ];

    private static int LastPart(string number)
    {
        var parts = number.Split('.', StringSplitOptions.RemoveEmptyEntries);
        return (int)(Numeral.Read(parts[^1], 0)?.Value ?? 0);
    }

    [GeneratedRegex(
        @"^(第(?<part>[一二三四五六七八九十\d]{1,3})(编|篇|部分)[:、. ]*"
        + @"|第(?<chapter>[一二三四五六七八九十\d]{1,3})章[:、. ]*"
        + @"|第(?<division>[一二三四五六七八九十\d]{1,3})节[:、. ]*"
        + @"|第(?<article>[一二三四五六七八九十百\d]{1,4})条[:、. ]*"
        + @"|(任务|项目|工程|行动|事项|举措|措施|实事|专项)(?<named>[一二三四五六七八九十]{1,3}|\d{1,3})[:、.]\s*"
        + @"|(?<han>[一二三四五六七八九十]{1,4})\s*(、|\.(?!\d))\s*"
        + @"|\((?<hanbracket>[一二三四五六七八九十]{1,4})\)[、.]?\s*"
        + @"|(?<dotted>\d{1,2}(\.\d{1,2}){1,3})(?=[\s、]|[^\d.%万亿元个家名人月\s-])[、.]?\s*"
        + @"|(?<digit>\d{1,3})(\s*(、|\.(?!\d)|\.(?=20\d\d年|(1[0-2]|[1-9])月([底前末中上下份]|[1-3]?\d日)))|\)|\s+(?=[\u4e00-\u9fff“]))\s*"
        + @"|\((?<digitbracket>\d{1,3})\)[、.]?\s*)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Numbers();
}
