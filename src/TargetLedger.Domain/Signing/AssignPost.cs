namespace TargetLedger.Domain.Signing;

/// <summary>任职: a unit, or the office that keeps the lists, says who holds a post and from when.</summary>
/// <param name="Assignment">The new assignment's id.</param>
public sealed record AssignPost(
    string Unit,
    Guid Assignment,
    PostKind Post,
    DateOnly From,
    DateOnly? To = null,
    string? Account = null,
    bool Substitute = false,
    Contact? Contact = null)
{
    /// <param name="by">The account that says so.</param>
    public static Decision Decide(UnitPosts posts, AssignPost command, string by)
    {
        if (posts.Holdings.Exists(h => h.Assignment == command.Assignment || Says(h, command)))
            return Decision.Done;

        var refusals = new List<Refusal>();
        if (command.To < command.From)
            refusals.Add(new("dates_reversed", "结束早于开始", "it ends before it starts", "/to"));
        if (command.Substitute && command.To is null)
            refusals.Add(new("substitute_without_end", "代理须写明截止日期", "a substitute needs a last day", "/to"));
        if (command.Account is null && command.Contact is null)
            refusals.Add(new("post_of_nobody", "请填账户或联系人", "give the account or the contact", "/contact"));
        // Who could sign for himself by his own word would sign without anybody's.
        if (command.Account == by && command.Post is PostKind.Leader or PostKind.Principal)
            refusals.Add(new("post_to_oneself", "不能给自己任命领导职务", "nobody gives himself a leading post", "/account"));
        if (!command.Substitute && command.Post != PostKind.Clerk
            && posts.Holdings.Find(h => h.Post == command.Post && !h.Substitute && h.Overlaps(command.From, command.To)) is { } other)
        {
            refusals.Add(new(
                "post_taken",
                $"该职务自 {other.From:yyyy-MM-dd} 起已有人担任,请先办理离任或填代理",
                $"the post is held from {other.From:yyyy-MM-dd} on; record that its holder leaves, or a substitute",
                "/from"));
        }

        return refusals.Count > 0
            ? Decision.No(refusals)
            : Decision.Of(new PostAssigned(
                command.Unit, command.Assignment, command.Post, command.From, command.To, command.Account, command.Substitute, command.Contact));
    }

    private static bool Says(PostHolding holding, AssignPost command)
        => (holding.Post, holding.From, holding.To, holding.Account, holding.Substitute, holding.Contact)
           == (command.Post, command.From, command.To, command.Account, command.Substitute, command.Contact);
}

/// <summary>离任: somebody leaves a post.</summary>
/// <param name="On">The last day.</param>
public sealed record LeavePost(Guid Assignment, DateOnly On, string Reason)
{
    public static Decision Decide(UnitPosts posts, LeavePost command)
    {
        if (posts.Holdings.Find(h => h.Assignment == command.Assignment) is not { } holding)
            return Decision.No(new Refusal("post_unknown", "没有这项任职", "there is no such assignment"));
        if (holding.To == command.On)
            return Decision.Done;
        if (command.On < holding.From)
            return Decision.No(new Refusal("dates_reversed", "离任早于任职", "nobody leaves before he comes", "/on"));
        return holding.To < command.On
            ? Decision.No(new Refusal("post_ended", $"已于 {holding.To:yyyy-MM-dd} 离任", $"has left on {holding.To:yyyy-MM-dd}", "/on"))
            : Decision.Of(new PostLeft(posts.Unit, command.Assignment, command.On, command.Reason));
    }
}
