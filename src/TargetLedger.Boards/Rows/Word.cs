using System.Collections.Frozen;
using System.Text.Json;

namespace TargetLedger.Boards;

/// <summary>Enum values are stored as the words they have in JSON.</summary>
internal static class Word
{
    public static string Of<T>(T value)
        where T : struct, Enum
        => Words<T>.ByValue[value];

    public static string? Of<T>(T? value)
        where T : struct, Enum
        => value is { } known ? Words<T>.ByValue[known] : null;

    public static T Parse<T>(string word)
        where T : struct, Enum
        => Words<T>.ByWord[word];

    public static T? ParseOrNull<T>(string? word)
        where T : struct, Enum
        => word is null ? null : Words<T>.ByWord[word];

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToFrozenDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));

        public static readonly FrozenDictionary<string, T> ByWord = ByValue.ToFrozenDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal);
    }
}
