namespace TargetLedger.Cli;

/// <summary>What scripts can rely on.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The ledger said no, or a check found something.</summary>
    public const int Refused = 1;

    /// <summary>The command line is wrong; nothing was tried.</summary>
    public const int Usage = 2;

    /// <summary>No answer from server or database; nothing was done.</summary>
    public const int Unavailable = 3;

    /// <summary>A write was sent and its answer is missing: it may be recorded. Send it again with the same key.</summary>
    public const int OutcomeUnknown = 4;

    public const int Cancelled = 130;
}
