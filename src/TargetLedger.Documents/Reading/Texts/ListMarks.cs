using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Reading.Texts;

/// <summary>The marks a numbered paragraph of an official text begins with: 一、 (一) 1. (1) ① 第一条 (GB/T 9704, 7.3.3).</summary>
internal static partial class ListMarks
{
    public static bool Begin(string line) => Mark().IsMatch(line);

    [GeneratedRegex(@"^\s*(?:[一二三四五六七八九十百]+、|[(（][一二三四五六七八九十\d]+[)）]|\d{1,3}[.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十百\d]+[章节条])", RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Mark();
}
