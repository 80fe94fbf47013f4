using System.Collections.Immutable;

namespace TargetLedger.Domain.Compliance;

/// <param name="Authority">By whose leave: the document's number.</param>
/// <param name="Plan">The stream of the one plan they are for; null where they are the ledger's.</param>
public sealed record RulesAdopted(string Name, DateOnly EffectiveFrom, Rules Rules, string Authority, string? Plan = null);

/// <summary>A plan's own rules end: from a day on the ledger's hold for it again.</summary>
/// <param name="Plan">The plan's stream.</param>
public sealed record PlanRulesLifted(string Plan, DateOnly EffectiveFrom, string Authority);

/// <summary>One act on the rules.</summary>
/// <param name="Version">Of the rules' stream, after it.</param>
/// <param name="Plan">The stream of the plan it is for; null for the ledger.</param>
/// <param name="Name">Null where a plan's own rules are lifted, as are the rules then.</param>
public sealed record RulesVersion(long Version, long Position, string? Plan, string? Name, DateOnly EffectiveFrom, Rules? Rules, string Authority);

/// <summary>
/// Every version of the rules. Those for a day are the latest effective by then among those known: a plan's own where it has
/// some, else the ledger's.
/// </summary>
public sealed record RulesBook(ImmutableList<RulesVersion> Versions, long Version)
{
    public static RulesBook Empty { get; } = new([], 0);

    /// <param name="plan">The commitment's plan, a stream; null asks for the ledger's rules.</param>
    public Rules On(DateOnly day, string? plan = null) => VersionOn(day, plan)?.Rules ?? Rules.Default;

    /// <summary>Null while the defaults hold. Of two effective on one day the later recorded wins.</summary>
    public RulesVersion? VersionOn(DateOnly day, string? plan = null)
        => plan is not null && Latest(day, plan) is { Rules: not null } own ? own : Latest(day, null);

    public static RulesBook Evolve(RulesBook state, Recorded recorded) => recorded.Event switch
    {
        RulesAdopted e => state.With(recorded, e.Plan, e.Name, e.EffectiveFrom, e.Rules, e.Authority),
        RulesAdoptedV1 e => state.With(recorded, null, e.Name, e.EffectiveFrom, e.Rules.ToRules(), e.Authority),
        PlanRulesLifted e => state.With(recorded, e.Plan, null, e.EffectiveFrom, null, e.Authority),
        _ => throw new InvalidOperationException($"The rules do not know {recorded.Event.GetType().Name}."),
    };

    public static Decision Adopt(RulesBook book, RulesAdopted wanted)
    {
        Refusal[] refusals = [.. RulesChecks.Check(wanted.Rules).Select(f => new Refusal(f.Code, f.Zh, f.En, $"/rules{f.Pointer}"))];
        if (refusals.Length > 0)
            return Decision.No(refusals);

        // The latest of its day, not any of the past: going back to an earlier version is a decision of its own.
        return book.LatestOf(wanted.Plan, wanted.EffectiveFrom) is { } latest
            && (latest.Name, latest.Rules, latest.Authority) == (wanted.Name, wanted.Rules, wanted.Authority) ? Decision.Done : Decision.Of(wanted);
    }

    public static Decision Lift(RulesBook book, PlanRulesLifted wanted)
    {
        if (book.LatestOf(wanted.Plan, wanted.EffectiveFrom) is { Rules: null } latest && latest.Authority == wanted.Authority)
            return Decision.Done;
        return book.Latest(wanted.EffectiveFrom, wanted.Plan) is { Rules: not null }
            ? Decision.Of(wanted)
            : Decision.No(new Refusal("plan_rules_missing", "该方案当日没有自己的规则", "the plan has no rules of its own on that day", "/plan"));
    }

    private RulesVersion? Latest(DateOnly day, string? plan)
    {
        RulesVersion? latest = null;
        foreach (var version in Versions)
        {
            if (version.EffectiveFrom <= day && version.Plan == plan && (latest is null || version.EffectiveFrom >= latest.EffectiveFrom))
                latest = version;
        }

        return latest;
    }

    private RulesVersion? LatestOf(string? plan, DateOnly effectiveFrom)
        => Versions.FindLast(v => v.Plan == plan && v.EffectiveFrom == effectiveFrom);

    private RulesBook With(Recorded recorded, string? plan, string? name, DateOnly from, Rules? rules, string authority)
        => new(Versions.Add(new(recorded.Version, recorded.Position, plan, name, from, rules, authority)), recorded.Version);
}
