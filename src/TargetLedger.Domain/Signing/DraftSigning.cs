using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;

namespace TargetLedger.Domain.Signing;

/// <summary>Somebody signs a draft online, or records a signature given on paper.</summary>
/// <param name="ContentVersion">What he has read: <see cref="ReportDraft.ContentVersion"/>.</param>
/// <param name="Page">On paper: the scan and the date on it.</param>
public sealed record SignDraft(long ContentVersion, SealedPage? Page = null);

/// <summary>盖章页.</summary>
public sealed record SealedPage(Evidence Scan, DateOnly SignedOn);

/// <summary>What becomes of a draft on its way from the clerk to its submission.</summary>
public static class DraftSigning
{
    /// <summary>The posts that have still to sign, in order.</summary>
    public static IReadOnlyList<PostKind> Missing(ReportDraft draft, SubmissionRules rules)
        => [.. rules.Steps.Where(post => !draft.Signatures.Exists(s => s.Post == post))];

    public static DraftStage StageOf(ReportDraft draft, SubmissionRules rules) => draft switch
    {
        { Status: DraftStatus.Submitted } => DraftStage.Submitted,
        { Status: DraftStatus.Discarded } => DraftStage.Discarded,
        { Return: not null } => DraftStage.Returned,
        _ when rules.Steps.Count > 0 && Missing(draft, rules).Count == 0 => DraftStage.Signed,
        { PutUp: true } when rules.Steps.Count > 0 => DraftStage.ToSign,
        _ => DraftStage.Drafting,
    };

    /// <summary>送审.</summary>
    public static Decision PutUp(ReportDraft draft, SubmissionRules rules)
    {
        if (draft.Status != DraftStatus.Open)
            return Decision.No(ReportDraft.NotOpen);
        if (rules.Steps.Count == 0)
            return Decision.No(new Refusal("signing_not_required", "按规则无须审签,可直接报送", "by the rules nobody has to sign; submit it"));
        if (Missing(draft, rules).Count == 0)
            return Decision.No(Complete);
        return draft.PutUp ? Decision.Done : Decision.Of(new DraftPutUp());
    }

    /// <summary>审签.</summary>
    /// <param name="account">Who signs, or records.</param>
    public static Decision Sign(ReportDraft draft, SignDraft command, SubmissionRules rules, UnitPosts posts, string account, Moment at)
    {
        if (draft.Status != DraftStatus.Open)
            return Decision.No(ReportDraft.NotOpen);
        if (rules.Steps.Count == 0)
            return Decision.No(new Refusal("signing_not_required", "按规则无须审签,可直接报送", "by the rules nobody has to sign; submit it"));
        if (command.ContentVersion != draft.ContentVersion)
            return Decision.No(OtherContent(draft, "/contentVersion"));

        var missing = Missing(draft, rules);
        if (missing.Count == 0)
            return Decision.No(Complete);
        return command.Page is { } page
            ? Record(draft, missing[0], page, rules, at)
            : SignOnline(draft, missing[0], rules, posts, account, at);
    }

    /// <summary>内部退回: by who may sign at any of the steps.</summary>
    public static Decision Return(ReportDraft draft, string reason, SubmissionRules rules, UnitPosts posts, string account, Moment at)
    {
        if (draft.Status != DraftStatus.Open)
            return Decision.No(ReportDraft.NotOpen);
        if (!draft.PutUp)
        {
            return draft.Return?.Reason == reason && draft.Return.Account == account
                ? Decision.Done
                : Decision.No(NotPutUp);
        }

        foreach (var post in rules.Steps)
        {
            if (posts.Find(account, post, at.Day) is not null)
                return Decision.Of(new DraftReturned(post, reason));
        }

        return Decision.No(WithoutPost(rules.Steps));
    }

