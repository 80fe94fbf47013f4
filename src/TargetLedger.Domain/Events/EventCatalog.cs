using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Supervision;
using TargetLedger.Domain.Telling;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain;

/// <summary>
/// The names under which event shapes are stored. A name, once used, means the same shape for ever: a changed shape gets a
/// new name (<c>…_v2</c>) and the old one a reader that turns it into the new shape.
/// </summary>
public static class EventCatalog
{
    private static readonly Dictionary<string, Type> Types = new(StringComparer.Ordinal)
    {
        ["plan_drawn_up"] = typeof(PlanDrawnUp),
        ["task_listed"] = typeof(TaskListed),
        ["section_listed"] = typeof(SectionListed),
        ["task_retitled"] = typeof(TaskRetitled),
        ["plan_confirmed"] = typeof(PlanConfirmed),
        ["unit_registered"] = typeof(UnitRegistered),
        ["unit_renamed"] = typeof(UnitRenamed),
        ["group_formed"] = typeof(GroupFormed),
        ["member_joined"] = typeof(MemberJoined),
        ["member_left"] = typeof(MemberLeft),
        ["rules_adopted"] = typeof(RulesAdoptedV1),
        ["rules_adopted_v2"] = typeof(RulesAdopted),
        ["plan_rules_lifted"] = typeof(PlanRulesLifted),
        ["commitment_made"] = typeof(CommitmentMade),
        ["progress_reported"] = typeof(ProgressReported),
        ["progress_corrected"] = typeof(ProgressCorrected),
        ["progress_withdrawn"] = typeof(ProgressWithdrawn),
        ["progress_verified"] = typeof(ProgressVerified),
        ["progress_returned"] = typeof(ProgressReturned),
        ["node_planned"] = typeof(NodePlanned),
        ["node_reached"] = typeof(NodeReached),
        ["target_revised"] = typeof(TargetRevised),
        ["period_revised"] = typeof(PeriodRevised),
        ["responsibility_reassigned"] = typeof(ResponsibilityReassigned),
        ["commitment_restated"] = typeof(CommitmentRestated),
        ["target_apportioned_v2"] = typeof(TargetApportioned),
        ["commitment_suspended"] = typeof(CommitmentSuspended),
        ["commitment_resumed"] = typeof(CommitmentResumed),
        ["commitment_withdrawn"] = typeof(CommitmentWithdrawn),
        ["completion_claimed"] = typeof(CompletionClaimed),
        ["completion_accepted"] = typeof(CompletionAccepted),
        ["completion_rejected"] = typeof(CompletionRejected),
        ["commitment_reopened"] = typeof(CommitmentReopened),
        ["report_drafted"] = typeof(ReportDrafted),
        ["draft_revised"] = typeof(DraftRevised),
        ["draft_submitted"] = typeof(DraftSubmitted),
        ["draft_discarded"] = typeof(DraftDiscarded),
        ["calendar_announced"] = typeof(CalendarAnnounced),
        ["reporting_terms_adopted"] = typeof(ReportingTermsAdopted),
        ["reporting_period_missed"] = typeof(ReportingPeriodMissed),
        ["late_report_allowed"] = typeof(LateReportAllowed),
        ["report_excused"] = typeof(ReportExcused),
        ["joint_lead_agreed"] = typeof(JointLeadAgreed),
        ["side_completion_claimed"] = typeof(SideCompletionClaimed),
        ["side_completion_accepted"] = typeof(SideCompletionAccepted),
        ["side_completion_rejected"] = typeof(SideCompletionRejected),
        ["counterpart_figure_received"] = typeof(CounterpartFigureReceived),
        ["counting_linked"] = typeof(CountingLinked),
        ["counting_unlinked"] = typeof(CountingUnlinked),
        ["report_counted"] = typeof(ReportCounted),
        ["link_proposed"] = typeof(LinkProposed),
        ["link_proposal_approved"] = typeof(LinkProposalApproved),
        ["link_proposal_refused"] = typeof(LinkProposalRefused),
        ["correction_drafted"] = typeof(CorrectionDrafted),
        ["withdrawal_drafted"] = typeof(WithdrawalDrafted),
        ["draft_put_up"] = typeof(DraftPutUp),
        ["draft_signed"] = typeof(DraftSigned),
        ["draft_returned"] = typeof(DraftReturned),
        ["submission_rules_adopted"] = typeof(SubmissionRulesAdopted),
        ["post_assigned"] = typeof(PostAssigned),
        ["post_left"] = typeof(PostLeft),
        ["reminder_called"] = typeof(ReminderCalled),
        ["inbox_items_seen"] = typeof(InboxItemsSeen),
        ["inbox_items_done"] = typeof(InboxItemsDone),
        ["plan_drafted"] = typeof(PlanDrafted),
        ["plan_draft_read"] = typeof(PlanDraftRead),
        ["plan_draft_answered"] = typeof(PlanDraftAnswered),
        ["plan_draft_head_edited"] = typeof(PlanDraftHeadEdited),
        ["plan_draft_task_edited"] = typeof(PlanDraftTaskEdited),
        ["plan_draft_task_added"] = typeof(PlanDraftTaskAdded),
        ["plan_draft_task_dropped"] = typeof(PlanDraftTaskDropped),
        ["plan_draft_reading_edited"] = typeof(PlanDraftReadingEdited),
        ["plan_draft_reading_added"] = typeof(PlanDraftReadingAdded),
        ["plan_draft_reading_split"] = typeof(PlanDraftReadingSplit),
        ["plan_draft_reading_dropped"] = typeof(PlanDraftReadingDropped),
        ["plan_draft_discarded"] = typeof(PlanDraftDiscarded),
        ["plan_draft_chosen"] = typeof(PlanDraftChosen),
        ["plan_draft_confirmed"] = typeof(PlanDraftConfirmed),
        ["verification_terms_adopted"] = typeof(VerificationTermsAdopted),
        ["progress_reviewed"] = typeof(ProgressReviewed),
        ["progress_returned_by_lead"] = typeof(ProgressReturnedByLead),
        ["classes_reported"] = typeof(ClassesReported),
        ["sample_drawn"] = typeof(SampleDrawn),
        ["sample_checked"] = typeof(SampleChecked),
    };

