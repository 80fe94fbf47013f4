using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Structure;

/// <summary>Paragraphs that lead up to what is to be done and set nothing themselves.</summary>
internal static partial class Introductions
{
    /// <summary>现有床位1100张,…制定如下方案: how things stand, before the first item of a document.</summary>
    public static bool IsOfDocument(string form) => Opening().IsMatch(form) && !Goals().IsMatch(form);

    /// <summary>会议指出,工程铺设管网612公里,…。会议确定: above the items a meeting decided on.</summary>
    public static bool IsOfMeeting(string form) => Heard().IsMatch(form);

    [GeneratedRegex("(制定|制订|提出|明确|通报|纪要|印发|分解|公布|安排|承诺)(本[^,。;:]{0,12}|[^,。;:]{0,8}如下[^,。;:]{0,8}|[^,。;:]{0,12}印发给你们[^。;:]{0,40})[。:]?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Opening();

    [GeneratedRegex("力争|争取|确保|努力|目标(是|为)|要(求)?(实现|完成|达到)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Goals();

    [GeneratedRegex("^会议(指出|通报|听取|认为|回顾|审议|传达|学习|研究|充分肯定)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Heard();
}
