using System.Text.RegularExpressions;

namespace TargetLedger.Documents.PlanFiles.Checks;

/// <summary>Codes and numbers: what others refer to a thing by. They go into accounts and addresses, so few characters are allowed.</summary>
internal static partial class Codes
{
    public const string CodePattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$";
    public const string NumberPattern = @"^[^\s/\\?#%]{1,20}$";

    public static string? CheckCode(FilePart part, string member, FaultList faults)
    {
        var code = part.Text(member);
        if (code is not null && !Code().IsMatch(code))
        {
            faults.Add(
                $"{part.Pointer}/{member}",
                "code_invalid",
                "代码只用字母、数字、点、下划线和连字符,以字母或数字开头,不超过 50 个",
                "a code has letters, digits, dots, underscores and hyphens, begins with a letter or digit, and is at most 50 long");
        }

        return code;
    }

    /// <summary>A number as the document prints it: 11, 三, (二).</summary>
    public static string? CheckNumber(FilePart part, FaultList faults)
    {
        var number = part.Text("number");
        if (number is not null && !Number().IsMatch(number))
        {
            faults.Add(
                $"{part.Pointer}/number",
                "number_invalid",
                "编号不超过 20 个字,不含空格和 / \\ ? # %",
                "a number is at most 20 characters long, without spaces or / \\ ? # %");
        }

        return number;
    }

    public static void CheckUnrepeated(HashSet<string> seen, string? code, string pointer, FaultList faults)
    {
        if (code is not null && !seen.Add(code))
            faults.Add(pointer, "code_repeated", $"{code} 重复", $"{code} appears twice");
    }

    public static void CheckNotEmpty(FilePart part, string member, FaultList faults)
    {
        if (part.Member(member) is { Element.ValueKind: System.Text.Json.JsonValueKind.Array } list && list.Element.GetArrayLength() == 0)
            faults.Add(list.Pointer, "list_empty", "至少要有一项", "at least one is needed");
    }

    [GeneratedRegex(CodePattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(NumberPattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
