namespace TargetLedger.EventStore;

/// <summary>One copy of a projection's tables, and how far it has got.</summary>
internal sealed record Build(int Number, BuildStatus Status, long Checkpoint, long? HaltedAt, string? Error)
{
    public string Suffix => SuffixOf(Number);

    public static string SuffixOf(int number) => $"_{number}";
}
