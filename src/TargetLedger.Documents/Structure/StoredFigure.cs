using System.Globalization;
using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>What a cell of a workbook holds where it shows fewer digits: 93% for 0.925.</summary>
internal static partial class StoredFigure
{
    /// <summary>The cell's words with all the digits; null where it shows them, or shows something other than a rounded number.</summary>
    public static string? Of(SourceCell cell)
    {
        if (cell.Number is not { } number || cell.Date is not null || Math.Abs(number) > 1e15)
            return null;
        var form = Signs.OneForm(cell.Clean.Text);
        if (Shown().Matches(form) is not [var match] || !decimal.TryParse(match.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var shown))
            return null;

        // A format of percentages shows a hundred times what is held; one with a quoted sign does not.
        var places = match.Value.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? match.Value.Length - point - 1 : 0;
        var half = 0.5m / (decimal)Math.Pow(10, Math.Min(places, 15)) * 1.000001m;
        foreach (var held in form.Contains('%', StringComparison.Ordinal) ? [(decimal)number * 100, (decimal)number] : new[] { (decimal)number })
        {
            var apart = Math.Abs(Math.Abs(held) - shown);
            if (apart <= half)
                return apart <= 1e-9m * Math.Max(1, shown) ? null : string.Concat(form.AsSpan(0, match.Index), Math.Abs(held).ToString("0.##########", CultureInfo.InvariantCulture), form.AsSpan(match.Index + match.Length));
        }

        return null;
    }

    [GeneratedRegex(@"\d[\d,]*(\.\d+)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Shown();
}
