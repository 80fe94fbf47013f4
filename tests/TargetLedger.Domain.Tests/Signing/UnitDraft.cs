using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>A draft of hrss on its way, told by who does what: the clerk writes, the leader and the principal sign.</summary>
internal sealed class UnitDraft(SubmissionRules rules)
{
    public const string Clerk = "unit:hrss/clerk";
    public const string Colleague = "unit:hrss/colleague";
    public const string Leader = "unit:hrss/leader";
    public const string Principal = "unit:hrss/principal";

    public static SubmissionRules OneStep { get; } = new([PostKind.Leader]);

    public static SubmissionRules TwoSteps { get; } = new([PostKind.Leader, PostKind.Principal]);

    public static Evidence Scan { get; } = new(new('a', 64), "盖章页.pdf", 1, "application/pdf");

    public static UnitPosts Posts { get; } = UnitPosts.Fold(Record(
    [
        new PostAssigned(Hrss, Id(101), PostKind.Leader, Day(1, 1), Account: Leader),
        new PostAssigned(Hrss, Id(102), PostKind.Principal, Day(1, 1), Account: Principal),
        new PostAssigned(Hrss, Id(103), PostKind.Liaison, Day(1, 1), Contact: new("联络员", "028-61880000")),
    ]))!;

    private readonly List<Recorded> history = [];

    public DateOnly Today { get; set; } = Day(7, 3);

    public UnitPosts Known { get; set; } = Posts;

    public SubmissionRules Rules { get; set; } = rules;

    public ReportDraft Draft => ReportDraft.Fold(Id(1), history)!;

    public static UnitDraft Begun(SubmissionRules rules, DraftContent? content = null)
    {
        var drafting = new UnitDraft(rules);
        drafting.Take(Clerk, Decision.Of(new ReportDrafted("commitment-1", Hrss, content ?? new(Month(6), Amount: 5))));
        return drafting;
    }

    public Decision Revise(string by, decimal amount) => Take(by, ReportDraft.Revise(Draft, Draft.Content with { Amount = amount }));

    public Decision PutUp(string by = Clerk) => Take(by, DraftSigning.PutUp(Draft, Rules));

    public Decision Sign(string by, long? content = null) => Take(by, DraftSigning.Sign(Draft, new(content ?? Draft.ContentVersion), Rules, Known, by, At(Today)));

    public Decision RecordPage(string by, DateOnly? signedOn = null)
        => Take(by, DraftSigning.Sign(Draft, new(Draft.ContentVersion, new(Scan, signedOn ?? Today)), Rules, Known, by, At(Today)));

    public Decision Return(string by, string reason = "请核对") => Take(by, DraftSigning.Return(Draft, reason, Rules, Known, by, At(Today)));

    public Decision Submit(CommitmentMade? made = null)
    {
        var decided = SubmitDraft.Decide(Draft, Fold(made ?? Training), World.Known, Domain.Periods.ReportingSchedule.Empty, Rules, At(Today));
        if (decided is Decision.Record)
            Take(Clerk, Decision.Of(new DraftSubmitted(Id(1))));
        return decided;
    }

    public Decision Discard() => Take(Clerk, ReportDraft.Discard(Draft));

    private Decision Take(string by, Decision decision)
    {
        if (decision is Decision.Record record)
        {
            foreach (var e in record.Events)
                history.Add(new(e, history.Count + 1, history.Count + 1, At(Today), by));
        }

        return decision;
    }
}

internal static class DecisionChecks
{
    public static void ShouldBeRecorded(this Decision decision) => decision.ShouldBeOfType<Decision.Record>(Told(decision));

    public static void ShouldBeRefusedAs(this Decision decision, params string[] codes)
        => decision.ShouldBeOfType<Decision.Refuse>().Reasons.Select(r => r.Code).ShouldBe(codes, Told(decision));

    private static string Told(Decision decision) => decision is Decision.Refuse no ? string.Join("; ", no.Reasons.Select(r => r.En)) : decision.ToString();
}
