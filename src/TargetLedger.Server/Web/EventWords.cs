using TargetLedger.Documents.Sheets;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;

namespace TargetLedger.Server.Web;

/// <summary>An event in a sentence, for the history on a commitment's page.</summary>
internal static class EventWords
{
    public static (string Zh, string En) Name(object body) => body switch
    {
        CommitmentMade => ("立项", "made"),
        ProgressReported { NoProgress: true } => ("填报:本期无进展", "reported: no progress"),
        ProgressReported => ("填报进展", "reported"),
        ProgressCorrected => ("更正填报", "corrected"),
        ProgressWithdrawn => ("撤回填报", "report withdrawn"),
        ProgressVerified => ("核验", "verified"),
        ProgressReturned => ("退回", "returned"),
        NodePlanned => ("节点安排", "node planned"),
        NodeReached => ("节点确认", "node confirmed"),
        TargetRevised => ("目标调整", "target revised"),
        PeriodRevised => ("期限调整", "period revised"),
        ResponsibilityReassigned => ("责任调整", "reassigned"),
        CommitmentRestated => ("文字调整", "restated"),
        TargetApportioned => ("目标分解", "apportioned"),
        CommitmentSuspended => ("暂停", "suspended"),
        CommitmentResumed => ("恢复", "resumed"),
        CommitmentWithdrawn => ("退出清单", "withdrawn"),
        CompletionClaimed => ("申请销号", "completion claimed"),
        CompletionAccepted => ("销号", "closed out"),
        CompletionRejected => ("驳回销号", "claim rejected"),
        CommitmentReopened => ("撤销销号", "reopened"),
        ReportingPeriodMissed => ("漏报", "period missed"),
        LateReportAllowed => ("准予补报", "late report allowed"),
        ReportExcused => ("免报", "report excused"),
        JointLeadAgreed => ("共同牵头约定", "joint lead agreed"),
        SideCompletionClaimed => ("一方申请销号", "side claimed completion"),
        SideCompletionAccepted => ("一方销号受理", "side accepted"),
        SideCompletionRejected => ("一方销号驳回", "side rejected"),
        CounterpartFigureReceived => ("对方口径", "counterpart figure"),
        CountingLinked { End: LinkEnd.CountsIn } => ("关联计数(填报方)", "linked: counts elsewhere"),
        CountingLinked => ("关联计数(计数方)", "linked: counted here"),
        CountingUnlinked => ("取消关联", "link ended"),
        ReportCounted => ("计入关联填报", "linked report counted"),
        ProgressReviewed => ("牵头初审", "reviewed by the lead"),
        ProgressReturnedByLead => ("牵头退回", "returned by the lead"),
        ClassesReported => ("班次明细", "classes"),
        _ => (body.GetType().Name, ""),
    };

    /// <summary>The report an event is about, other than the one it makes; null where it is about none.</summary>
    public static Guid? ReportNamed(object body) => body switch
    {
        ProgressCorrected e => e.Report,
        ProgressWithdrawn e => e.Report,
        ProgressVerified e => e.Report,
        ProgressReturned e => e.Report,
        ProgressReviewed e => e.Report,
        ProgressReturnedByLead e => e.Report,
        ClassesReported e => e.Report,
        NodeReached e => e.Report,
        _ => null,
    };

