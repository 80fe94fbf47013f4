using TargetLedger.Domain.Signing;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class SubmissionRulesTests
{
    private static readonly SubmissionRulesAdopted ForAll = new("2014年报送规则", Day(1, 1), new([PostKind.Leader]), "文1号");

    [Fact]
    public void Until_rules_are_adopted_nobody_has_to_sign()
        => SubmissionRulesBook.Empty.For(Hrss, "plan-1", Day(6, 1)).ShouldBe(SubmissionRules.Default);

    [Fact]
    public void The_narrowest_rule_holds_and_of_equals_the_latest_effective()
    {
        var book = Book(
            ForAll,
            ForAll with { Plan = "P", Rules = new([]) },
            ForAll with { Unit = Hrss, Rules = new([PostKind.Principal]) },
            ForAll with { Unit = Hrss, Plan = "P", Rules = new([PostKind.Leader, PostKind.Principal]) },
            ForAll with { EffectiveFrom = Day(7, 1), Rules = new([PostKind.Principal]) });
        Steps(book, Finance, "Q", 6).ShouldBe([PostKind.Leader]);
        Steps(book, Finance, "Q", 7).ShouldBe([PostKind.Principal]);
        Steps(book, Finance, "P", 7).ShouldBe([]);
        Steps(book, Hrss, "Q", 7).ShouldBe([PostKind.Principal]);
        Steps(book, Hrss, "P", 7).ShouldBe([PostKind.Leader, PostKind.Principal]);
        book.For(Hrss, StreamIds.Plan("P"), new(2013, 12, 31)).ShouldBe(SubmissionRules.Default);
    }

    [Fact]
    public void Adopting_the_same_again_records_nothing_and_going_back_is_a_decision_of_its_own()
    {
        SubmissionRulesBook.Adopt(Book(ForAll), ForAll with { Rules = new([PostKind.Leader]) }).ShouldBeOfType<Decision.Nothing>();
        SubmissionRulesBook.Adopt(Book(ForAll, ForAll with { Rules = new([]) }), ForAll).ShouldBeRecorded();
    }

    [Fact]
    public void Rules_have_at_most_two_steps_of_different_leaders()
    {
        Adopt(new([PostKind.Leader, PostKind.Leader])).ShouldBeRefusedAs("post_repeated");
        Adopt(new([PostKind.Leader, PostKind.Principal, PostKind.Liaison])).ShouldBeRefusedAs("too_many_steps", "post_cannot_sign");
        Adopt(new([], DueSoonDays: 61)).ShouldBeRefusedAs("value_out_of_range");
    }

    private static Decision Adopt(SubmissionRules rules) => SubmissionRulesBook.Adopt(SubmissionRulesBook.Empty, ForAll with { Rules = rules });

    private static IReadOnlyList<PostKind> Steps(SubmissionRulesBook book, string unit, string plan, int month) => book.For(unit, StreamIds.Plan(plan), Day(month, 5)).Steps;

    private static SubmissionRulesBook Book(params object[] events) => Record(events).Aggregate(SubmissionRulesBook.Empty, SubmissionRulesBook.Evolve);
}
