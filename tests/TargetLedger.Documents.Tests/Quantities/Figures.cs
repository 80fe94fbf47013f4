using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Tests.Quantities;

/// <summary>Reads a sentence of a plan for 2025 and prints its figures in a form a test can quote.</summary>
internal static class Figures
{
    private static readonly Days Plan = Days.OfYear(2025);

    public static IReadOnlyList<Mention> Read(string text) => new MentionReader(Plan).Read(text);

    /// <summary>"at_least 5 所; range 5..8 个"</summary>
    public static string Targets(string text) => string.Join("; ", Read(text).Where(m => m.Kind == MentionKind.Target).Select(Words));

    public static string Words(Mention mention)
    {
        var bound = System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(mention.Bound.ToString());
        var value = mention.Upper is { } upper ? $"{mention.Value:0.####}..{upper:0.####}" : $"{mention.Value:0.####}";
        return $"{bound} {value} {mention.Unit}";
    }
}
