using System.Text.Json;
using TargetLedger.Boards;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Forecasting;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Supervision;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Web;

/// <summary>The words of the pages: Chinese first, English beside. A light is never shown by colour alone.</summary>
internal static class Words
{
    public static (string Mark, string Zh, string En) Of(Light light) => light switch
    {
        Light.Green => ("绿", "绿灯", "green"),
        Light.Yellow => ("黄", "黄灯", "yellow"),
        Light.Orange => ("橙", "橙灯", "orange"),
        Light.Red => ("红", "红灯", "red"),
        Light.Done => ("销", "已销号", "closed out"),
        Light.Paused => ("停", "暂停", "paused"),
        _ => ("无", "无法判定", "undetermined"),
    };

    public static (string Zh, string En) Of(Status status) => status switch
    {
        Status.Completed => ("已完成", "completed"),
        Status.Ahead => ("超进度", "ahead of pace"),
        Status.OnPace => ("达进度", "on pace"),
        Status.Behind => ("欠进度", "behind pace"),
        Status.Paused => ("暂停", "paused"),
        _ => ("无法判定", "undetermined"),
    };

    public static string Of(SummingUp way) => way switch
    {
        SummingUp.LeadReports => "牵头单位报总数 lead reports the whole",
        SummingUp.MembersAddUp => "成员加本级合计 members add up",
        _ => "各自完成 each for itself",
    };

    public static (string Zh, string En) Of(QueueKind kind) => kind switch
    {
        QueueKind.Overdue => ("逾期", "overdue"),
        QueueKind.Behind => ("落后", "behind"),
        QueueKind.Unverified => ("待核验", "to verify"),
        QueueKind.Unreviewed => ("待初审", "for the lead to review"),
        QueueKind.Returned => ("退回未复", "returned"),
        _ => ("申请销号", "claimed"),
    };

    public static (string Zh, string En) Of(WarningKind kind) => kind switch
    {
        WarningKind.Jump => ("突增", "jump"),
        WarningKind.LastReport => ("期末集中", "much with the last report"),
        WarningKind.FallingTotal => ("累计下降", "falling total"),
        WarningKind.SameEvidence => ("材料重复", "same evidence"),
        WarningKind.SameClass => ("同一班次", "same class"),
        _ => ("凑整", "round numbers"),
    };

    public static (string Zh, string En) Of(CheckResult result) => result switch
    {
        CheckResult.Confirmed => ("属实", "confirmed"),
        CheckResult.NotConfirmed => ("不实", "not confirmed"),
        _ => ("存疑", "in doubt"),
    };

    public static (string Zh, string En) Of(ReportStatus status) => status switch
    {
        ReportStatus.Verified => ("已核验", "verified"),
        ReportStatus.Returned => ("已退回", "returned"),
        ReportStatus.Withdrawn => ("已撤回", "withdrawn"),
        _ => ("待核验", "to verify"),
    };

    public static (string Zh, string En) Of(CallerRole role) => role switch
    {
        CallerRole.ListKeeper => ("目标办", "list keeper"),
        CallerRole.ResponsibleUnit => ("责任单位", "responsible unit"),
        CallerRole.Supervisor => ("督查", "supervisor"),
        CallerRole.Auditor => ("审计", "auditor"),
        _ => ("管理员", "administrator"),
    };

    public static (string Zh, string En) Of(UnitRole? role) => role switch
    {
        UnitRole.Lead => ("牵头", "lead"),
        UnitRole.Partner => ("配合", "partner"),
        UnitRole.Member => ("成员", "member"),
        _ => ("", ""),
    };

    public static IReadOnlyList<(Light Light, int Count)> Counts(Lights lights, bool? withOrange = null) =>
    [
        (Light.Green, lights.Green), (Light.Yellow, lights.Yellow), .. Orange(lights, withOrange), (Light.Red, lights.Red),
        (Light.Done, lights.Done), (Light.None, lights.None), (Light.Paused, lights.Paused),
    ];

