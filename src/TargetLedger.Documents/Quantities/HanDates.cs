using System.Globalization;

namespace TargetLedger.Documents.Quantities;

/// <summary>Dates in Han numerals, as older documents and signatures write them: 二〇二六年九月三十日.</summary>
internal static class HanDates
{
    /// <summary>A year in an expression; 〇 and ○ are 零 in one form of signs, and many type a letter or a digit for them.</summary>
    public const string Year = "(20[0-9][0-9]|二[零0oO][零0oO一二三四五六七八九]{2})";

    /// <summary>三个月, 第三月 and 三月三 are no months of the year.</summary>
    public const string Month = "(1[0-2]|0?[1-9]|(?<![一二三四五六七八九十个几第数每])(?!三月三(?![日号十]))(十[一二]?|[一二三四五六七八九]))";

    public const string Day = "([12][0-9]|3[01]|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])";

    public static int Number(ReadOnlySpan<char> written)
    {
        if (char.IsAsciiDigit(written[0]))
            return int.Parse(written, NumberStyles.None, CultureInfo.InvariantCulture);

        var ten = written.IndexOf('十');
        if (ten >= 0)
            return (ten == 0 ? 1 : Digit(written[0])) * 10 + (ten + 1 < written.Length ? Digit(written[ten + 1]) : 0);
        var number = 0;
        foreach (var sign in written)
            number = number * 10 + Digit(sign);
        return number;
    }

    private static int Digit(char sign) => Math.Max(0, "零一二三四五六七八九".IndexOf(sign, StringComparison.Ordinal));
}
