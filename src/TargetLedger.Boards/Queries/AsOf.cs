using System.Globalization;

namespace TargetLedger.Boards;

/// <summary>The state of knowledge an answer is given from.</summary>
public abstract record AsOf
{
    private AsOf()
    {
    }

    /// <summary>What the boards hold now.</summary>
    /// <param name="Today">The business day.</param>
    public sealed record Now(DateOnly Today) : AsOf;

    /// <summary>What was known when this event, and none after it, was recorded.</summary>
    public sealed record AtPosition(long Position) : AsOf;

    /// <summary>What was known at a moment of business time.</summary>
    public sealed record AtMoment(DateTimeOffset Moment) : AsOf;

    /// <summary>
    /// Reads <c>?at=</c>: nothing is now, all digits a position from 1 on, else RFC 3339 with an offset. A bare date is
    /// refused: nobody could say which hour of it was meant.
    /// </summary>
    public static bool TryParse(string? at, DateOnly today, out AsOf result)
    {
        result = new Now(today);
        if (string.IsNullOrEmpty(at))
            return true;

        if (at.All(char.IsAsciiDigit))
        {
            if (!long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position == 0)
                return false;
            result = new AtPosition(position);
            return true;
        }

        if (!DateTimeOffset.TryParseExact(at, Rfc3339, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return false;
        result = new AtMoment(moment);
        return true;
    }

    private static readonly string[] Rfc3339 =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];
}
