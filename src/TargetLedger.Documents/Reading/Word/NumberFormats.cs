namespace TargetLedger.Documents.Reading.Word;

/// <summary>Numbers as lists write them (ECMA-376 part 1, 17.18.59, ST_NumberFormat); formats without Chinese use are written as digits.</summary>
internal static class NumberFormats
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    public static string Write(int number, string format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" or "koreanCounting"
            => Counting(number, "零一二三四五六七八九", "十百千"),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => string.Concat(number.ToString().Select(d => Digits[d - '0'])),
        "chineseLegalSimplified" => Counting(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
        "ideographLegalTraditional" or "japaneseLegal" => Counting(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟"),
        "ideographTraditional" => Stems[(number + 9) % 10].ToString(),
        "ideographZodiac" => Branches[(number + 11) % 12].ToString(),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "decimalEnclosedParen" when number is >= 1 and <= 20 => ((char)('⑴' + number - 1)).ToString(),
        "decimalEnclosedFullstop" when number is >= 1 and <= 20 => ((char)('⒈' + number - 1)).ToString(),
        "ideographEnclosedCircle" when number is >= 1 and <= 10 => ((char)('㊀' + number - 1)).ToString(),
        "decimalZero" => number.ToString("00"),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperLetter" when number >= 1 => Letter(number),
        "lowerLetter" when number >= 1 => Letter(number).ToLowerInvariant(),
        _ => number.ToString(),
    };

    /// <summary>一, 十, 十一, 二十, 一百零一 …</summary>
    private static string Counting(int number, string digits, string powers)
    {
        if (number is <= 0 or > 9_999)
            return number == 0 ? digits[..1] : number.ToString();

        var (text, isZeroDue) = ("", false);
        for (var power = 3; power >= 0; power--)
        {
            var digit = number / (int)Math.Pow(10, power) % 10;
            if (digit == 0)
            {
                isZeroDue = text.Length > 0;
                continue;
            }

            if (isZeroDue)
                text += digits[0];
            isZeroDue = false;
            text += digits[digit];
            if (power > 0)
                text += powers[power - 1];
        }

        return number is >= 10 and < 20 ? text[1..] : text;
    }

    private static string Roman(int number)
    {
        if (number is <= 0 or > 3_999)
            return number.ToString();
        var text = "";
        foreach (var (value, numeral) in Numerals)
        {
            for (; number >= value; number -= value)
                text += numeral;
        }

        return text;
    }

    /// <summary>A … Z, AA, BB … as Word counts on.</summary>
    private static string Letter(int number) => new((char)('A' + (number - 1) % 26), Math.Min((number - 1) / 26 + 1, 10));

    private static readonly (int Value, string Numeral)[] Numerals =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];
}
