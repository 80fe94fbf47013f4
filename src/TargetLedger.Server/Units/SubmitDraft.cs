using TargetLedger.Domain;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>报送草稿: the draft becomes a report; from now on it counts.</summary>
internal static class SubmitDraftEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/drafts/{draft}/submission", new WriteUseCase<DraftSubmission, DraftInView>(
            "submit-draft",
            Validator: null,
            FindAsync,
            found => found.Draft.Version,
            MayAct,
            (command, found) => Decide(found, command.At)))
        .Needs(Right.Report)
        .WithSummary("报送草稿 / Submit a draft");

    private static async Task<DraftInView?> FindAsync(Command<DraftSubmission> command, LedgerView view, CancellationToken cancellationToken)
        => await view.DraftAsync(command.RouteId("draft"), cancellationToken) is { } draft
           && await view.InViewAsync(draft.Commitment, [], cancellationToken) is { } commitment
            ? new(draft, commitment)
            : null;

    private static Access MayAct(Command<DraftSubmission> command, DraftInView found)
    {
        if (!Rights.MayTouchDraft(command.Caller, found.Draft.Unit))
            return Access.Hidden;
        if (found.Draft.Purpose != DraftPurpose.Report)
            return found.On.Commitment.FindReport(found.Draft.Report) is { } report && Rights.MayCorrect(command.Caller, report) ? Access.Granted : Access.Denied;
        return Rights.MayReport(command.Caller, found.On.Commitment, found.On.Directory, found.Draft.Unit, found.Draft.Content.Period)
            ? Access.Granted
            : Access.Denied;
    }

    private static Proposal Decide(DraftInView found, Moment at)
    {
        var (draft, commitment) = (found.Draft, found.On.Commitment);
        var report = draft.Report;
        var reported = Proposal.Of(
            SubmitDraft.Decide(draft, commitment, found.On.Directory, found.On.Schedule, found.On.SubmissionRulesOf(draft.Unit, at.Day), at, found.On.Sources),
            StreamIds.CommitmentType,
            commitment.Id,
            commitment.Version,
            report,
            $"/commitments/{commitment.Id}/reports/{report}");
        return reported is Proposal.Record record
            ? record with { Changes = [.. record.Changes, new(StreamIds.DraftType, StreamIds.Draft(draft.Id), draft.Version, [new DraftSubmitted(report)])] }
            : reported;
    }
}

/// <summary>Nothing needs to be said beside the act itself.</summary>
internal sealed record DraftSubmission;

internal sealed record DraftInView(ReportDraft Draft, CommitmentInView On);
