using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>A commitment as it is judged, and beside it as it would be.</summary>
/// <param name="Counted">As the candidate counts, as are the figures after it.</param>
public sealed record WhatIfRow(
    BoardRow InForce,
    Light Light,
    Status Status,
    Reason Reason,
    decimal? Counted,
    decimal? Completion,
    decimal? Pace,
    DateOnly? Cutoff)
{
    internal bool IsChanged => Light != InForce.Light;

    internal static WhatIfRow Of(Knowledge knowledge, Commitment commitment, Candidate candidate, DateOnly on)
    {
        var row = BoardRow.Of(knowledge, commitment, on);
        if (!candidate.AppliesTo(commitment.Plan, knowledge.Rules, on))
            return new(row, row.Light, row.Status, row.Reason, row.Counted, row.Completion, row.Pace, row.Cutoff);

        var judged = Judgement.Of(commitment, on, candidate.Rules, knowledge.Directory);
        return new(
            row,
            judged.Verdict.Light,
            judged.Verdict.Status,
            judged.Verdict.Reason,
            judged.Totals.Counted,
            judged.Completion,
            judged.Pace,
            judged.Totals.Cutoff);
    }
}

/// <summary>One commitment under rules nobody has adopted, beside what is in force for it.</summary>
/// <param name="InForce">Null while the defaults hold.</param>
public sealed record WhatIfCommitment(DateOnly On, long Position, RulesName? InForce, CandidateRules Candidate, WhatIfRow Row)
{
    internal static WhatIfCommitment Of(Knowledge knowledge, Commitment commitment, Candidate candidate, DateOnly on) => new(
        on,
        knowledge.Position,
        RulesName.On(knowledge.Rules, on, commitment.Plan),
        candidate.Shown(knowledge),
        WhatIfRow.Of(knowledge, commitment, candidate, on));
}
