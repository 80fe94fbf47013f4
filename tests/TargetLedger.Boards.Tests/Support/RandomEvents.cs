using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Telling;
using TargetLedger.Domain.Supervision;
using TargetLedger.Domain.Units;

namespace TargetLedger.Boards.Tests;

/// <summary>
/// Events of every kind on the sample plan, in orders no rule would allow: whatever is in the ledger, boards must show the
/// same live and replayed. The same seed gives the same events.
/// </summary>
internal sealed class RandomEvents(int seed)
{
    private static readonly string[] Units = [.. SampleFiles.Plan.Units.Select(u => u.Code)];

    private static readonly string[] Numbers =
        [.. SampleFiles.Plan.Sections.SelectMany(s => s.Tasks).SelectMany(t => t.Commitments.Select((_, i) => $"{t.Number}-{i + 1}"))];

#pragma warning disable CA5394 // A seeded sequence is wanted here, not a secret.
    private readonly Random random = new(seed);
    private readonly Dictionary<string, List<Guid>> reports = new(StringComparer.Ordinal);
    private readonly List<string> drafts = [];

    public async Task RecordAsync(Office office, int count)
    {
        for (var i = 0; i < count; i++)
        {
            office.Clock.Now = office.Clock.Now.AddMinutes(random.Next(1, 600));
            var (stream, recorded) = Next(office.Today);
            await office.RecordAsync(stream, recorded);
        }
    }

    private (string Stream, object Event) Next(DateOnly today) => random.Next(40) switch
    {
        0 => (StreamIds.Rules, RulesAct()),
        1 => (StreamIds.Unit(Pick(Units)), new UnitRenamed($"更名{random.Next(99)}", Day(), "文〔2014〕8号")),
        2 => (StreamIds.Group("quxian"), new MemberJoined(Pick(Units), Day())),
        3 => (StreamIds.Group("quxian"), new MemberLeft(Pick(Units), Day())),
        4 or 5 => Draft(),
        6 => (StreamIds.Schedule, Announcement()),
        7 => Beside(),
        9 => (StreamIds.Plan(SampleFiles.Plan.Plan.Code), RevisedPlan()),
        8 => (StreamIds.Sample(Guid.NewGuid()), new SampleDrawn("抽查", new(1), 1, "", "1", [])),
        _ => OfCommitment(Pick(Numbers), today),
    };

    /// <summary>What a revised document changes of the plan itself.</summary>
    private object RevisedPlan() => random.Next(3) switch
    {
        0 => new SectionListed($"增{random.Next(3)}", "补充板块"),
        1 => new TaskListed(Pick([.. SampleFiles.Plan.Sections.Select(s => s.Number), "增0", "增1"]), $"补{random.Next(99)}", "补充任务", []),
        _ => new TaskRetitled(Pick([.. SampleFiles.Plan.Sections.SelectMany(s => s.Tasks).Select(t => t.Number)]), $"改称{random.Next(99)}", "修订", "文〔2014〕9号"),
    };

    private object Announcement() => random.Next(3) == 2 ? new VerificationTermsAdopted("核验规则", Day(), new(random.Next(2) == 0, false, WarningTerms.Default), "文〔2014〕13号") : random.Next(2) == 0
        ? new CalendarAnnounced(2014, [new("假日", Day(), Day().AddDays(2))], [new(2014, 9, 28)], "文〔2014〕11号")
        : new ReportingTermsAdopted(
            "填报规则", Day(), new(random.Next(1, 12), 8, 10, 15, random.Next(1, 12), random.Next(2) == 0 ? random.Next(20) : null), "文〔2014〕12号");

    private (string Stream, object Event) Draft()
    {
        if (drafts.Count > 0 && random.Next(2) == 0)
            return (Pick([.. drafts]), random.Next(6) switch
            {
                0 => new DraftRevised(new(Month())),
                1 => new DraftSubmitted(Guid.NewGuid()),
                2 => new DraftPutUp(),
                3 => new DraftSigned(PostKind.Leader, 1),
                4 => new DraftReturned(PostKind.Leader, "请核对"),
                _ => new DraftDiscarded(),
            });

        var draft = StreamIds.Draft(Guid.NewGuid());
        drafts.Add(draft);
        return (draft, new ReportDrafted(Office.Commitment(Pick(Numbers)), Pick(Units), new(Month(), Amount: Figure())));
    }

