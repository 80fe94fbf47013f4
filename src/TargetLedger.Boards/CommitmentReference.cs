using TargetLedger.Domain;

namespace TargetLedger.Boards;

/// <summary>How people and programs name a commitment: by its stream, or by plan code and number (<c>CD-2014:11-3</c>).</summary>
public static class CommitmentReference
{
    /// <summary>The stream, which may or may not exist; null when the text is neither form.</summary>
    public static string? ToStream(string reference)
    {
        if (reference.StartsWith(StreamIds.CommitmentType + "-", StringComparison.Ordinal)
            && Guid.TryParseExact(reference.AsSpan(StreamIds.CommitmentType.Length + 1), "D", out _))
        {
            return reference;
        }

        // A plan's code may itself hold a colon, a number never does.
        var colon = reference.LastIndexOf(':');
        return colon > 0 && colon < reference.Length - 1
            ? StreamIds.Commitment(reference[..colon], reference[(colon + 1)..])
            : null;
    }
}
