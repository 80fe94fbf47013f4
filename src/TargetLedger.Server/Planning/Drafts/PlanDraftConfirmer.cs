using TargetLedger.Documents.Confirming;
using TargetLedger.Domain;
using TargetLedger.Domain.Drafting;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>
/// Turns a draft into a list in force: as a plan file, by the way all plan files go, with the draft's own end recorded in the
/// append that makes the list visible. Either both are there or neither is.
/// </summary>
internal sealed class PlanDraftConfirmer(PlanDraftQueries drafts, PlanImporter importer, Ledger ledger)
{
    /// <param name="version">The version of the draft the keeper has seen.</param>
    /// <returns>Null when, of one key, another request has come first.</returns>
    /// <exception cref="ProblemException">409 with every open question, every unknown unit or everything a list cannot be made of; 412 when it has changed.</exception>
    public async Task<IResult?> ConfirmAsync(
        string draft, ConfirmPlanDraft wish, long? version, AppendActor actor, Func<Outcome, RequestKey> key, CancellationToken cancellationToken)
    {
        var seen = await drafts.FindAsync(draft, cancellationToken);
        var plan = StreamIds.Plan(wish.Code);
        if (seen.Status == PlanDraftStatus.Confirmed && seen.Revision is null && seen.Plan == plan)
            return await AnswerNothingAsync(ledger, seen, actor, key, cancellationToken);
        Require(seen, version);
        if (DraftQuestions.InTheWayOf(seen) is { Count: > 0 } open)
            throw ProblemException.Refused(open);

        var named = (wish.Units ?? []).ToDictionary(u => u.Name, u => u.Code, StringComparer.Ordinal);
        var units = UnitResolution.Of(seen, await drafts.RegisteredAsync(cancellationToken), named, wish.RegisterUnits);
        if (units.Faults.Count > 0)
            throw ProblemException.Refused(units.Faults);
        var file = DraftPlanFile.Of(seen, wish.Code, units);
        if (file.Check() is { Count: > 0 } faults)
            throw ProblemException.Refused(faults);

        return await importer.ImportAsync(file.File, actor, key, cancellationToken, async () =>
        {
            // Looked at again for each attempt: what was confirmed is the version that was seen, or nothing is.
            Require(await drafts.FindAsync(draft, cancellationToken), seen.Version);
            return new(StreamIds.PlanDraftType, StreamIds.PlanDraft(seen.Id), seen.Version, [new PlanDraftConfirmed(plan)]);
        });
    }

    public static void Require(PlanDraft draft, long? version)
    {
        if (version is null)
            throw new ProblemException(ProblemKind.IfMatchMissing);
        if (version != draft.Version)
            throw new ProblemException(ProblemKind.Stale);
        if (draft.Status != PlanDraftStatus.Open)
            throw ProblemException.Refused([PlanDraft.NotOpen]);
    }

    /// <summary>For a draft that is confirmed as it was asked for: nothing is left to do.</summary>
    public static async Task<IResult?> AnswerNothingAsync(Ledger ledger, PlanDraft draft, AppendActor actor, Func<Outcome, RequestKey> key, CancellationToken cancellationToken)
    {
        var outcome = new Outcome(StreamIds.PlanDraft(draft.Id), draft.Version, Location: $"/plans/{draft.Plan}");
        return await ledger.AppendAsync(new([], actor, key(outcome)), cancellationToken) is AppendResult.Appended appended
            ? outcome.Answer(draft.Version, appended.LastPosition)
            : null;
    }
}
