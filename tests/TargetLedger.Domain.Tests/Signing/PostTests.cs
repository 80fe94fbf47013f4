using TargetLedger.Domain.Signing;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class PostTests
{
    private static readonly AssignPost Leader = new(Hrss, Id(1), PostKind.Leader, Day(3, 1), Account: "unit:hrss/leader", Contact: new("王某", "028-61880000"));

    [Fact]
    public void Somebody_holds_a_post_from_a_day_until_he_leaves()
    {
        var posts = Told(AssignPost.Decide(UnitPosts.None(Hrss), Leader, "keeper"));
        posts.Find("unit:hrss/leader", PostKind.Leader, Day(2, 28)).ShouldBeNull();
        posts.Find("unit:hrss/leader", PostKind.Leader, Day(3, 1)).ShouldNotBeNull();

        var left = posts.Holdings.Aggregate(posts, (p, h) => UnitPosts.Evolve(p, new(new PostLeft(Hrss, h.Assignment, Day(8, 31), "调离"), 2, 2, At(Day(8, 1)), "keeper")));
        left.Find("unit:hrss/leader", PostKind.Leader, Day(8, 31)).ShouldNotBeNull();
        left.Find("unit:hrss/leader", PostKind.Leader, Day(9, 1)).ShouldBeNull();
        AssignPost.Decide(left, Leader with { Assignment = Id(2), From = Day(9, 1) }, "keeper").ShouldBeRecorded();
        AssignPost.Decide(left, Leader with { Assignment = Id(2), From = Day(8, 31) }, "keeper").ShouldBeRefusedAs("post_taken");
    }

    [Fact]
    public void A_substitute_stands_in_beside_the_holder_and_for_some_days_only()
    {
        var posts = Told(AssignPost.Decide(UnitPosts.None(Hrss), Leader, "keeper"));
        AssignPost.Decide(posts, Leader with { Assignment = Id(2), Substitute = true }, "keeper").ShouldBeRefusedAs("substitute_without_end");
        AssignPost.Decide(posts, Leader with { Assignment = Id(2), Substitute = true, From = Day(5, 1), To = Day(5, 10) }, "keeper").ShouldBeRecorded();
    }

    [Fact]
    public void A_unit_has_several_clerks()
    {
        var clerk = new AssignPost(Hrss, Id(5), PostKind.Clerk, Day(1, 1), Account: "unit:hrss/a");
        AssignPost.Decide(Told(AssignPost.Decide(UnitPosts.None(Hrss), clerk, "unit:hrss")), clerk with { Assignment = Id(6), Account = "unit:hrss/b" }, "unit:hrss").ShouldBeRecorded();
    }

    [Fact]
    public void Nobody_makes_himself_a_leader()
    {
        AssignPost.Decide(UnitPosts.None(Hrss), Leader, "unit:hrss/leader").ShouldBeRefusedAs("post_to_oneself");
        AssignPost.Decide(UnitPosts.None(Hrss), Leader with { Post = PostKind.Clerk }, "unit:hrss/leader").ShouldBeRecorded();
    }

    [Fact]
    public void What_is_said_again_is_not_recorded_again()
    {
        var posts = Told(AssignPost.Decide(UnitPosts.None(Hrss), Leader, "keeper"));
        AssignPost.Decide(posts, Leader with { Assignment = Id(9) }, "keeper").ShouldBeOfType<Decision.Nothing>();
    }

    [Fact]
    public void Bad_dates_and_nobody_s_post_are_refused()
    {
        AssignPost.Decide(UnitPosts.None(Hrss), new(Hrss, Id(1), PostKind.Liaison, Day(3, 2), Day(3, 1)), "keeper").ShouldBeRefusedAs("dates_reversed", "post_of_nobody");
        var posts = Told(AssignPost.Decide(UnitPosts.None(Hrss), Leader with { To = Day(6, 30) }, "keeper"));
        LeavePost.Decide(posts, new(Id(1), Day(2, 1), "调离")).ShouldBeRefusedAs("dates_reversed");
        LeavePost.Decide(posts, new(Id(1), Day(7, 1), "调离")).ShouldBeRefusedAs("post_ended");
        LeavePost.Decide(posts, new(Id(1), Day(6, 30), "调离")).ShouldBeOfType<Decision.Nothing>();
        LeavePost.Decide(posts, new(Id(7), Day(6, 30), "调离")).ShouldBeRefusedAs("post_unknown");
        LeavePost.Decide(posts, new(Id(1), Day(5, 31), "调离")).ShouldBeRecorded();
    }

    private static UnitPosts Told(Decision decision) => UnitPosts.Fold(Record(decision.ShouldBeOfType<Decision.Record>().Events))!;
}