    /// <summary>Most rules have no such step; then no board has a column for it.</summary>
    /// <param name="asked">Whether the table has one; null where these lights alone say.</param>
    private static IEnumerable<(Light, int)> Orange(Lights lights, bool? asked) => asked ?? lights.Orange > 0 ? [(Light.Orange, lights.Orange)] : [];

    public static string Of(RulesPreset preset) => preset switch
    {
        RulesPreset.GapInPoints => "落后百分点 gap in points",
        RulesPreset.GapWithUndefinedBand => "落后百分点，10 点以内未规定 gap, undefined under 10",
        RulesPreset.ShareOfPace => "占序时的比例 share of pace",
        RulesPreset.MonthlyCompletion => "月度完成率 monthly completion",
        RulesPreset.StagedByQuarter => "序时按季度分阶段 staged by quarter",
        _ => "剩余时间 time left",
    };

    public static string Of(Outlook outlook) => outlook switch
    {
        Outlook.Met => "已达标 met already",
        Outlook.OnCourse => "照此可达 on course",
        Outlook.Likely => "可能达到 likely",
        Outlook.Doubtful => "难说 doubtful",
        _ => "照此达不到 off course",
    };

    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Good => "较可靠 good",
        Certainty.Fair => "一般 fair",
        _ => "不太可靠 weak",
    };

    public static (string Zh, string En) Of(Timeliness timeliness) => timeliness switch
    {
        Timeliness.OnTime => ("按时", "on time"),
        Timeliness.Late => ("迟报", "late"),
        Timeliness.Missing => ("漏报", "missing"),
        Timeliness.Excused => ("免报", "excused"),
        _ => ("未到期", "not due yet"),
    };

    /// <summary>What became of one report, with what must be said beside it.</summary>
    public static string Of(DueReport due)
    {
        var (zh, en) = Of(due.Timeliness);
        var also = due switch
        {
            { AfterLock: true } => "（补报 by leave）",
            { AllowedUntil: { } until } => $"（准予补报至 {Day(until)} leave until then）",
            { Reason: { } reason } => $"（{reason.Zh}）",
            _ => "",
        };
        return $"{zh} {en}{also}";
    }

    /// <summary>Beside a row: reports in of those owed, and what is wrong; null where nothing is owed.</summary>
    public static string? Of(TimelinessCounts periods) => periods switch
    {
        { Expected: 0, Excused: 0 } => null,
        { Expected: 0 } => "免报",
        { Missing: > 0 } => $"报送 {periods.Reported}/{periods.Expected}，漏报 {periods.Missing}",
        { Late: > 0 } => $"报送 {periods.Reported}/{periods.Expected}，迟报 {periods.Late}",
        _ => $"报送 {periods.Reported}/{periods.Expected}",
    };

    public static string Sentence(TimelinessCounts periods)
        => $"已报/应报 {periods.Reported}/{periods.Expected}；按时 {periods.OnTime}，迟报 {periods.Late}{(periods.AfterLock > 0 ? $"（其中补报 {periods.AfterLock}）" : "")}，漏报 {periods.Missing}，未到期 {periods.Pending}，免报 {periods.Excused}{(periods.OnTimePercent is { } rate ? $"；按时率 {Percent(rate)}" : "")}";

    /// <summary>The word of a query string.</summary>
    public static string Code(Enum word) => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString());

    public static string Of(Role role) => role == Role.Lead ? "牵头 lead" : "配合 partner";

    public static string Of(Cadence cadence) => cadence switch
    {
        Cadence.Monthly => "每月 monthly",
        Cadence.Quarterly => "每季 quarterly",
        Cadence.HalfYearly => "每半年 half-yearly",
        Cadence.Yearly => "每年 yearly",
        _ => "按节点 by node",
    };

    public static string Of(Progress progress) => progress switch
    {
        Progress.NotStarted => "未启动",
        Progress.InProgress => "推进中",
        _ => "已完成",
    };

    public static string Figure(decimal? value) => value is { } v ? v.ToString("#,0.####", System.Globalization.CultureInfo.InvariantCulture) : "—";

    public static string Percent(decimal? value) => value is { } v ? v.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) + "%" : "—";

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "—";
}
