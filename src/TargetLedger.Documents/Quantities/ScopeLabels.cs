using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Quantities;

/// <summary>
/// Labels behind which a text tells how large something is to be as a whole: 建设规模:…, 建设内容包括…. What is to be reached stands
/// behind another label (年度目标), or in another sentence.
/// </summary>
internal static partial class ScopeLabels
{
    /// <summary>Stretches of the text that tell of a size.</summary>
    public static List<(int Start, int End)> Of(string form)
    {
        var found = new List<(int, int)>();
        foreach (Match label in Labels().Matches(form))
        {
            var end = form.AsSpan(label.Index).IndexOfAny('。', '\n') is >= 0 and var stop ? label.Index + stop : form.Length;
            if (Aims().Match(form, label.Index + label.Length, end - label.Index - label.Length) is { Success: true } aim)
                end = aim.Index;
            if (label.Groups["size"].Success || label.Groups["holds"].Success || Costs().IsMatch(form[label.Index..end]))
                found.Add((label.Index, end));
        }

        return found;
    }

    // 建设内容: alone may be all that is to be done; with 规模, 包括 or what it costs it describes.
    [GeneratedRegex(
        "(?<=^|[,;。:)\\s、])(该|本)?(项目|工程)?(主要)?((?<size>(建设|改造|整治|工程|总体|项目)规模(及|和|与)?(建设)?(内容)?|(建设|改造|工程|实施)内容(及|和|与|、)(建设)?规模)(:|为|是|包括|包含|主要)|(建设|改造|工程|实施|施工)内容((?<holds>(主要)?(包括|包含|涵盖|为|有)|(主要)?是)|:))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Labels();

    [GeneratedRegex("(?<=[,;:)\\s])((20\\d\\d)?年度?|今年|本年度?|全年|当年|阶段性?|工作|绩效|建设)?(目标|任务|计划|安排)(任务)?[:为是]|(?<=[,;])(今年|本年|全年|力争|确保|年内|年底前|(1[0-2]|[1-9])月底前|计划(年内|今年)|20\\d\\d年(?!底?前?(建|竣|完|投)))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Aims();

    [GeneratedRegex("总投资|概算|估算|占地|总建筑面积", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Costs();
}
