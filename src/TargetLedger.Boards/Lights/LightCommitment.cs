namespace TargetLedger.Boards;

/// <summary>What of a commitment never changes.</summary>
/// <param name="Position">Where it was made.</param>
internal sealed record LightCommitment(long Position, string Commitment, string Plan, string Section, string Task, int Ordinal);
