using System.Collections.Immutable;

namespace TargetLedger.Domain.Telling;

/// <summary>催报: somebody phoned a unit that has not reported. Who called is the event's actor, when its time.</summary>
/// <param name="Call">Its id.</param>
/// <param name="Cutoff">The last day of the period it was about.</param>
/// <param name="Commitments">Streams; empty for all that was owed.</param>
/// <param name="Assignment">The post whose holder was called, where it is on the list.</param>
/// <param name="Promised">By when the unit said it would report.</param>
/// <param name="Said">What was answered. Its own member, so that it can be sealed.</param>
public sealed record ReminderCalled(
    Guid Call,
    string Unit,
    DateOnly Cutoff,
    IReadOnlyList<string> Commitments,
    CallOutcome Outcome,
    Guid? Assignment = null,
    DateOnly? Promised = null,
    CallAnswer? Said = null);

public sealed record CallAnswer(string Text);

public enum CallOutcome
{
    /// <summary>已接通.</summary>
    Reached,

    /// <summary>无人接听.</summary>
    NotAnswered,

    /// <summary>号码有误.</summary>
    WrongNumber,
}

/// <summary>A call as it is recorded.</summary>
/// <param name="By">The account.</param>
public sealed record ReminderCall(
    Guid Call,
    DateOnly Cutoff,
    IReadOnlyList<string> Commitments,
    CallOutcome Outcome,
    Guid? Assignment,
    DateOnly? Promised,
    string? Answer,
    string By,
    DateTimeOffset At,
    long Position);

/// <summary>Every call made to a unit, in order.</summary>
public sealed record ReminderCalls(string Unit, ImmutableList<ReminderCall> Calls, long Version)
{
    public static ReminderCalls None(string unit) => new(unit, [], 0);

    public static ReminderCalls? Fold(IEnumerable<Recorded> history) => history.Aggregate((ReminderCalls?)null, Evolve);

    public static ReminderCalls Evolve(ReminderCalls? state, Recorded recorded) => recorded.Event switch
    {
        ReminderCalled e => new(
            e.Unit,
            (state?.Calls ?? []).Add(new(
                e.Call, e.Cutoff, e.Commitments, e.Outcome, e.Assignment, e.Promised, e.Said?.Text, recorded.Actor, recorded.At.Utc, recorded.Position)),
            recorded.Version),
        _ => throw new InvalidOperationException($"A unit's calls do not know {recorded.Event.GetType().Name}."),
    };

    public static Decision Record(ReminderCalls calls, ReminderCalled wanted, Moment at)
    {
        if (calls.Calls.Exists(c => c.Call == wanted.Call))
            return Decision.Done;

        var refusals = new List<Refusal>();
        if (wanted.Cutoff >= at.Day)
            refusals.Add(new("period_not_ended", "该填报期尚未截止,无须催报", "the period has not ended; there is nothing to remind of", "/cutoff"));
        if (wanted.Outcome == CallOutcome.Reached && string.IsNullOrWhiteSpace(wanted.Said?.Text))
            refusals.Add(new("answer_missing", "已接通的须记下答复", "what was answered has to be written down", "/answer"));
        if (wanted.Outcome != CallOutcome.Reached && (wanted.Promised is not null || wanted.Said is not null))
            refusals.Add(new("answer_not_expected", "没有接通,不会有答复", "nobody answered, so nothing was said", wanted.Said is not null ? "/answer" : "/promised"));
        if (wanted.Promised < at.Day)
            refusals.Add(new("date_in_past", "日期已过", "the date has passed", "/promised"));
        return refusals.Count > 0 ? Decision.No(refusals) : Decision.Of(wanted);
    }
}
