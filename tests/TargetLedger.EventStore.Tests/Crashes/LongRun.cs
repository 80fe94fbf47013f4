namespace TargetLedger.EventStore.Tests.Crashes;

/// <summary>How often to kill: dozens in every run of the tests, hundreds when the long proofs are asked for.</summary>
internal static class LongRun
{
    public static readonly bool IsWanted = Environment.GetEnvironmentVariable("TARGETLEDGER_LONG") == "1";

    /// <summary>Any other number may be asked for by TARGETLEDGER_KILLS.</summary>
    public static int Kills(int usually, int inLongRun) =>
        int.TryParse(Environment.GetEnvironmentVariable("TARGETLEDGER_KILLS"), out var wanted) ? wanted : IsWanted ? inLongRun : usually;

    /// <summary>A long run leaves the machine some air, and the log a size that can be checked.</summary>
    public static TimeSpan Pause => IsWanted ? TimeSpan.FromMilliseconds(40) : TimeSpan.Zero;
}
