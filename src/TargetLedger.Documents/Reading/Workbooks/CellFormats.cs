using System.Globalization;
using ExcelNumberFormat;
using TargetLedger.Documents.Reading.Archives;

namespace TargetLedger.Documents.Reading.Workbooks;

/// <summary>How each style of a workbook displays numbers, and which of them are days.</summary>
internal sealed class CellFormats
{
    /// <summary>Built-in formats as a Chinese Excel shows them (ECMA-376 part 1, 18.8.30, zh-CN); others are General.</summary>
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%", [11] = "0.00E+00", [12] = "# ?/?", [13] = "# ??/??",
        [14] = "yyyy/m/d", [15] = "d-mmm-yy", [16] = "d-mmm", [17] = "mmm-yy", [18] = "h:mm AM/PM", [19] = "h:mm:ss AM/PM", [20] = "h:mm", [21] = "h:mm:ss",
        [22] = "yyyy/m/d h:mm", [27] = "yyyy\"年\"m\"月\"", [28] = "m\"月\"d\"日\"", [29] = "m\"月\"d\"日\"", [30] = "m-d-yy", [31] = "yyyy\"年\"m\"月\"d\"日\"",
        [32] = "h\"时\"mm\"分\"", [33] = "h\"时\"mm\"分\"ss\"秒\"", [36] = "yyyy\"年\"m\"月\"", [37] = "#,##0;-#,##0", [38] = "#,##0;-#,##0",
        [39] = "#,##0.00;-#,##0.00", [40] = "#,##0.00;-#,##0.00", [45] = "mm:ss", [46] = "[h]:mm:ss", [47] = "mm:ss.0", [48] = "##0.0E+0", [49] = "@",
        [50] = "yyyy\"年\"m\"月\"", [51] = "m\"月\"d\"日\"", [52] = "yyyy\"年\"m\"月\"", [53] = "m\"月\"d\"日\"", [54] = "m\"月\"d\"日\"", [57] = "yyyy\"年\"m\"月\"",
        [58] = "m\"月\"d\"日\"",
    };

    private readonly List<CellFormat> _styles = [];
    private readonly bool _startsIn1904;

    private CellFormats(bool startsIn1904) => _startsIn1904 = startsIn1904;

    public static CellFormats Read(Package package, string mainPart, bool startsIn1904)
    {
        var formats = new CellFormats(startsIn1904);
        var codes = new Dictionary<int, string>(BuiltIn);
        var parsed = new Dictionary<string, CellFormat>(StringComparer.Ordinal);
        var isStyle = false;
        using var walk = package.Related(mainPart, "styles") is { } part ? package.Read(part) : null;
        while (walk?.Read() == true)
        {
            if (walk.IsStartOf("numFmt") && Number(walk.Attribute("numFmtId")) is { } id && walk.Attribute("formatCode") is { } code && codes.Count < MostFormats)
                codes[id] = code;
            else if (walk.IsStartOf("cellXfs") || walk.IsEndOf("cellXfs"))
                isStyle = walk.IsStart && !walk.IsEmpty;
            else if (isStyle && walk.IsStartOf("xf") && formats._styles.Count < MostFormats)
                formats._styles.Add(Of(codes.GetValueOrDefault(Number(walk.Attribute("numFmtId")) ?? 0, "General"), parsed));
        }

        return formats;
    }

    /// <summary>A number as displayed, and the day where the display shows one.</summary>
    public (string Text, DateOnly? Date) Display(double value, int? style)
    {
        var format = style is { } i && i >= 0 && i < _styles.Count ? _styles[i] : CellFormat.General;
        if (format.Parsed is not { } parsed)
            return (General(value), null);

        var serial = parsed.IsDateTimeFormat && _startsIn1904 ? value + 1_462 : value;
        var text = parsed.Format(serial, CultureInfo.InvariantCulture, isDate1904: false).Trim();
        return (text, format.ShowsDay && serial is >= 1 and < 2_958_466 ? DateOnly.FromDateTime(DateTime.FromOADate(serial)) : null);
    }

    private static CellFormat Of(string code, Dictionary<string, CellFormat> parsed)
    {
        if (!parsed.TryGetValue(code, out var format))
            parsed[code] = format = CellFormat.Of(code);
        return format;
    }

    /// <summary>Excel shows no more than eleven digits; fifteen are what it keeps.</summary>
    private static string General(double value) => value.ToString("0.###############", CultureInfo.InvariantCulture);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Excel's own limit for styles.</summary>
    private const int MostFormats = 65_490;

    private const int LongestCode = 255;

    /// <param name="Parsed">Null for General.</param>
    /// <param name="ShowsDay">2025年9月 is kept as 1 September, but means a month; only a format with a day makes a date.</param>
    private sealed record CellFormat(NumberFormat? Parsed, bool ShowsDay)
    {
        public static readonly CellFormat General = new(null, false);

        public static CellFormat Of(string code)
        {
            if (code is "General" or "@" || code.Length > LongestCode)
                return General;
            var parsed = new NumberFormat(code);
            if (!parsed.IsValid)
                return General;
            return new(parsed, parsed.IsDateTimeFormat && Letters(code).Contains('d', StringComparison.OrdinalIgnoreCase));
        }

        /// <summary>The code without quoted words and bracketed locales and colours.</summary>
        private static string Letters(string code)
        {
            var (letters, closing) = ("", '\0');
            foreach (var c in code)
            {
                if (closing != '\0')
                    closing = c == closing ? '\0' : closing;
                else if (c is '"' or '[')
                    closing = c == '[' ? ']' : '"';
                else
                    letters += c;
            }

            return letters;
        }
    }
}
