namespace TargetLedger.EventStore;

/// <summary>One copy of a projection's tables, and how far it has got.</summary>
/// <param name="Fill">While it is being filled stream by stream; null otherwise.</param>
internal sealed record Build(int Number, BuildStatus Status, long Checkpoint, long? HaltedAt, string? Error, StreamFill? Fill)
{
    public string Suffix => SuffixOf(Number);

    public static string SuffixOf(int number) => $"_{number}";
}

/// <param name="Head">The build is filled with everything up to this position.</param>
/// <param name="Stream">The last stream that is in it; empty before the first.</param>
/// <param name="Events">How many events are in it.</param>
internal sealed record StreamFill(long Head, string Stream, long Events);
