using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;

namespace TargetLedger.Boards;

/// <summary>A plan in force and the commitments on its list, withdrawn ones included.</summary>
public sealed record ListInForce(long Position, Plan Plan, IReadOnlyList<Commitment> Commitments);
