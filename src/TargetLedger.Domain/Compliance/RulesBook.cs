using System.Collections.Immutable;

namespace TargetLedger.Domain.Compliance;

/// <param name="Authority">By whose leave: the document's number.</param>
public sealed record RulesAdopted(string Name, DateOnly EffectiveFrom, Rules Rules, string Authority);

/// <summary>Every version of the rules. Those for a day are the latest effective by then among those known.</summary>
public sealed record RulesBook(ImmutableList<RulesAdopted> Adopted, long Version)
{
    public static RulesBook Empty { get; } = new([], 0);

    public Rules On(DateOnly day) => VersionOn(day)?.Rules ?? Rules.Default;

    /// <summary>Null while the defaults hold. Of two effective on one day the later recorded wins.</summary>
    public RulesAdopted? VersionOn(DateOnly day)
        => Adopted.Where(r => r.EffectiveFrom <= day).OrderBy(r => r.EffectiveFrom).LastOrDefault();

    public static RulesBook Evolve(RulesBook state, Recorded recorded) => recorded.Event switch
    {
        RulesAdopted e => new(state.Adopted.Add(e), recorded.Version),
        _ => throw new InvalidOperationException($"The rules do not know {recorded.Event.GetType().Name}."),
    };

    public static Decision Adopt(RulesBook book, RulesAdopted wanted)
    {
        Refusal[] refusals = [.. Check(wanted.Rules)];
        if (refusals.Length > 0)
            return Decision.No(refusals);

        // The latest of its day, not any of the past: going back to an earlier version is a decision of its own.
        return book.Adopted.FindLast(r => r.EffectiveFrom == wanted.EffectiveFrom) == wanted ? Decision.Done : Decision.Of(wanted);
    }

    private static IEnumerable<Refusal> Check(Rules rules)
    {
        if (rules.YellowTo is <= 0 or > 100)
            yield return OutOfRange("/rules/yellowTo", 0, 100);
        if (rules.ApproxTolerancePercent is < 0 or >= 100)
            yield return OutOfRange("/rules/approxTolerancePercent", 0, 100);
        if (rules.AheadFromPoints is < 0 or > 100)
            yield return OutOfRange("/rules/aheadFromPoints", 0, 100);
        foreach (var (days, member) in new[] { (rules.OverdueGraceDays, "overdueGraceDays"), (rules.NodeGraceDays, "nodeGraceDays"), (rules.NodeYellowDays, "nodeYellowDays") })
        {
            if (days is < 0 or > 366)
                yield return OutOfRange($"/rules/{member}", 0, 366);
        }
    }

    private static Refusal OutOfRange(string member, int from, int to)
        => new("value_out_of_range", $"应在 {from} 到 {to} 之间", $"must lie between {from} and {to}", member);
}