    /// <summary>Names no longer written, the shape each has for ever, and what it means in today's.</summary>
    private static readonly Dictionary<string, (Type Shape, Func<object, object> Upcast)> Earlier = new(StringComparer.Ordinal)
    {
        ["target_apportioned"] = (typeof(TargetApportionedV1), e => new TargetApportioned(((TargetApportionedV1)e).Apportionment)),
    };

    private static readonly FrozenDictionary<string, JsonTypeInfo> Shapes =
        Types.Concat(Earlier.Select(e => KeyValuePair.Create(e.Key, e.Value.Shape)))
            .ToFrozenDictionary(t => t.Key, t => LedgerJson.Options.GetTypeInfo(t.Value), StringComparer.Ordinal);

    private static readonly Dictionary<Type, string> Aliases = Types.ToDictionary(t => t.Value, t => t.Key);

    public static IReadOnlyDictionary<string, Type> All => Types;

    /// <summary>The shapes of names that are read and no longer written.</summary>
    public static IReadOnlyDictionary<string, Type> Superseded { get; } = Earlier.ToDictionary(e => e.Key, e => e.Value.Shape, StringComparer.Ordinal);

    public static string AliasOf(object body) => Aliases[body.GetType()];

    public static byte[] Write(object body) => JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), LedgerJson.Options);

    /// <exception cref="UnknownEventTypeException">This release does not know the name; it must not guess or skip.</exception>
    public static object Read(string alias, ReadOnlySpan<byte> data)
        => (alias switch
        {
            "progress_reported" => (object?)PlainReading.Reported(data),
            "progress_verified" => PlainReading.Verified(data),
            _ => null,
        }) ?? ReadAny(alias, data);

    /// <summary>By the serializer, which says what is a valid event.</summary>
    private static object ReadAny(string alias, ReadOnlySpan<byte> data)
    {
        if (!Shapes.TryGetValue(alias, out var shape))
            throw new UnknownEventTypeException(alias);
        var read = JsonSerializer.Deserialize(data, shape) ?? throw new JsonException($"The body of {alias} is null.");
        return Earlier.TryGetValue(alias, out var earlier) ? earlier.Upcast(read) : read;
    }
}

public sealed class UnknownEventTypeException(string alias)
    : Exception($"未知事件类型 {alias},请升级本节点 / unknown event type {alias}: upgrade this node")
{
    public string Alias { get; } = alias;
}
