using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Drafting;

/// <summary>Fills in or corrects what the document says of itself; what is null stays.</summary>
public sealed record EditDraftHead(
    string? Title = null, string? Issuer = null, Period? Period = null, DateOnly? IssuedOn = null, string? DocumentNumber = null)
{
    public static Decision Decide(PlanDraft draft, EditDraftHead command)
    {
        if (draft.Status != PlanDraftStatus.Open)
            return Decision.No(PlanDraft.NotOpen);
        var head = new DraftedHead(
            command.Title ?? draft.Head.Title,
            command.Issuer ?? draft.Head.Issuer,
            command.Period ?? draft.Head.Period,
            command.IssuedOn ?? draft.Head.IssuedOn,
            command.DocumentNumber ?? draft.Head.DocumentNumber);
        return head == draft.Head ? Decision.Done : Decision.Of(new PlanDraftHeadEdited(head));
    }
}
