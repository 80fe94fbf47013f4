using TargetLedger.Boards;

namespace TargetLedger.Server.Hosting;

internal static class RouteNames
{
    /// <summary>The stream of a commitment named in an address.</summary>
    /// <exception cref="ProblemException">404: the text names no commitment.</exception>
    public static string CommitmentStream(string named)
        => CommitmentReference.ToStream(named) ?? throw new ProblemException(ProblemKind.NotFound);

    /// <exception cref="ProblemException">404: what is no UUID names nothing.</exception>
    public static Guid Id(string named)
        => Guid.TryParseExact(named, "D", out var id) ? id : throw new ProblemException(ProblemKind.NotFound);
}
