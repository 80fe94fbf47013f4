using System.Globalization;

namespace TargetLedger.Documents.Structure;

/// <summary>A day of a spreadsheet that lost its format: 46387 is the last of 2026.</summary>
internal static class StoredDay
{
    private static readonly DateOnly Zero = new(1899, 12, 30);

    /// <summary>Null where the words are no number, or one no plan's day is stored as.</summary>
    public static DateOnly? Of(string form)
        => form.Length == 5 && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 36_526 and < 73_051 ? Zero.AddDays(days) : null;
}
