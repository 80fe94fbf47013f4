using System.Globalization;

namespace TargetLedger.Cli;

internal static class Dates
{
    public static DateOnly? Parse(string text, Action<string> addError)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        addError($"“{text}”应为日期 / must be a date: YYYY-MM-DD");
        return null;
    }
}
