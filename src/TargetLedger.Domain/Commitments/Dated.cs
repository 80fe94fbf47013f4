using System.Collections.Immutable;

namespace TargetLedger.Domain.Commitments;

/// <summary>A value and the first day it is in force.</summary>
public sealed record Dated<T>(DateOnly From, T Value);

/// <summary>A history of values, ascending by day: earlier days keep what was in force then.</summary>
public static class DatedValues
{
    /// <summary>What is in force on a day; before the first one begins, the first.</summary>
    public static T On<T>(this ImmutableList<Dated<T>> history, DateOnly day)
        => (history.FindLast(d => d.From <= day) ?? history[0]).Value;

    /// <summary>True when a value is in force from a day on and nothing else is planned after it: setting it would change nothing.</summary>
    public static bool Holds<T>(this ImmutableList<Dated<T>> history, DateOnly day, Func<T, bool> wanted)
        => !history.IsEmpty && wanted(history.On(day)) && history.TrueForAll(d => d.From <= day || wanted(d.Value));

    /// <summary>A value in force from a day on; whatever was planned from that day or later gives way.</summary>
    public static ImmutableList<Dated<T>> From<T>(this ImmutableList<Dated<T>> history, DateOnly day, T value)
        => history.RemoveAll(d => d.From >= day).Add(new(day, value));
}
