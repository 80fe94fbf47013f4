using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>A draft beside what the steps on its way need to know.</summary>
/// <param name="Rules">In force today for its unit and plan.</param>
internal sealed record DraftOnItsWay(ReportDraft Draft, SubmissionRules Rules, UnitPosts Posts);

internal static class DraftWrites
{
    /// <summary>A draft that begins.</summary>
    public static Proposal Begin<TBody>(Command<TBody> command, Decision decided) => Proposal.Of(
        decided, StreamIds.DraftType, StreamIds.Draft(command.NewId), version: 0, command.NewId, $"/drafts/{command.NewId}");

    /// <summary>Maps <c>POST /drafts/{draft}/{act}</c>. That a draft exists is nobody's business but its unit's.</summary>
    public static RouteHandlerBuilder PostToDraft<TBody>(
        this IEndpointRouteBuilder routes, string act, string name, IValidator<TBody>? validator, Func<Command<TBody>, DraftOnItsWay, Decision> decide)
        where TBody : notnull
        => routes
            .MapWrite(HttpMethods.Post, "/drafts/{draft}/" + act, new WriteUseCase<TBody, DraftOnItsWay>(
                name,
                validator,
                async (command, view, cancellationToken) => await view.DraftAsync(command.RouteId("draft"), cancellationToken) is { } draft
                    && await view.CommitmentAsync(draft.Commitment, cancellationToken) is { } commitment
                    ? new(
                        draft,
                        (await view.SubmissionRulesAsync(cancellationToken)).For(draft.Unit, commitment.Plan, command.At.Day),
                        await view.PostsAsync(draft.Unit, cancellationToken))
                    : null,
                found => found.Draft.Version,
                (command, found) => Rights.MayTouchDraft(command.Caller, found.Draft.Unit) ? Access.Granted : Access.Hidden,
                (command, found) => Proposal.Of(
                    decide(command, found), StreamIds.DraftType, StreamIds.Draft(found.Draft.Id), found.Draft.Version, found.Draft.Id)))
            .Needs(Right.Report);
}
