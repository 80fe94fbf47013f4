using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.JointLeads;

/// <summary>How equal leads answer: by which sides, verified by whom, for what target. It replaces earlier terms.</summary>
public sealed record JointLeadAgreed(JointTarget Target, IReadOnlyList<Side> Sides, string Authority);

/// <summary>One side's 销号申请.</summary>
public sealed record SideCompletionClaimed(string Side, string Unit, DateOnly CompletedOn, string Statement, IReadOnlyList<Evidence>? Evidence = null);

/// <summary>One side's claim is accepted by its office; with the last of them the commitment is closed out.</summary>
public sealed record SideCompletionAccepted(string Side, DateOnly CompletedOn, string? Comment = null);

public sealed record SideCompletionRejected(string Side, string Reason);

/// <inheritdoc cref="CounterpartFigure"/>
public sealed record CounterpartFigureReceived(string Ledger, string Commitment, decimal Total, DateOnly Through, long Position, string Hash, string Source);
