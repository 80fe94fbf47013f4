using TargetLedger.Domain;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Boards;

/// <summary>How many of the reports owed for periods that have ended came in, and when.</summary>
/// <param name="Expected">应报: owed, the excused not counted.</param>
/// <param name="Reported">已报, on time or late.</param>
/// <param name="Pending">未到期: not in, and not due yet.</param>
/// <param name="AfterLock">补报: those of the late that came in by leave, when the period was locked.</param>
/// <param name="OnTimePercent">按时率: on time, of those on time, late or missing; null where there is none.</param>
public sealed record TimelinessCounts(
    int Expected, int Reported, int OnTime, int Late, int Missing, int Pending, int Excused, int AfterLock, decimal? OnTimePercent)
{
    internal static TimelinessCounts Of(IEnumerable<DueReport> due)
    {
        var tally = new TimelinessTally();
        foreach (var one in due)
            tally.Add(one.Timeliness, one.AfterLock);
        return tally.ToCounts();
    }
}

internal sealed class TimelinessTally
{
    private readonly int[] counts = new int[Enum.GetValues<Timeliness>().Length];
    private int afterLock;

    public void Add(Timeliness timeliness, bool inAfterLock)
    {
        counts[(int)timeliness]++;
        if (inAfterLock && timeliness == Timeliness.Late)
            afterLock++;
    }

    public TimelinessCounts ToCounts()
    {
        var (pending, onTime, late, missing) = (counts[(int)Timeliness.Pending], counts[(int)Timeliness.OnTime], counts[(int)Timeliness.Late], counts[(int)Timeliness.Missing]);
        var due = onTime + late + missing;
        return new(
            due + pending,
            onTime + late,
            onTime,
            late,
            missing,
            pending,
            counts[(int)Timeliness.Excused],
            afterLock,
            due == 0 ? null : Figure.Normalise(Math.Round(100m * onTime / due, 2, MidpointRounding.AwayFromZero)));
    }
}