    /// <summary>Why it cannot be submitted yet; null where everybody has signed who has to.</summary>
    public static Refusal? UnlessSigned(ReportDraft draft, SubmissionRules rules)
        => Missing(draft, rules) is { Count: > 0 } missing
            ? new("draft_unsigned", $"尚缺审签:{string.Join("、", missing.Select(PostWords.Zh))}", $"not signed yet by: {string.Join(", ", missing.Select(PostWords.En))}")
            : null;

    private static Decision SignOnline(ReportDraft draft, PostKind post, SubmissionRules rules, UnitPosts posts, string account, Moment at)
    {
        if (draft.Signatures.Exists(s => s.Page is null && s.Account == account))
            return Decision.No(new Refusal("draft_already_signed", "您已审签过,不能再签下一步", "you have signed it; the next step is another's"));
        if (!draft.PutUp)
            return Decision.No(NotPutUp);

        var refusals = new List<Refusal>();
        var holding = posts.Find(account, post, at.Day);
        if (holding is null)
            refusals.Add(WithoutPost([post]));
        if (!rules.OwnDraft && draft.Author == account)
            refusals.Add(new("own_draft", "不能审签自己最后起草或修改的草稿", "nobody signs a draft he wrote last"));
        return refusals.Count > 0
            ? Decision.No(refusals)
            : Decision.Of(new DraftSigned(post, draft.ContentVersion, holding!.Substitute));
    }

    /// <summary>Whoever records it answers for the scan; the signature is that of the page.</summary>
    private static Decision Record(ReportDraft draft, PostKind post, SealedPage page, SubmissionRules rules, Moment at)
    {
        var refusals = new List<Refusal>();
        if (!rules.Recorded)
            refusals.Add(new("paper_not_accepted", "按规则须在线审签,不接受盖章页", "by the rules it is signed online; a sealed page is not accepted", "/page"));
        if (page.SignedOn > at.Day)
            refusals.Add(CommitmentRefusals.InFuture("/page/signedOn"));
        return refusals.Count > 0
            ? Decision.No(refusals)
            : Decision.Of(new DraftSigned(post, draft.ContentVersion, Page: page.Scan, SignedOn: page.SignedOn));
    }

    private static Refusal Complete { get; } = new("signing_complete", "审签已全部完成,可以报送", "everybody has signed; submit it");

    private static Refusal NotPutUp { get; } = new("draft_not_put_up", "草稿尚未送审", "the draft is not put up for signing");

    private static Refusal OtherContent(ReportDraft draft, string member) => new(
        "signature_of_other_content",
        $"草稿已改过:现为第 {draft.ContentVersion} 版,请重新阅读后审签",
        $"the draft was changed: its content is of version {draft.ContentVersion} now; read it again before signing",
        member);

    private static Refusal WithoutPost(IEnumerable<PostKind> posts) => new(
        "signer_without_post",
        $"须由{string.Join("或", posts.Select(PostWords.Zh))}审签,您今日不担任该职务",
        $"it is for the {string.Join(" or ", posts.Select(PostWords.En))} to sign; you do not hold that post today");
}

internal static class PostWords
{
    public static string Zh(PostKind post) => post switch
    {
        PostKind.Clerk => "经办人",
        PostKind.Liaison => "联络员",
        PostKind.Leader => "分管领导",
        _ => "主要负责人",
    };

    public static string En(PostKind post) => post switch
    {
        PostKind.Clerk => "clerk",
        PostKind.Liaison => "liaison",
        PostKind.Leader => "leader in charge",
        _ => "principal",
    };
}

/// <summary>Where a draft stands on its way.</summary>
public enum DraftStage
{
    /// <summary>起草.</summary>
    Drafting,

    /// <summary>内部退回, to be worked on.</summary>
    Returned,

    /// <summary>待审签.</summary>
    ToSign,

    /// <summary>已审签, to be submitted.</summary>
    Signed,

    /// <summary>已报送.</summary>
    Submitted,

    /// <summary>已作废.</summary>
    Discarded,
}
