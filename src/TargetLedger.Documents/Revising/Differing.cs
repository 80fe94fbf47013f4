using TargetLedger.Domain;

namespace TargetLedger.Documents.Revising;

/// <summary>A refusal in the terms of the comparison: which item, and which of its differences.</summary>
internal static class Differing
{
    public static Refusal Refusal(string item, string? field, Refusal why)
        => why with { Zh = $"{item}:{why.Zh}", En = $"{item}: {why.En}", Member = field is null ? $"/differences/{item}" : $"/differences/{item}/{field}" };
}
