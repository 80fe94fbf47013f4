namespace TargetLedger.Server.Planning;

/// <summary>The recurrences a task of a draft may have (ISO 8601), with their words: all that are read out of documents.</summary>
internal static class Recurrences
{
    public static IReadOnlyList<(string Code, string Words)> All { get; } =
    [
        ("R/P1D", "每日 daily"), ("R/P1W", "每周 weekly"), ("R/P2W", "每两周 every two weeks"), ("R/P10D", "每旬 every ten days"), ("R/P15D", "每半月 every half month"),
        ("R/P1M", "每月 monthly"), ("R/P2M", "每两月 every two months"), ("R/P3M", "每季度 quarterly"), ("R/P6M", "每半年 half-yearly"), ("R/P1Y", "每年 yearly"),
    ];

    public static bool IsOne(string code) => All.Any(r => r.Code == code);

    /// <summary>The code itself where it has no words here.</summary>
    public static string Of(string code) => All.FirstOrDefault(r => r.Code == code).Words ?? code;
}
