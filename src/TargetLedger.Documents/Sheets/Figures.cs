using System.Globalization;

namespace TargetLedger.Documents.Sheets;

/// <summary>Numbers and days as programs read them, whatever the machine's language.</summary>
internal static class Figures
{
    /// <summary>Excel counts days from here (ECMA-376 part 1, 18.17.4.1), 29 February 1900 among them.</summary>
    private static readonly DateOnly Day0 = new(1899, 12, 30);

    public static string Plain(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    public static string Plain(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static int SerialOf(DateOnly day) => day.DayNumber - Day0.DayNumber;
}