    /// <summary>What no board is made of, and inboxes are.</summary>
    private (string Stream, object Event) Beside()
    {
        var unit = Pick(["zuzhibu", "rensheju", "pengzhou"]);
        return random.Next(4) switch
        {
            0 => (StreamIds.Submission, new SubmissionRulesAdopted("报送规则", Day(), new(Pick<PostKind[]>([[], [PostKind.Leader]]), DueSoonDays: random.Next(20)), "文〔2014〕13号", random.Next(2) == 0 ? unit : null)),
            1 => (StreamIds.Posts(unit), new PostAssigned(unit, Guid.NewGuid(), PostKind.Clerk, Day(), Account: "a")),
            2 => (StreamIds.Calls(unit), new ReminderCalled(Guid.NewGuid(), unit, Month().End, [], CallOutcome.NotAnswered)),
            _ => (StreamIds.Inbox(unit), new InboxItemsSeen(unit, ["overdue:x"])),
        };
    }

    private (string Stream, object Event) OfCommitment(string number, DateOnly today)
    {
        var made = reports.TryGetValue(number, out var known) ? known : reports[number] = [];
        var kind = random.Next(33);
        object recorded = kind switch
        {
            0 => new TargetRevised(Target(), Day(), "调整", "文〔2014〕7号"),
            1 => new PeriodRevised(new(new(2014, 1, 1), Day().AddDays(60)), Day(), "调整", "文〔2014〕6号"),
            2 => new ResponsibilityReassigned([new(Role.Lead, Pick(Units)), new(Role.Partner, Group: "quxian"), new(Role.Partner, Pick(Units), Side: "甲")], Day(), "调整", "文〔2014〕5号"),
            26 => new CommitmentRestated($"改称{random.Next(99)}", Pick(Enum.GetValues<Strength>()), "修订", "文〔2014〕9号"),
            3 => new TargetApportioned(Divided(), random.Next(3) == 0 ? Day() : null, random.Next(4) == 0 ? Pick(Units) : null, random.Next(3) == 0 ? Pick(Enum.GetValues<Cadence>()) : null, Pick(Enum.GetValues<MemberDays>())),
            4 => new CommitmentSuspended(Day(), "暂停", "文〔2014〕4号"),
            5 => new CommitmentResumed(Day(), "恢复", "文〔2014〕3号"),
            6 => new CommitmentWithdrawn(Day(), "退出", "文〔2014〕2号"),
            7 => new CompletionClaimed(Pick(Units), Day(), "已完成"),
            8 => new CompletionAccepted(Day()),
            9 => new CompletionRejected("材料不全"),
            10 => new CommitmentReopened(Day(), "复核"),
            11 => new NodePlanned(new($"n{random.Next(1, 5)}", "节点", Day(), Weight: random.Next(1, 4))),
            12 => new NodeReached($"n{random.Next(1, 4)}", Day()),
            30 => new LateReportAllowed(Pick(Units), Month().End, Day(), "补报"),
            31 => new ReportExcused(Month().End, "免报", "文〔2014〕10号", random.Next(2) == 0 ? Pick(Units) : null),
            32 => new ReportingPeriodMissed(Pick(Units), Month(), Day()),
            _ when kind < 18 && made.Count > 0 => new ProgressVerified(Pick([.. made]), Figure()),
            18 when made.Count > 0 => new ProgressReturned(Pick([.. made]), "请补充证明"),
            19 when made.Count > 0 => new ProgressCorrected(Pick([.. made]), "更正", Figure(), Figure()),
            20 when made.Count > 0 => new ProgressReviewed(Pick([.. made]), Pick(Units)),
            21 when made.Count > 0 => random.Next(2) == 0
                ? new ProgressReturnedByLead(Pick([.. made]), Pick(Units), "名册缺页")
                : new ClassesReported(Pick([.. made]), [new("第一期", Day(), "党校", random.Next(1, 90), random.Next(2) == 0 ? Hash() : null)]),
            22 when made.Count > 0 => new ProgressWithdrawn(Pick([.. made]), "误报"),
            23 when made.Count > 0 => new ReportCounted(Guid.NewGuid(), Office.Commitment(Pick(Numbers)), Pick([.. made]), "zuzhibu", Month(), Day(), false, Pick(Enum.GetValues<ReportStatus>()), Figure(), Figure(), Figure()),
            24 or 25 => Joint(),
            _ => Report(made, today),
        };
        return (Office.Commitment(number), recorded);
    }

