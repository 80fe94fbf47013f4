using System.Text.Json;

namespace TargetLedger.Domain.Drafting;

/// <summary>Whether two parts of a draft say the same; records compare their lists by reference.</summary>
internal static class Same
{
    public static bool As<T>(T one, T other)
        => JsonSerializer.SerializeToUtf8Bytes(one, LedgerJson.Options).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, LedgerJson.Options));
}
