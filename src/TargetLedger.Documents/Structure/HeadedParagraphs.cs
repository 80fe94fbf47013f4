using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Structure;

/// <summary>
/// A section whose paragraphs each begin with a sentence that names them: (一)壮大产业 / 做强主导产业。新增企业12家… / 提升园区能级。盘活土地600亩…
/// Each of them is a task.
/// </summary>
internal static partial class HeadedParagraphs
{
    public static bool IsHeaded(Piece paragraph) => Heading().IsMatch(paragraph.Form);

    /// <summary>Whether a section is of that kind; one with a single such paragraph is where a neighbour has several.</summary>
    /// <param name="counts">Which paragraphs without a heading speak against it: those that set a target.</param>
    public static bool Are(OutlineItem section, Predicate<Piece> counts)
        => AllHeaded(section, counts) is var headed and > 0
            && (headed > 1 || (section.Parent is { } parent && parent.Children.Exists(c => AllHeaded(c, counts) > 1)));

    private static int AllHeaded(OutlineItem section, Predicate<Piece> counts)
    {
        if (section.Children.Count > 0 || section.Answers || section.Head is not { } head || head.Text.Trim().Length > section.Title.Length + 1)
            return 0;
        var headed = section.Body.Count(IsHeaded);
        var others = section.Body.Count(b => !IsHeaded(b) && counts(b));
        return headed >= others * 3 ? headed : 0;
    }

    [GeneratedRegex(@"^[\u4e00-\u9fff][\u4e00-\u9fff“”、,]{3,23}。\s*[\u4e00-\u9fff“0-9]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Heading();
}
