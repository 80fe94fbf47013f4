namespace TargetLedger.Cli;

/// <summary>A 2xx answer of the server.</summary>
/// <param name="Body">Byte for byte.</param>
/// <param name="ETag">As sent, quotes included.</param>
/// <param name="Next">The address of the next page, where there is one.</param>
/// <param name="Replayed">The answer was given before: the request had been recorded under this key.</param>
internal sealed record Answer(int Status, ReadOnlyMemory<byte> Body, string? ETag, string? Next, bool Replayed);
