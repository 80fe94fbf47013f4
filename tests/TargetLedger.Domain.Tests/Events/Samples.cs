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

namespace TargetLedger.Domain.Tests;

/// <summary>One event of every stored shape with every member filled in, so that a renamed or lost member shows.</summary>
internal static class Samples
{
    private static readonly Guid Report = Guid.Parse("0197a2c4-5e6f-7000-8000-000000000001");
    private static readonly Period Year = new(new(2014, 1, 1), new(2014, 12, 31));
    private static readonly Period June = new(new(2014, 6, 1), new(2014, 6, 30));
    private static readonly DateOnly Day = new(2014, 6, 30);

    private static readonly Source Source = new(SourceKind.Instruction, "关于人才工作的批示", "市委", "成委发〔2014〕5号", new(2014, 6, 4), "第三部分第11项");
    private static readonly Responsibility Lead = new(Role.Lead, Unit: "hrss", Side: "成都", Inferred: true);
    private static readonly Responsibility Partners = new(Role.Partner, Group: "districts");
    private static readonly Node Node = new("n1", "印发实施方案", new(2014, 6, 20), "文件印发", 0.5m);
    private static readonly NodeStatement Reached = new("n1", Progress.Completed, new(2014, 6, 18));
    private static readonly Evidence Scan = new("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "签到表.pdf", 12_345, "application/pdf");
    private static readonly ReportText Text = new("培训 1200 名", "师资不足", "七月再办三期", "请市财政局拨付经费");
    private static readonly Measure Measure = new("高技能人才培养", "人", MeasureKind.Cumulative, "取得高级工以上证书", "市人社局台账", MayOverlap: true);
    private static readonly Target Growth = new(Bound.Growth, 12.5m, "增长12.5%", Baseline: 24_000m, GrowthIn: GrowthIn.Percent);
    private static readonly Target About = new(Bound.Approx, 30_000, "3万名左右", TolerancePercent: 10);
    private static readonly Apportionment Divided = new(SummingUp.MembersAddUp, "districts", [new("jinjiang", 12_000.5m), new("qingyang", 9_000)], 9_000);

    private static readonly SourcePlace Place = new(120, 127, "今年新建", "5-8个工作室", "和5个基地。", "T1R2C3");
    private static readonly ReportedClass Class = new("高技能人才第一期", new(2014, 6, 9), "市委党校", 45, Scan.Sha256);
    private static readonly DraftedUnit Bureau = new("市人社局", Role.Lead, IsGroup: false, Inferred: true, UnitKind.Department, "市人力资源社会保障局", Open: false, "成都", "hrss");
    private static readonly DraftedHead Head = new("2014年人才工作要点", "市委人才工作领导小组", Year, new(2014, 6, 4), "成人才〔2014〕1号");
    private static readonly DraftedTask Task = new("t1", "培养高技能人才", [Bureau], "11", "重点工程", new(new(2014, 9, 30), "R/P1M", Ongoing: true), Place, "三");
    private static readonly Reading Reading = new(
        "r1", "t1", ReadingKind.Quantity, "新建技能大师工作室", "5-8个", 5, 8, Bound.Range, "个", 24_000.5m, GrowthIn.Percent, Down: true, MeasureKind.Cumulative, Aspirational: true, ["教育"], Year, Day, Cadence.Monthly, [Bureau], 0.85m, Place, new("技能大师工作室", "市级认定", "市人社局台账", MayOverlap: true, IsBinding: true, [Node], 10, Day, Divided, "第三部分第11项"));
    private static readonly ListedBackground Background = new(
        [Source],
        [new("hrss", "市人社局", UnitKind.Department, ["市人力资源社会保障局"], "11510100450717222M", "510100")],
        [new("districts", "各区(市)县", true, [new("jinjiang", new(2014, 1, 1)), new("qingyang", new(2014, 1, 1), new(2014, 11, 30))])]);

    public static IReadOnlyList<object> All { get; } =
    [
        new PlanDrawnUp("CD-2014", "2014年人才工作要点", "市委人才工作领导小组", new(2014, 6, 4), Year, [Source], [new("3", "重点工程")], "成人才〔2014〕1号"),
        new TaskListed("3", "11", "培养高技能人才", [Lead, Partners]),
        new SectionListed("4", "乡村人才"),
        new TaskRetitled("11", "培养高技能人才队伍", "年中调整", "成督〔2014〕9号"),
        new PlanConfirmed(31),
        new UnitRegistered("hrss", "市人社局", UnitKind.Department, ["市人力资源社会保障局"], "11510100450717222M", "510100"),
        new UnitRenamed("市人力资源和社会保障局", Day, "成编发〔2014〕3号"),
        new GroupFormed("districts", "各区(市)县", true, [new("jinjiang", new(2014, 1, 1)), new("qingyang", new(2014, 1, 1), new(2014, 11, 30))]),
        new MemberJoined("gaoxin", Day),
        new MemberLeft("qingyang", Day),
        new RulesAdoptedV1("2014 年规则", new(2014, 1, 1), new(LightBy.ShareOfPace, 50, PaceBy.FinishedMonths, CountedAmount.Verified, 7.5m, 10, 20, 15, 30), "成督〔2014〕2号"),
        new RulesAdopted("2014 年规则", new(2014, 7, 1), new(LightBy.GapInPoints, 30, PaceBy.FinishedMonths, CountedAmount.Verified, 7.5m, 10, 20, 15, 30, 2.5m, 10, new([15, 40, 65, 100])), "成督〔2014〕9号", "plan-0197a2c4"),
        new PlanRulesLifted("plan-0197a2c4", new(2014, 10, 1), "成督〔2014〕11号"),
        new CommitmentMade("plan-0197a2c4", "3", "11", 3, "11-3", "培养高技能人才", Year, Cadence.HalfYearly, Strength.Binding, [Lead, Partners], [Node], [Source], Measure, About, new(2014, 6, 4), Divided),
        new ProgressReported(Report, "hrss", June, Day, 1_200, 16_200.5m, NoProgress: true, Progress.InProgress, Text, [Reached], [Scan]),
        new ProgressCorrected(Report, "漏计一期", 1_250, 16_250.5m, new(2014, 6, 29), Progress.Completed, Text, [Reached], [Scan]),
        new ProgressWithdrawn(Report, "重复填报"),
        new ProgressVerified(Report, 16_000, "核减 250 名"),
        new ProgressReturned(Report, "缺佐证材料"),
        new NodePlanned(Node, "年中调整", "成督〔2014〕9号"),
        new NodeReached("n1", new(2014, 6, 18), Report),
        new TargetRevised(Growth, new(2014, 7, 1), "年中调整", "成督〔2014〕9号"),
        new PeriodRevised(Year with { End = new(2015, 3, 31) }, new(2014, 7, 1), "年中调整", "成督〔2014〕9号"),
        new ResponsibilityReassigned([Lead, Partners], new(2014, 7, 1), "机构改革", "成编发〔2014〕3号"),
        new CommitmentRestated("培养高技能人才", Strength.Stretch, "年中调整", "成督〔2014〕9号"),
        new TargetApportioned(Divided, new(2014, 7, 1), "jinjiang", Cadence.Quarterly, MemberDays.ForItsDays),
        new CommitmentSuspended(Day, "政策调整", "成督〔2014〕7号"),
        new CommitmentResumed(Day, "政策明确", "成督〔2014〕8号"),
        new CommitmentWithdrawn(Day, "任务取消", "成督〔2014〕10号"),
        new CompletionClaimed("hrss", Day, "已全部完成", [Scan]),
        new CompletionAccepted(Day, "现场核查属实"),
        new CompletionRejected("佐证不足"),
        new CommitmentReopened(Day, "抽查不实"),
        new ReportDrafted("commitment-0197a2c4", "hrss", new(June, Day, 1_200, 16_200, NoProgress: true, Progress.NotStarted, Text, [Reached], [Scan], [Class])),
        new DraftRevised(new(June, Day, 0.5m, 1.25m, NoProgress: true, Progress.InProgress, Text, [Reached], [Scan], [Class])),
        new DraftSubmitted(Report),
        new DraftDiscarded(),
        new CalendarAnnounced(2014, [new("国庆节", new(2014, 10, 1), new(2014, 10, 7))], [new(2014, 9, 28), new(2014, 10, 11)], "国办发明电〔2013〕28号"),
        new ReportingTermsAdopted("2014 年填报规则", new(2014, 1, 1), new(8, 9, 10, 15, 5, 12), "成督〔2014〕3号"),
        new ReportingPeriodMissed("hrss", June, new(2014, 7, 10)),
        new LateReportAllowed("hrss", Day, new(2014, 9, 19), "系统故障,准予补报"),
        new ReportExcused(Day, "当月无任务", "成督〔2014〕4号", "hrss"),
        new JointLeadAgreed(JointTarget.PerSide, [new("成都", "chengdu-office", About), new("重庆", "chongqing-office", About)], "成督〔2014〕11号"),
        new SideCompletionClaimed("成都", "hrss", Day, "本方已完成", [Scan]),
        new SideCompletionAccepted("成都", Day, "现场核查属实"),
        new SideCompletionRejected("成都", "佐证不足"),
        new CounterpartFigureReceived("省台账", "SC-2014:8-2", 16_000, Day, 4_711, Scan.Sha256, "川督〔2014〕8号回执"),
        new CountingLinked(Report, LinkEnd.CountedFrom, "commitment-0197a2c4", new(2014, 7, 1), ["hrss"], "成督〔2014〕12号"),
        new CountingUnlinked(Report, Day, "省级清单已撤销"),
        new ReportCounted(Report, "commitment-0197a2c4", Report, "hrss", June, Day, NoProgress: true, ReportStatus.Returned, 1_200, 16_200.5m, 16_000, "缺佐证材料", new(2014, 7, 4)),
        new LinkProposed("commitment-0197a2c4", "commitment-0197a2c5", "hrss", new(2014, 7, 1), "两个清单同一件事"),
        new LinkProposalApproved(Report, "成督〔2014〕12号"),
        new LinkProposalRefused("口径不同"),
        new CorrectionDrafted("commitment-0197a2c4", "hrss", Report, "漏计一期", new(June, Day, 1_250, 16_250, NoProgress: true, Progress.Completed, Text, [Reached], [Scan], [Class])),
        new WithdrawalDrafted("commitment-0197a2c4", "hrss", Report, June, "重复填报"),
        new DraftPutUp(),
        new DraftSigned(PostKind.Leader, 3, Substitute: true, Scan, Day),
        new DraftReturned(PostKind.Principal, "数字与台账不符"),
        new SubmissionRulesAdopted("2014 年报送规则", new(2014, 1, 1), new([PostKind.Leader, PostKind.Principal], OwnDraft: true, Recorded: true, Cadence.HalfYearly, TextRequired: true, Corrections: true, 7), "成督〔2014〕5号", "hrss", "CD-2014"),
        new PostAssigned("hrss", Report, PostKind.Liaison, new(2014, 1, 1), Day, "unit:hrss/lianluo", Substitute: true, new("联络员甲", "028-61880000")),
        new PostLeft("hrss", Report, Day, "调离"),
        new ReminderCalled(Report, "hrss", Day, ["commitment-0197a2c4"], CallOutcome.NotAnswered, Report, new(2014, 7, 15), new("本周内报送")),
        new InboxItemsSeen("hrss", ["overdue:commitment-0197a2c4:hrss:2014-06-30"]),
        new InboxItemsDone("hrss", ["overdue:commitment-0197a2c4:hrss:2014-06-30"], "已补报"),
        new PlanDrafted(new("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "人才工作要点.docx", 52_331), Head, 12),
        new PlanDraftRead([Task], [Reading], [new("q1", "target_unsure", "“5-8个”是否目标值?", "is it a target?", "t1", "r1", 120, 127)], [new("traditional", "兩地", "两地", 3, 5)], [new("1200人", "achievement", 60, 65, "T1R1C1")], Background),
        new PlanDraftAnswered([new("q1", "是")]),
        new PlanDraftHeadEdited(Head),
        new PlanDraftTaskEdited(Task),
        new PlanDraftTaskAdded(Task),
        new PlanDraftTaskDropped("t2", "与第11项重复"),
        new PlanDraftReadingEdited(Reading),
        new PlanDraftReadingAdded(Reading),
        new PlanDraftReadingSplit("r2", [Reading]),
        new PlanDraftReadingDropped("r3", "是上年完成数"),
        new PlanDraftDiscarded("文件有误,重新上传"),
        new PlanDraftChosen("plan-0197a2c4", new(2014, 7, 1), "年中调整", "成督〔2014〕9号", [new("11-3", Accept: true, ["target", "lead"])]),
        new PlanDraftConfirmed("plan-0197a2c4"),
        new VerificationTermsAdopted("2014 年核验规则", new(2014, 1, 1), new(true, true, new(5.5m, 3, 60, 10, 6)), "成督〔2014〕5号"),
        new ProgressReviewed(Report, "hrss", "与名册一致"),
        new ProgressReturnedByLead(Report, "hrss", "名册缺页"),
        new ClassesReported(Report, [Class]),
        new SampleDrawn("季度抽查", new(1_200, ReportStatus.Verified, "CD-2014", "3", "hrss", new(2014, 4, 1), Day), 57, Scan.Sha256, "20140701", [new("commitment-0197a2c4", Report, 311)]),
        new SampleChecked(Report, CheckResult.NotConfirmed, "名册 3 人重复"),
    ];
}
