namespace TargetLedger.Documents.Quantities;

/// <summary>Words before a count that say how a text is made, and not what is to be done: 共12项, 明确12项.</summary>
internal static class Declaring
{
    private static readonly string[] Words =
    [
        "共", "共计", "总计", "合计", "共有", "计", "分为", "分成", "共分", "包括", "包含", "涵盖", "涉及", "明确", "确定", "提出", "部署", "细化为", "分解为", "细化成", "分解成", "梳理", "梳理出", "列出", "列明", "归纳为", "概括为", "以下", "如下",
    ];

    public static bool EndsIn(ReadOnlySpan<char> before) => Phrases.EndsWithAny(before.TrimEnd([' ', '了']), Words);
}
