using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;

namespace TargetLedger.Boards;

/// <summary>The plans in force.</summary>
public sealed record PlanList(long Position, IReadOnlyList<PlanHead> Plans)
{
    internal static PlanList Of(Knowledge knowledge) => new(
        knowledge.Position,
        [.. knowledge.Plans.Values.OrderBy(p => p.Code, StringComparer.Ordinal).Select(PlanHead.Of)]);
}

/// <param name="Plan">The stream.</param>
/// <param name="Commitments">How many the list held when it was confirmed.</param>
public sealed record PlanHead(
    string Plan, string Code, string Title, string Issuer, DateOnly IssuedOn, Period Period, string? DocumentNumber, int Commitments)
{
    internal static PlanHead Of(Plan plan)
        => new(plan.Id, plan.Code, plan.Title, plan.Issuer, plan.IssuedOn, plan.Period, plan.DocumentNumber, plan.Commitments ?? 0);
}

/// <summary>One plan: its document and the commitments on its list, withdrawn ones included.</summary>
public sealed record PlanPage(long Position, long Version, Plan Plan, IReadOnlyList<ListedCommitment> Commitments)
{
    /// <param name="plan">With its words, which boards do not keep.</param>
    internal static PlanPage Of(Knowledge knowledge, Plan plan) => new(
        knowledge.Position,
        plan.Version,
        plan,
        [.. knowledge.Commitments.Where(c => c.Plan == plan.Id).Select(ListedCommitment.Of)]);
}

/// <param name="Commitment">The stream.</param>
public sealed record ListedCommitment(string Commitment, string Number, string Section, string Task, string Title, Standing Standing)
{
    internal static ListedCommitment Of(Commitment commitment)
        => new(commitment.Id, commitment.Number, commitment.Section, commitment.Task, commitment.Title, commitment.Standing);
}
