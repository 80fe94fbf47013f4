using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Signing;

/// <summary>报送: what a draft, or a report made at once, has to fulfil beside what is true of every report.</summary>
public static class SubmitDraft
{
    /// <summary>The draft becomes a report, once everybody has signed.</summary>
    public static Decision Decide(
        ReportDraft draft,
        Commitment commitment,
        UnitDirectory directory,
        ReportingSchedule schedule,
        SubmissionRules rules,
        Moment at,
        IReadOnlyDictionary<string, Commitment>? sources = null)
    {
        if (draft.Status == DraftStatus.Discarded)
            return Decision.No(ReportDraft.NotOpen);
        if (draft.Corrects is { } corrects)
            return Correct(draft, corrects, commitment, schedule, rules, at);
        if (draft.Withdraws is { } withdraws)
            return Withdraw(draft, withdraws, commitment, schedule, rules, at);
        var reported = ReportProgress.Decide(commitment, draft.AsReport(), directory, schedule, at, sources);
        return With(WithClasses(reported, draft, commitment, at), DraftSigning.UnlessSigned(draft, rules), WithoutText(commitment, draft.AsReport(), rules));
    }

    /// <summary>A report without a draft, where nobody has to sign.</summary>
    public static Decision Directly(
        Commitment commitment,
        ReportProgress command,
        UnitDirectory directory,
        ReportingSchedule schedule,
        SubmissionRules rules,
        Moment at,
        IReadOnlyDictionary<string, Commitment>? sources = null)
        => With(
            ReportProgress.Decide(commitment, command, directory, schedule, at, sources),
            rules.Steps.Count == 0 ? null : SigningRequired,
            WithoutText(commitment, command, rules));

    /// <summary>What a report will come to once everybody has signed.</summary>
    public static Decision OnceSigned(
        Commitment commitment,
        ReportProgress command,
        UnitDirectory directory,
        ReportingSchedule schedule,
        SubmissionRules rules,
        Moment at,
        IReadOnlyDictionary<string, Commitment>? sources = null)
        => Directly(commitment, command, directory, schedule, rules with { Steps = [] }, at, sources);

    /// <summary>In place of a report that has to be signed: a draft that is put up at once.</summary>
    public static Decision DraftAndPutUp(Commitment commitment, ReportProgress report)
        => Decision.Of(new ReportDrafted(commitment.Id, report.Unit, DraftContent.Of(report)), new DraftPutUp());

    /// <summary>A correction without a draft, where corrections are not signed.</summary>
    public static Decision CorrectDirectly(Commitment commitment, CorrectProgress command, ReportingSchedule schedule, SubmissionRules rules, Moment at)
        => With(CorrectProgress.Decide(commitment, command, schedule, at), rules.Steps.Count > 0 && rules.Corrections ? SigningRequired : null);

    /// <summary>班次明细 without a draft, where corrections are not signed: by them it is decided which unit a class counts for.</summary>
    public static Decision ClassesDirectly(Commitment commitment, ReportClasses command, ReportingSchedule schedule, SubmissionRules rules, Moment at)
        => With(ReportClasses.Decide(commitment, command, schedule, at), rules.Steps.Count > 0 && rules.Corrections ? ClassesSigned : null);

    /// <summary>
    /// A report taken back without a draft, where nobody has to sign. Rules that spare corrections do not spare this: it takes a
    /// figure away that somebody signed, and puts none in its place.
    /// </summary>
    public static Decision WithdrawDirectly(Commitment commitment, WithdrawProgress command, ReportingSchedule schedule, SubmissionRules rules, Moment at)
        => With(WithdrawProgress.Decide(commitment, command, schedule, at), rules.Steps.Count > 0 ? SigningRequired : null);

    /// <summary>起草撤回; what would be refused whoever signs it is refused at once.</summary>
    public static Decision DraftWithdrawal(Commitment commitment, WithdrawProgress command, ReportingSchedule schedule, Moment at)
        => WithdrawProgress.Decide(commitment, command, schedule, at) switch
        {
            Decision.Record when commitment.FindReport(command.Report) is { } report
                => Decision.Of(new WithdrawalDrafted(commitment.Id, report.Unit, report.Id, report.Period, command.Reason)),
            Decision.Nothing => Decision.No(CommitmentRefusals.ReportWithdrawn),
            var refused => refused,
        };

