using TargetLedger.Domain;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>What somebody wants to try out.</summary>
/// <param name="ForPlan">The one plan the rules would be for, by code or stream; null for the ledger.</param>
public sealed record WhatIfWish(RulesDraft Draft, string? ForPlan = null);

/// <summary>Rules that are tried out. Adopting is another act; nothing of this is recorded.</summary>
/// <param name="Plan">The code of the one plan they would be for; null for the ledger.</param>
public sealed record CandidateRules(string? Plan, Rules Rules);

/// <param name="Plan">A stream.</param>
internal sealed record Candidate(Rules Rules, string? Plan)
{
    /// <summary>Null where something is wrong with them.</summary>
    /// <param name="faults">Every fault, by the wish's members.</param>
    public static Candidate? Of(Knowledge knowledge, WhatIfWish wish, DateOnly on, out IReadOnlyList<Fault> faults)
    {
        var plan = knowledge.PlanNamed(wish.ForPlan);
        var rules = wish.Draft.Over(knowledge.Rules.On(on, plan));
        List<Fault> found = [.. RulesChecks.Check(rules)];
        if (wish.ForPlan is not null && plan is null)
            found.Add(new("/forPlan", "plan_unknown", $"没有方案 {wish.ForPlan}", $"there is no plan {wish.ForPlan}"));
        faults = found;
        return found.Count == 0 ? new(rules, plan) : null;
    }

    /// <summary>Whether a plan's commitments would be judged under them: the ledger's rules give way to a plan's own.</summary>
    public bool AppliesTo(string plan, RulesBook rules, DateOnly on) => Plan is null ? rules.VersionOn(on, plan)?.Plan is null : Plan == plan;

    public CandidateRules Shown(Knowledge knowledge) => new(Plan is null ? null : knowledge.Plans[Plan].Code, Rules);
}
