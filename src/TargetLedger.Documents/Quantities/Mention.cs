using TargetLedger.Domain.Commitments;

namespace TargetLedger.Documents.Quantities;

/// <summary>What a figure in a text turned out to be for.</summary>
public enum MentionKind
{
    Target,

    /// <summary>Already done: 已, 去年, 了.</summary>
    Achievement,

    /// <summary>What a change starts from: 由60%提高到…, 在…基础上.</summary>
    Baseline,

    /// <summary>Who or what qualifies: 45岁以下, 投资1亿元以上的项目.</summary>
    Condition,

    /// <summary>How large or dear something is, or what one gets: 总投资5亿元, 补助3万元.</summary>
    Description,

    /// <summary>How many parts the text has: 5个方面17项任务.</summary>
    Structure,

    /// <summary>Given up: 取消, 不再.</summary>
    Cancelled,

    /// <summary>A round name: 百名…计划.</summary>
    Nominal,

    /// <summary>None of these can be told.</summary>
    Unclear,
}

/// <summary>A figure of a text, read.</summary>
/// <param name="Start">Where its words begin, binding words included; a place in the text that was read.</param>
/// <param name="Value">In base units; of growth the rate, the points or the factor.</param>
/// <param name="Per">What it holds for each of: 教育, 每个乡镇, 每年.</param>
/// <param name="IsOpen">等 left the list of <paramref name="Per"/> open.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record Mention(
    MentionKind Kind,
    int Start,
    int End,
    string Measure,
    decimal Value,
    decimal? Upper,
    Bound Bound,
    bool IsDown,
    string Unit,
    bool IsAspirational,
    IReadOnlyList<string> Per,
    bool IsOpen,
    Days? Period,
    double Confidence);