    private static Decision Withdraw(
        ReportDraft draft, DraftWithdrawal withdraws, Commitment commitment, ReportingSchedule schedule, SubmissionRules rules, Moment at)
    {
        if (draft.Status == DraftStatus.Submitted)
            return Decision.Done;
        return WithdrawProgress.Decide(commitment, new(withdraws.Report, withdraws.Reason), schedule, at) switch
        {
            // Taken back some other way: the draft has nothing left to do.
            Decision.Nothing => Decision.No(CommitmentRefusals.ReportWithdrawn),
            var decided => With(decided, DraftSigning.UnlessSigned(draft, rules)),
        };
    }

    private static Decision Correct(
        ReportDraft draft, DraftCorrection corrects, Commitment commitment, ReportingSchedule schedule, SubmissionRules rules, Moment at)
    {
        if (draft.Status == DraftStatus.Submitted)
            return Decision.Done;
        var corrected = CorrectProgress.Decide(commitment, draft.AsCorrection(corrects), schedule, at) switch
        {
            Decision.Nothing when draft.Content.Classes is { } classes => ReportClasses.Decide(commitment, new(corrects.Report, classes), schedule, at),
            var decided => WithClasses(decided, draft, commitment, at),
        };
        return corrected is Decision.Nothing
            ? Decision.No(new Refusal("correction_changes_nothing", "更正与原填报相同,请修改或作废草稿", "the correction changes nothing of the report; revise or discard it"))
            : With(corrected, rules.Corrections ? DraftSigning.UnlessSigned(draft, rules) : null);
    }

    private static Decision WithClasses(Decision decided, ReportDraft draft, Commitment commitment, Moment at)
        => decided is Decision.Record record && draft.Content.Classes is { } classes ? ReportClasses.With(record, commitment, draft.Report, classes, at) : decided;

    private static Refusal ClassesSigned { get; } = new(
        "classes_to_be_signed", "按规则班次明细须审签:请写入更正草稿,审签后报送", "by the rules classes have to be signed: draft a correction that states them, have it signed, submit it");

    private static Refusal SigningRequired { get; } = new("signing_required", "按规则须先审签:请起草、送审、审签后报送", "by the rules it has to be signed: draft it, put it up, have it signed, submit it");

    /// <summary>All that is wrong at once; a decision that has nothing to do is left as it is.</summary>
    private static Decision With(Decision decided, params ReadOnlySpan<Refusal?> more)
    {
        List<Refusal> refusals = decided is Decision.Refuse refuse ? [.. refuse.Reasons] : [];
        if (decided is Decision.Nothing)
            return decided;
        foreach (var refusal in more)
        {
            if (refusal is not null)
                refusals.Add(refusal);
        }

        return refusals.Count > 0 ? Decision.No(refusals) : decided;
    }

    private static Refusal? WithoutText(Commitment commitment, ReportProgress command, SubmissionRules rules)
        => rules.TextRequired && !command.NoProgress && string.IsNullOrWhiteSpace(command.Text?.Done) && ReportedWords.AreDue(commitment, command.Period, rules)
            ? new("text_missing", "本期须填工作进展文字", "the words on progress are due with this period", "/text")
            : null;
}

/// <summary>Figures and words may have different cadences: figures monthly, words quarterly.</summary>
public static class ReportedWords
{
    /// <summary>Whether a report of some days reaches a day words are due for. Of an item without a figure words are all there is.</summary>
    public static bool AreDue(Commitment commitment, Period period, SubmissionRules rules)
    {
        if (commitment.Measure is null)
            return true;
        if (rules.Text == Cadence.ByNode)
            return commitment.Nodes.Exists(n => period.Contains(n.Node.Planned));

        var end = ReportingPeriods.SpanEnd(period.Start, rules.Text);
        var last = commitment.PeriodOn(period.End).End;
        return period.Contains(end < last ? end : last);
    }
}
