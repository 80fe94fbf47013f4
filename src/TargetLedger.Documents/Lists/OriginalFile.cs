using TargetLedger.Domain.Plans;

namespace TargetLedger.Documents.Lists;

/// <summary>The file a list was read from, as the last of the plan's sources.</summary>
internal static class OriginalFile
{
    private const string Title = "原件:";
    private const string Place = "sha256:";

    public static Source Of(string name, string sha256) => new(SourceKind.Other, $"{Title}{name}", Place: $"{Place}{sha256}");

    public static bool Is(Source source)
        => source is { Kind: SourceKind.Other, Place: { } place } && source.Title.StartsWith(Title, StringComparison.Ordinal) && place.StartsWith(Place, StringComparison.Ordinal);
}