    /// <param name="unit">Gives a unit's name by its code.</param>
    public static string Detail(object body, Func<string, string> unit) => body switch
    {
        CommitmentMade e => string.Join(" · ", new[] { e.Target?.AsWritten, $"{Words.Day(e.Period.Start)} 至 {Words.Day(e.Period.End)}" }.OfType<string>()),
        ProgressReported e => Join(unit(e.Unit), $"{Words.Day(e.Period.Start)} 至 {Words.Day(e.Period.End)}", Amounts(e.Amount, e.Total), Nodes(e.Nodes), e.Text?.Done),
        ProgressCorrected e => Join(Amounts(e.Amount, e.Total), Nodes(e.Nodes), e.Text?.Done, e.Reason),
        ProgressWithdrawn e => e.Reason,
        ProgressVerified e => Join(e.Total is null ? null : $"核验累计 {Words.Figure(e.Total)}", e.Comment),
        ProgressReturned e => e.Reason,
        NodePlanned e => Join($"{e.Node.Name}({Words.Day(e.Node.Planned)})", e.Reason, e.Authority),
        NodeReached e => $"{e.Node} · {Words.Day(e.On)}",
        TargetRevised e => Join(e.Target.AsWritten, From(e.EffectiveFrom), e.Reason, e.Authority),
        PeriodRevised e => Join($"{Words.Day(e.Period.Start)} 至 {Words.Day(e.Period.End)}", From(e.EffectiveFrom), e.Reason, e.Authority),
        ResponsibilityReassigned e => Join(
            "牵头:" + string.Join("、", e.Responsible.Where(r => r is { Role: Role.Lead, Unit: not null }).Select(r => unit(r.Unit!))),
            From(e.EffectiveFrom),
            e.Reason,
            e.Authority),
        CommitmentRestated e => Join(e.Title, ListColumns.Of(e.Strength), e.Reason, e.Authority),
        TargetApportioned e => Join(e.Unit is { } divider ? unit(divider) : null, Words.Of(e.Apportionment.Way), $"{e.Apportionment.Quotas.Count} 个成员", e.From is { } from ? From(from) : null),
        CommitmentSuspended e => Join(From(e.From), e.Reason, e.Authority),
        CommitmentResumed e => Join(From(e.On), e.Reason, e.Authority),
        CommitmentWithdrawn e => Join(From(e.On), e.Reason, e.Authority),
        CompletionClaimed e => Join(unit(e.Unit), $"{Words.Day(e.CompletedOn)} 完成", e.Statement),
        CompletionAccepted e => Join($"{Words.Day(e.CompletedOn)} 完成", e.Comment),
        CompletionRejected e => e.Reason,
        CommitmentReopened e => Join(From(e.On), e.Reason),
        ReportingPeriodMissed e => Join(unit(e.Unit), $"{Words.Day(e.Period.Start)} 至 {Words.Day(e.Period.End)}", $"{Words.Day(e.Due)} 到期未报"),
        LateReportAllowed e => Join(unit(e.Unit), $"截至 {Words.Day(e.Cutoff)} 的填报期", $"至 {Words.Day(e.Until)} 可补报", e.Reason),
        ReportExcused e => Join(e.Unit is { } one ? unit(one) : "全部单位", $"截至 {Words.Day(e.Cutoff)} 的填报期", e.Reason, e.Authority),
        JointLeadAgreed e => Join(string.Join("、", e.Sides.Select(s => $"{s.Name}({unit(s.Office)} 核验)")), e.Authority),
        SideCompletionClaimed e => Join(e.Side, unit(e.Unit), $"{Words.Day(e.CompletedOn)} 完成", e.Statement),
        SideCompletionAccepted e => Join(e.Side, $"{Words.Day(e.CompletedOn)} 完成", e.Comment),
        SideCompletionRejected e => Join(e.Side, e.Reason),
        CounterpartFigureReceived e => Join(e.Ledger, e.Commitment, $"截至 {Words.Day(e.Through)} 累计 {Words.Figure(e.Total)}", $"第 {e.Position} 号", e.Source),
        CountingLinked e => Join(e.Other, From(e.From), e.Authority),
        CountingUnlinked e => Join(From(e.On), e.Reason),
        ReportCounted e => Join(unit(e.Unit), $"{Words.Day(e.Period.Start)} 至 {Words.Day(e.Period.End)}", Amounts(e.Amount, e.Total), e.Status == ReportStatus.Withdrawn ? "不再计数" : null),
        ProgressReviewed e => Join(unit(e.Lead), e.Comment),
        ProgressReturnedByLead e => Join(unit(e.Lead), e.Reason),
        ClassesReported e => Join($"{e.Classes.Count} 个班次", $"{e.Classes.Sum(c => (long)c.Count)} 人"),
        _ => "",
    };

    private static string From(DateOnly day) => $"自 {Words.Day(day)}";

    private static string? Amounts(decimal? amount, decimal? total) => (amount, total) switch
    {
        (null, null) => null,
        ({ } a, { } t) => $"本期 {Words.Figure(a)},累计 {Words.Figure(t)}",
        ({ } a, null) => $"本期 {Words.Figure(a)}",
        (null, { } t) => $"累计 {Words.Figure(t)}",
    };

    private static string? Nodes(IReadOnlyList<NodeStatement>? nodes) => nodes is { Count: > 0 }
        ? string.Join(",", nodes.Select(n => $"{n.Node} {Words.Of(n.State)}{(n.ReachedOn is { } day ? $"({Words.Day(day)})" : "")}"))
        : null;

    private static string Join(params IEnumerable<string?> parts) => string.Join(" · ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
}
