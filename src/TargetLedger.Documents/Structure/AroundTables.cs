using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>Lines around a table that are no tasks: notes and telephones below it, and what was found before it was drawn up.</summary>
internal static partial class AroundTables
{
    /// <returns>What is left, and the lines that were taken away.</returns>
    public static (List<SourceBlock> Kept, List<Piece> Lines) Apart(IReadOnlyList<SourceBlock> blocks)
    {
        var kept = new List<SourceBlock>(blocks.Count);
        var lines = new List<Piece>();
        var (isBelow, isTabled, counted) = (false, blocks.OfType<SourceTable>().Any(), (int?)null);
        foreach (var block in blocks)
        {
            if (block is not SourceParagraph paragraph)
            {
                (isBelow, counted) = (true, null);
                kept.Add(block);
                continue;
            }

            var form = Signs.OneForm(paragraph.Clean.Text).Trim();
            if (isBelow && form.Length == 0)
                continue;
            isBelow = isBelow && (IsNote(form, ref counted) || Contact().IsMatch(form));
            if (isBelow || (isTabled && TellsOfFindings(form)))
                lines.Add(new(paragraph.Clean, 0, paragraph.Clean.Text));
            else
                kept.Add(block);
        }

        return (kept, lines);
    }

    // 注:1.… goes on with 2.… in the lines below it.
    private static bool IsNote(string form, ref int? counted)
    {
        var isFirst = Note().Match(form);
        var goesOn = counted is { } last && Numbering.Read(form) is { } next
            && (next.Kind == NumberingKind.Digit ? next.Value == last + 1 : next.Kind is NumberingKind.DigitBracket or NumberingKind.Circled);
        if (!isFirst.Success && !goesOn)
            return false;
        var numbers = Numbered().Matches(form);
        counted = numbers.Count == 0 ? counted ?? 0 : int.Parse(numbers[^1].Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }

    // 督查组2025年共反馈问题30个,现将整改清单公布如下: it announces the table and asks nothing of anybody.
    private static bool TellsOfFindings(string form)
        => Announcing().IsMatch(form) && Finding().IsMatch(form) && Numbering.Read(form) is null
            && !Intending().IsMatch(form);

    [GeneratedRegex(@"^\(?(注|备注|附注|说明|填表说明|填报说明|表注|有关说明|(附[:、]?)?(名词|术语|指标)(解释|说明))(:|$|\d{1,2}[.、])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Note();

    [GeneratedRegex(@"(?<=^|[:;。\s])(?<number>\d{1,2})[.、](?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(业务|政策|工作)?(联系|咨询|监督|举报|投诉|服务|值班|填报|填表|制表)(监督|举报|咨询|联系)?(人|电话|热线|方式|邮箱|地址)[^:。]{0,10}:", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Contact();

    [GeneratedRegex(@"现(将|就|把)(?=[^。]{0,60}(如下|公布|公开|公示|印发))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Announcing();

    [GeneratedRegex("力争|确保|务必|争取|目标|计划|拟于?|要(?!求)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Intending();

    [GeneratedRegex(@"(反馈|移交|交办|通报|指出|发现|转办)[^,。;]{0,10}((问题|线索|案件|信访件|举报)[^,。;]{0,4}\d|\d[^,。;]{0,12}(问题|线索|案件|信访件|举报))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Finding();
}
