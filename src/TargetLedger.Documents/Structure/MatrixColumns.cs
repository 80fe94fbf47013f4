using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>A matrix: each unit heads a column, and a mark in the row of a task says that it takes part: ★ leads, √ helps.</summary>
internal static partial class MatrixColumns
{
    private const string Filled = "★▲●◆■◎";
    private const string Open = "√✓✔☑○△◇□☆vV";

    public static void Settle(List<TableColumn> columns, IReadOnlyList<ColumnContent> contents, IReadOnlyList<TableLine> lines)
    {
        var marked = Enumerable.Range(0, columns.Count).Where(i => contents[i].AreMarks && NamesUnit(columns[i])).ToList();
        if (marked.Count < 2)
            return;
        var used = lines.SelectMany(l => marked.Select(l.At)).Where(c => c is not null).Select(c => Signs.OneForm(c!.Clean.Text).Trim()).ToHashSet(StringComparer.Ordinal);
        var legend = Legend(lines);
        var roles = used.ToDictionary(m => m, m => legend.GetValueOrDefault(m, RoleOf(m, used)), StringComparer.Ordinal);
        foreach (var i in marked)
            columns[i] = columns[i] with { Use = ColumnUse.Units, Marks = roles };
    }

    /// <summary>√, ●, 牵头, 配合: that, and as what, somebody takes part.</summary>
    public static bool IsMark(string form) => (form.Length is 1 or 2 && form.All(c => Filled.Contains(c) || Open.Contains(c))) || Words().IsMatch(form);

    private static bool NamesUnit(TableColumn column)
        => UnitNames.LooksLikeUnit(column.Own) || ColumnWords.IsPlace(column.Own)
            || (column.Parts.Length > 1 && Array.Exists(column.Parts[..^1], p => ResponsibilityReader.RoleOf(p) is not null || ColumnWords.DealsOut(p)) && column.Own.Count(Signs.IsHan) >= 2);

    // ★ and √ in one table are a lead and a partner; a sign alone says only that somebody takes part.
    private static StatedRole RoleOf(string mark, HashSet<string> used)
    {
        if (Words().Match(mark) is { Success: true } word)
            return word.Groups["lead"].Success ? StatedRole.Lead : word.Groups["co"].Success ? StatedRole.Co : StatedRole.None;
        if (!used.Any(m => Filled.Contains(m[0])) || !used.Any(m => Open.Contains(m[0])))
            return StatedRole.None;
        return Filled.Contains(mark[0]) ? StatedRole.Lead : StatedRole.Co;
    }

    // 注:●为牵头单位,○为配合单位
    private static Dictionary<string, StatedRole> Legend(IReadOnlyList<TableLine> lines)
    {
        var legend = new Dictionary<string, StatedRole>(StringComparer.Ordinal);
        foreach (var cell in lines.Where(l => l.Written.Count == 1).Select(l => l.Written[0]))
        {
            foreach (Match said in Explained().Matches(Signs.OneForm(cell.Clean.Text)))
            {
                if (ResponsibilityReader.RoleOf(said.Groups["role"].Value) is { } role)
                    legend[said.Groups["mark"].Value] = role;
            }
        }

        return legend;
    }

    [GeneratedRegex("^((?<lead>牵头|主办|主责|牵|主)|(?<co>配合|协办|协同|协助|参与|配|协|辅)|负责|责任|承办)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Words();

    [GeneratedRegex("“?(?<mark>[★▲●◆■◎√✓✔☑○△◇□☆])”?(表示|代表|标示|标注)?(的)?(为|是|:)?(?<role>[\u4e00-\u9fff]{2,8}?)(单位|部门)?(?=[,;。、)]|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Explained();
}
