using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;

namespace TargetLedger.Boards;

/// <summary>交接清单: what is under way in a unit, for who comes to take it over.</summary>
/// <param name="Posts">Who holds posts on the day, and who will.</param>
/// <param name="Drafts">Open ones, oldest first, with where each stands: to be worked on, unsigned, signed.</param>
/// <param name="Returned">Reports that came back and wait for an answer.</param>
/// <param name="Due">待报, the earliest due first.</param>
/// <param name="ToReview">待初审: members' reports the unit, as the lead, has still to review; the longest waiting first.</param>
public sealed record Handover(
    DateOnly On,
    long Position,
    UnitHead Unit,
    IReadOnlyList<PostHolding> Posts,
    IReadOnlyList<HandoverDraft> Drafts,
    IReadOnlyList<ReturnedReport> Returned,
    IReadOnlyList<DueItem> Due,
    IReadOnlyList<ReportToReview> ToReview)
{
    internal static Handover? Of(Knowledge knowledge, string unit, SubmissionRulesBook rules, UnitPosts posts, IReadOnlyList<ReportDraft> drafts, DateOnly on)
    {
        if (UnitPage.Of(knowledge, unit, on) is not { } page)
            return null;
        var byId = knowledge.Commitments.ToDictionary(c => c.Id, StringComparer.Ordinal);
        return new(
            on,
            knowledge.Position,
            page.Unit,
            [.. posts.Holdings.Where(h => h.To is null || h.To >= on)],
            [.. drafts.Where(d => byId.ContainsKey(d.Commitment)).Select(d => HandoverDraft.Of(knowledge, byId[d.Commitment], d, rules, on))],
            page.Returned,
            page.Due,
            page.ToReview);
    }
}

/// <param name="Purpose">What it becomes when it is submitted.</param>
/// <param name="Author">The account that last wrote it.</param>
/// <param name="Unsigned">The posts that have still to sign.</param>
public sealed record HandoverDraft(
    Guid Draft, string Commitment, string Plan, string Number, string Title, Period Period, DraftPurpose Purpose, DraftStage Stage, string Author, IReadOnlyList<PostKind> Unsigned)
{
    internal static HandoverDraft Of(Knowledge knowledge, Commitment commitment, ReportDraft draft, SubmissionRulesBook book, DateOnly on)
    {
        var rules = book.For(draft.Unit, commitment.Plan, on);
        return new(
            draft.Id,
            commitment.Id,
            knowledge.PlanOf(commitment).Code,
            commitment.Number,
            commitment.Title,
            draft.Content.Period,
            draft.Purpose,
            DraftSigning.StageOf(draft, rules),
            draft.Author,
            DraftSigning.Missing(draft, rules));
    }
}
