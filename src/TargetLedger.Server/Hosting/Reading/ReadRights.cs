namespace TargetLedger.Server.Hosting;

/// <summary>What a caller may read, decided on the state as it is now, whatever moment is asked about.</summary>
internal sealed class ReadRights(StateCache states, LedgerTime time)
{
    /// <exception cref="ProblemException">403 when the commitment is none of the caller's.</exception>
    public async Task RequireCommitmentAsync(HttpContext http, string stream)
    {
        var caller = http.Caller();
        if (Rights.SeesAllUnits(caller))
            return;

        var found = await new LedgerView(states, fresh: true).InViewAsync(stream, [], http.RequestAborted)
            ?? throw new ProblemException(ProblemKind.NotFound);
        if (!Rights.MaySee(caller, found.Commitment, found.Directory, time.Now.Day))
            throw new ProblemException(ProblemKind.Forbidden);
    }

    /// <exception cref="ProblemException">403 when the unit is none of the caller's.</exception>
    public static void RequireUnit(HttpContext http, string unit)
    {
        if (!Rights.MaySeeUnit(http.Caller(), unit))
            throw new ProblemException(ProblemKind.Forbidden);
    }

    /// <summary>The units a listing is narrowed to: those asked for, else a unit's own; null for all.</summary>
    public static IReadOnlyList<string>? UnitsOf(HttpContext http, string? asked)
    {
        if (asked is not null)
        {
            RequireUnit(http, asked);
            return [asked];
        }

        var caller = http.Caller();
        return Rights.SeesAllUnits(caller) ? null : caller.Units;
    }
}
