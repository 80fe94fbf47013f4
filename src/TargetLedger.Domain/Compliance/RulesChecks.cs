namespace TargetLedger.Domain.Compliance;

/// <summary>What makes rules sound. Rules that are adopted and rules that are only tried out are held to the same.</summary>
public static class RulesChecks
{
    private const int LongestDays = 366;

    /// <summary>Every fault, with pointers relative to the rules.</summary>
    public static IEnumerable<Fault> Check(Rules rules) => [.. Limits(rules), .. Bands(rules), .. Curve(rules)];

    private static IEnumerable<Fault> Limits(Rules rules)
    {
        // With time left and with monthly completion the last step may begin at nothing.
        var least = BehindPace(rules) ? 0.0001m : 0;
        if (rules.YellowTo < least || rules.YellowTo > 100)
            yield return OutOfRange("/yellowTo", 100);
        if (rules.GreenTo is < 0 or > 100)
            yield return OutOfRange("/greenTo", 100);
        if (rules.UndefinedTo is <= 0 or > 100)
            yield return OutOfRange("/undefinedTo", 100);
        if (rules.ApproxTolerancePercent is < 0 or >= 100)
            yield return OutOfRange("/approxTolerancePercent", 100);
        if (rules.AheadFromPoints is < 0 or > 100)
            yield return OutOfRange("/aheadFromPoints", 100);
        foreach (var (days, member) in new[] { (rules.OverdueGraceDays, "overdueGraceDays"), (rules.NodeGraceDays, "nodeGraceDays"), (rules.NodeYellowDays, "nodeYellowDays") })
        {
            if (days is < 0 or > LongestDays)
                yield return OutOfRange($"/{member}", LongestDays);
        }
    }

    private static IEnumerable<Fault> Bands(Rules rules)
    {
        if (!BehindPace(rules))
        {
            if (rules.GreenTo is null)
                yield return new("/greenTo", "value_missing", "请写明绿灯到哪里为止", "where green ends must be stated");
            else if (rules.GreenTo <= rules.YellowTo)
                yield return new("/yellowTo", "bands_reversed", "黄灯的界限应低于绿灯的界限", "yellow must end below where green ends");
            if (rules.UndefinedTo is not null)
                yield return new("/undefinedTo", "band_not_expected", "只有按落后幅度判定时才有未规定的区间", "only lights by the gap to pace have an undefined band");
            yield break;
        }

        if (rules.GreenTo >= rules.YellowTo)
            yield return new("/greenTo", "bands_reversed", "绿灯的界限应小于黄灯的界限", "green must end before yellow does");
        if (rules.UndefinedTo <= rules.GreenTo.GetValueOrDefault() || rules.UndefinedTo > rules.YellowTo)
            yield return new("/undefinedTo", "bands_reversed", "未规定的区间应在绿灯与黄灯的界限之间", "the undefined band must lie between where green and where yellow end");
    }

    private static IEnumerable<Fault> Curve(Rules rules) => rules.PaceCurve?.Check().Select(f => f with { Pointer = $"/paceCurve{f.Pointer}" }) ?? [];

    private static bool BehindPace(Rules rules) => rules.LightBy is LightBy.GapInPoints or LightBy.ShareOfPace;

    private static Fault OutOfRange(string member, int to)
        => new(member, "value_out_of_range", $"应在 0 到 {to} 之间", $"must lie between 0 and {to}");
}
