namespace TargetLedger.Cli;

/// <summary>The server's answer to a write.</summary>
/// <param name="Id">Of what was made, e.g. a report.</param>
/// <param name="Recorded">False when there was nothing to do.</param>
internal sealed record Written(string Stream, long Version, long Position, bool Recorded, string? Id = null, int Drafts = 0);
