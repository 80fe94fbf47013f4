using System.Collections.Immutable;

namespace TargetLedger.Domain.Signing;

/// <summary>Every version of the rules of submission, in the order they were recorded.</summary>
public sealed record SubmissionRulesBook(ImmutableList<SubmissionRulesAdopted> Adopted, long Version)
{
    private const int MostDaysAhead = 60;

    public static SubmissionRulesBook Empty { get; } = new([], 0);

    /// <summary>
    /// The rules of a day: the narrowest that are for it (a unit in a plan, a unit, a plan, everybody), of these the latest
    /// effective, of two effective on one day the later recorded.
    /// </summary>
    /// <param name="plan">The plan's stream.</param>
    public SubmissionRules For(string unit, string plan, DateOnly day)
        => Adopted
            .Where(a => a.EffectiveFrom <= day && (a.Unit is null || a.Unit == unit) && (a.Plan is null || StreamIds.Plan(a.Plan) == plan))
            .OrderBy(a => (a.Unit is null ? 0 : 2) + (a.Plan is null ? 0 : 1))
            .ThenBy(a => a.EffectiveFrom)
            .LastOrDefault()?.Rules ?? SubmissionRules.Default;

    public static SubmissionRulesBook Evolve(SubmissionRulesBook state, Recorded recorded) => recorded.Event switch
    {
        SubmissionRulesAdopted e => new(state.Adopted.Add(e), recorded.Version),
        _ => throw new InvalidOperationException($"The rules of submission do not know {recorded.Event.GetType().Name}."),
    };

    public static Decision Adopt(SubmissionRulesBook book, SubmissionRulesAdopted wanted)
    {
        Refusal[] refusals = [.. Check(wanted.Rules)];
        if (refusals.Length > 0)
            return Decision.No(refusals);

        var last = book.Adopted.FindLast(a => a.EffectiveFrom == wanted.EffectiveFrom && a.Unit == wanted.Unit && a.Plan == wanted.Plan);
        return last is not null && last.Rules.IsSameAs(wanted.Rules) && last with { Rules = wanted.Rules } == wanted
            ? Decision.Done
            : Decision.Of(wanted);
    }

    private static IEnumerable<Refusal> Check(SubmissionRules rules)
    {
        if (rules.Steps.Count > SubmissionRules.MaxSteps)
            yield return new("too_many_steps", "审签最多两步", "there are at most two signing steps", "/rules/steps");
        if (rules.Steps.Any(post => post is PostKind.Clerk or PostKind.Liaison))
            yield return new("post_cannot_sign", "审签人只能是分管领导或主要负责人", "only the leader in charge or the principal signs", "/rules/steps");
        if (rules.Steps.Distinct().Count() < rules.Steps.Count)
            yield return new("post_repeated", "同一职务不能审签两次", "no post signs twice", "/rules/steps");
        if (rules.DueSoonDays is < 0 or > MostDaysAhead)
            yield return new("value_out_of_range", $"应在 0 到 {MostDaysAhead} 之间", $"must lie between 0 and {MostDaysAhead}", "/rules/dueSoonDays");
    }
}