    private object Joint() => random.Next(6) switch
    {
        0 or 1 => new JointLeadAgreed(
            Pick(Enum.GetValues<JointTarget>()), [new("甲", Pick(Units), random.Next(2) == 0 ? Target() : null), new("乙", Pick(Units))], "文〔2014〕13号"),
        2 => new SideCompletionClaimed(Pick(["甲", "乙"]), Pick(Units), Day(), "已完成"),
        3 => new SideCompletionAccepted(Pick(["甲", "乙"]), Day()),
        4 => new CounterpartFigureReceived("省台账", "SC:1", 12.5m, Day(), random.Next(1, 99), new('a', 64), "回执"),
        _ => random.Next(2) == 0
            ? new CountingLinked(Guid.NewGuid(), Pick(Enum.GetValues<LinkEnd>()), Office.Commitment(Pick(Numbers)), Day(), [Pick(Units)], "文〔2014〕14号")
            : new SideCompletionRejected(Pick(["甲", "乙"]), "材料不全"),
    };

    private ProgressReported Report(List<Guid> made, DateOnly today)
    {
        var (report, period) = (Guid.NewGuid(), Month());
        made.Add(report);
        return new(
            report,
            random.Next(3) == 0 ? Pick(Units) : "zuzhibu",
            period,
            period.End,
            Figure(),
            Figure(),
            Progress: Pick(Enum.GetValues<Progress>()),
            Text: new("进展", "问题"),
            Nodes: random.Next(3) == 0 ? [new($"n{random.Next(1, 4)}", Pick(Enum.GetValues<Progress>()), today)] : null,
            Evidence: random.Next(3) == 0 ? [new(Hash(), "名册.pdf", 12, "application/pdf")] : null);
    }

    /// <summary>For the ledger, or for the plan, or the plan's lifted; once in a while as it was stored before there were bands.</summary>
    private object RulesAct() => random.Next(6) switch
    {
        0 => new PlanRulesLifted(StreamIds.Plan("CD-2014"), Day(), "文〔2014〕13号"),
        1 => new RulesAdopted($"方案规则{random.Next(9)}", Day(), Rules(), "文〔2014〕14号", StreamIds.Plan("CD-2014")),
        2 => new RulesAdoptedV1($"旧规则{random.Next(9)}", Day(), new(Pick([LightBy.GapInPoints, LightBy.ShareOfPace]), random.Next(10, 60), PaceBy.Day, CountedAmount.Reported, 10, 10, 20, 15, 30), "文〔2014〕15号"),
        _ => new RulesAdopted($"规则{random.Next(9)}", Day(), Rules(), "文〔2014〕9号"),
    };

    private Rules Rules() => RulesPresets.Of(Pick(Enum.GetValues<RulesPreset>())) with
    {
        PaceBy = Pick(Enum.GetValues<PaceBy>()),
        CountedAmount = Pick(Enum.GetValues<CountedAmount>()),
        OverdueGraceDays = random.Next(30),
        NodeGraceDays = random.Next(30),
    };

    private Target Target() => Pick(Enum.GetValues<Bound>()) switch
    {
        Bound.Range => new(Bound.Range, 5, "5-8个", Upper: 8),
        Bound.Growth => new(Bound.Growth, 10.5m, "增长10.5%", Baseline: 200, GrowthIn: GrowthIn.Percent),
        Bound.Approx => new(Bound.Approx, 50, "50名左右", TolerancePercent: 7.5m),
        var bound => new(bound, random.Next(1, 40_000), "目标"),
    };

    private Apportionment Divided()
        => new(Pick(Enum.GetValues<SummingUp>()), "quxian", [.. Units.TakeLast(random.Next(5)).Select(u => new Quota(u, random.Next(1, 500)))], random.Next(2) == 0 ? 12.5m : null);

    private Period Month()
    {
        var start = new DateOnly(2014, random.Next(1, 13), 1);
        return new(start, start.AddMonths(1).AddDays(-1));
    }

    private string Hash() => new((char)('a' + random.Next(6)), 64);

    private DateOnly Day() => new DateOnly(2014, 1, 1).AddDays(random.Next(365));

    private decimal? Figure() => random.Next(6) == 0 ? null : random.Next(0, 400_000) / 4m;

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
#pragma warning restore CA5394
}
