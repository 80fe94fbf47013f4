using TargetLedger.Domain;

namespace TargetLedger.Server.Planning;

internal static class PlanNames
{
    /// <summary>A plan is named by its stream or its code.</summary>
    public static string Stream(string named)
        => named.StartsWith(StreamIds.PlanType + "-", StringComparison.Ordinal) && Guid.TryParseExact(named.AsSpan(StreamIds.PlanType.Length + 1), "D", out _)
            ? named
            : StreamIds.Plan(named);
}
