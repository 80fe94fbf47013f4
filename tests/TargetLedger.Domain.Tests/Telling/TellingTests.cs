using TargetLedger.Domain.Telling;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class TellingTests
{
    private static readonly ReminderCalled Call = new(Id(1), Hrss, EndOf(6), [], CallOutcome.Reached, Promised: Day(7, 15), Said: new("本周内报送"));

    [Fact]
    public void A_call_is_kept_with_who_called_when_and_what_was_answered()
    {
        var recorded = ReminderCalls.Record(ReminderCalls.None(Hrss), Call, At(Day(7, 11))).ShouldBeOfType<Decision.Record>();
        var calls = ReminderCalls.Fold([new(recorded.Events[0], 9, 1, At(Day(7, 11)), "supervisor")])!;
        var call = calls.Calls.ShouldHaveSingleItem();
        (call.By, call.At, call.Answer, call.Promised, call.Position).ShouldBe(("supervisor", At(Day(7, 11)).Utc, "本周内报送", Day(7, 15), 9));
        ReminderCalls.Record(calls, Call, At(Day(7, 11))).ShouldBeOfType<Decision.Nothing>();
    }

    [Fact]
    public void An_answer_is_written_down_when_there_was_one_and_only_then()
    {
        Record(Call with { Said = null }).ShouldBeRefusedAs("answer_missing");
        Record(Call with { Outcome = CallOutcome.NotAnswered }).ShouldBeRefusedAs("answer_not_expected");
        Record(Call with { Outcome = CallOutcome.NotAnswered, Said = null, Promised = null }).ShouldBeRecorded();
    }

    [Fact]
    public void Nobody_is_reminded_of_a_period_that_goes_on_or_promises_the_past()
        => Record(Call with { Cutoff = Day(7, 11), Promised = Day(7, 10) }).ShouldBeRefusedAs("period_not_ended", "date_in_past");

    [Fact]
    public void An_item_is_seen_by_the_first_who_sees_it_and_done_once()
    {
        var marks = Told(InboxMarks.None(Hrss), "a", InboxMarks.See(InboxMarks.None(Hrss), ["overdue:1", "overdue:2"]));
        InboxMarks.See(marks, ["overdue:1"]).ShouldBeOfType<Decision.Nothing>();
        marks = Told(marks, "b", InboxMarks.See(marks, ["overdue:1", "overdue:3"]));
        (marks.Of("overdue:1")!.SeenBy, marks.Of("overdue:3")!.SeenBy).ShouldBe(("a", "b"));

        marks = Told(marks, "c", InboxMarks.Finish(marks, ["overdue:1", "to_sign:9"], "已电话说明"));
        (marks.Of("overdue:1")!.SeenBy, marks.Of("overdue:1")!.DoneBy, marks.Of("to_sign:9")!.SeenBy, marks.Of("to_sign:9")!.Note).ShouldBe(("a", "c", "c", "已电话说明"));
        InboxMarks.Finish(marks, ["overdue:1"], null).ShouldBeOfType<Decision.Nothing>();
    }

    private static Decision Record(ReminderCalled call) => ReminderCalls.Record(ReminderCalls.None(Hrss), call, At(Day(7, 11)));

    private static InboxMarks Told(InboxMarks marks, string by, Decision decision)
        => InboxMarks.Evolve(marks, new(decision.ShouldBeOfType<Decision.Record>().Events[0], marks.Version + 1, marks.Version + 1, At(Day(7, 11)), by));
}
