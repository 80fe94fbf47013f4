using TargetLedger.Boards;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;

namespace TargetLedger.Server.Web;

/// <summary>An inbox in words.</summary>
internal static class InboxWords
{
    public static (string Zh, string En) Of(InboxKind kind) => kind switch
    {
        InboxKind.Overdue => ("漏报", "overdue"),
        InboxKind.Returned => ("退回待复", "returned"),
        InboxKind.DraftReturned => ("内部退回", "draft returned"),
        InboxKind.ToSign => ("待审签", "to sign"),
        InboxKind.ToSubmit => ("待报送", "to submit"),
        InboxKind.DueSoon => ("将到期", "due soon"),
        InboxKind.ToReview => ("待初审", "to review"),
        InboxKind.ToRemind => ("待催报", "to remind"),
        InboxKind.ToVerify => ("待核验", "to verify"),
        InboxKind.Claimed => ("待销号", "claimed"),
        InboxKind.LinkProposed => ("建议关联", "link proposed"),
        InboxKind.LinkAnswered => ("建议已答复", "proposal answered"),
        _ => ("预警", "warning"),
    };

    /// <summary>What there is to say beside kind and date.</summary>
    public static string Why(InboxItem item) => item switch
    {
        { Proposal: { } proposal } => Of(proposal),
        { Note: { } note } => note,
        { Post: { } post } => $"{Of(item.Purpose)}待{Of(post)}审签",
        { Kind: InboxKind.ToSubmit, Purpose: DraftPurpose.Withdrawal } => "撤回已审签，待报送",
        { Reason: { } reason } => $"{reason.Zh} / {reason.En}",
        { Members: { } members, Period.End: var cutoff } => $"截至 {Words.Day(cutoff)}，{members} 个成员未报",
        { Period: { } period } => $"{Words.Day(period.Start)} 至 {Words.Day(period.End)}{(item.WordsDue == true ? "，须填文字" : "")}",
        _ => "",
    };

    private static string Of(InboxProposal proposal)
    {
        var link = $"自 {Words.Day(proposal.From)} 起计入 {proposal.ToPlan}:{proposal.ToNumber} {proposal.ToTitle}";
        return proposal.Answer switch
        {
            null => $"{link}：{proposal.Reason}",
            var answer => $"{link}：{(proposal.Status == ProposalStatus.Approved ? "已同意" : "不同意")}，{answer.Words}",
        };
    }

    private static string Of(DraftPurpose? purpose) => purpose switch
    {
        DraftPurpose.Correction => "更正",
        DraftPurpose.Withdrawal => "撤回",
        _ => "",
    };

    private static string Of(PostKind post) => post switch
    {
        PostKind.Leader => "分管领导",
        PostKind.Principal => "主要负责人",
        PostKind.Liaison => "联络员",
        _ => "经办人",
    };
}
