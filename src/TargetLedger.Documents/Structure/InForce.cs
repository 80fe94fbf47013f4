using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>本意见自2026年4月1日起施行: a document says from when on it holds; nothing is due then.</summary>
internal static partial class InForce
{
    public static bool IsSaid(string form) => Saying().IsMatch(form);

    /// <summary>The year it says; null where it says none.</summary>
    public static int? YearOf(string form)
        => Saying().Match(form) is { Success: true } saying && saying.Groups["year"].Success ? HanDates.Number(saying.Groups["year"].ValueSpan) : null;

    [GeneratedRegex("本[^,。;:]{2,6}自((?<year>" + HanDates.Year + ")年[^,。;:]{2,8}日|印发之日|发布之日|公布之日)起(正式)?(施行|实施|执行)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Saying();
}
