using System.Text.Json;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain;

/// <summary>
/// Reads the events nearly all of a ledger consists of at a third of the serializer's cost, where they are written the usual
/// way. Whatever is unusual about one, a member unknown, repeated, missing or null among it, is left to the serializer: what
/// is a valid event is for it alone to say.
/// </summary>
internal static class PlainReading
{
    [Flags]
    private enum Members
    {
        None = 0,
        Report = 1,
        Unit = 2,
        Period = 4,
        Through = 8,
        Amount = 16,
        Total = 32,
        NoProgress = 64,
        Text = 128,
        Comment = 256,
        Start = 512,
        End = 1024,
        Done = 2048,
        Problems = 4096,
        NextSteps = 8192,
        HelpNeeded = 16384,
    }

    /// <summary>Null when the serializer has to read it.</summary>
    public static ProgressReported? Reported(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        if (!Begins(ref reader))
            return null;
        var seen = Members.None;
        var (report, unit, period, through) = (Guid.Empty, "", default(Period), default(DateOnly));
        var (amount, total, noProgress, text) = ((decimal?)null, (decimal?)null, false, (ReportText?)null);
        while (Next(ref reader, ref seen, out var member))
        {
            var read = member switch
            {
                Members.Report => Id(ref reader, out report),
                Members.Unit => Text(ref reader, out unit),
                Members.Period => Days(ref reader, out period),
                Members.Through => Day(ref reader, out through),
                Members.Amount => Figure(ref reader, out amount),
                Members.Total => Figure(ref reader, out total),
                Members.NoProgress => Flag(ref reader, out noProgress),
                Members.Text => Words(ref reader, out text),
                _ => false,
            };
            if (!read)
                return null;
        }

        const Members required = Members.Report | Members.Unit | Members.Period | Members.Through;
        return Ends(ref reader) && (seen & required) == required
            ? new(report, unit, period, through, amount, total, noProgress, null, text)
            : null;
    }

    /// <summary>Null when the serializer has to read it.</summary>
    public static ProgressVerified? Verified(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        if (!Begins(ref reader))
            return null;
        var seen = Members.None;
        var (report, total, comment) = (Guid.Empty, (decimal?)null, (string?)null);
        while (Next(ref reader, ref seen, out var member))
        {
            var read = member switch
            {
                Members.Report => Id(ref reader, out report),
                Members.Total => Figure(ref reader, out total),
                Members.Comment => Text(ref reader, out comment),
                _ => false,
            };
            if (!read)
                return null;
        }

        return Ends(ref reader) && seen.HasFlag(Members.Report) ? new(report, total, comment) : null;
    }

    private static bool Days(ref Utf8JsonReader reader, out Period period)
    {
        period = default;
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        var seen = Members.None;
        var (start, end) = (default(DateOnly), default(DateOnly));
        while (Next(ref reader, ref seen, out var member))
        {
            if (!(member switch { Members.Start => Day(ref reader, out start), Members.End => Day(ref reader, out end), _ => false }))
                return false;
        }

        period = new(start, end);
        return reader.TokenType == JsonTokenType.EndObject && seen == (Members.Start | Members.End);
    }

    private static bool Words(ref Utf8JsonReader reader, out ReportText? text)
    {
        text = null;
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        var seen = Members.None;
        var (done, problems, nextSteps, helpNeeded) = ((string?)null, (string?)null, (string?)null, (string?)null);
        while (Next(ref reader, ref seen, out var member))
        {
            var read = member switch
            {
                Members.Done => Text(ref reader, out done),
                Members.Problems => Text(ref reader, out problems),
                Members.NextSteps => Text(ref reader, out nextSteps),
                Members.HelpNeeded => Text(ref reader, out helpNeeded),
                _ => false,
            };
            if (!read)
                return false;
        }

        text = new(done, problems, nextSteps, helpNeeded);
        return reader.TokenType == JsonTokenType.EndObject;
    }

    private static Members Named(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
            return Members.None;
        var name = reader.ValueSpan;
        return name switch
        {
            _ when name.SequenceEqual("report"u8) => Members.Report,
            _ when name.SequenceEqual("unit"u8) => Members.Unit,
            _ when name.SequenceEqual("period"u8) => Members.Period,
            _ when name.SequenceEqual("start"u8) => Members.Start,
            _ when name.SequenceEqual("end"u8) => Members.End,
            _ when name.SequenceEqual("through"u8) => Members.Through,
            _ when name.SequenceEqual("amount"u8) => Members.Amount,
            _ when name.SequenceEqual("total"u8) => Members.Total,
            _ when name.SequenceEqual("text"u8) => Members.Text,
            _ when name.SequenceEqual("done"u8) => Members.Done,
            _ when name.SequenceEqual("problems"u8) => Members.Problems,
            _ when name.SequenceEqual("nextSteps"u8) => Members.NextSteps,
            _ when name.SequenceEqual("helpNeeded"u8) => Members.HelpNeeded,
            _ when name.SequenceEqual("noProgress"u8) => Members.NoProgress,
            _ when name.SequenceEqual("comment"u8) => Members.Comment,
            _ => Members.None,
        };
    }

    /// <summary>
    /// Goes on to the value of the next member. False at the end of the object, where the reader then stands, and at a member
    /// that is unknown or there before, where it does not.
    /// </summary>
    private static bool Next(ref Utf8JsonReader reader, ref Members seen, out Members member)
    {
        member = reader.Read() && reader.TokenType == JsonTokenType.PropertyName ? Named(ref reader) : Members.None;
        if (member == Members.None || (seen & member) != Members.None)
            return false;
        seen |= member;
        return reader.Read();
    }

    private static bool Begins(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.StartObject;

    private static bool Ends(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.EndObject && !reader.Read();

    private static bool Id(ref Utf8JsonReader reader, out Guid id)
    {
        id = default;
        return reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out id);
    }

    private static bool Text(ref Utf8JsonReader reader, out string text)
    {
        text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return reader.TokenType == JsonTokenType.String;
    }

    private static bool Flag(ref Utf8JsonReader reader, out bool flag)
    {
        flag = reader.TokenType == JsonTokenType.True;
        return reader.TokenType is JsonTokenType.True or JsonTokenType.False;
    }

    private static bool Day(ref Utf8JsonReader reader, out DateOnly day)
    {
        day = default;
        return reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && DayConverter.TryReadPlain(reader.ValueSpan, out day);
    }

    private static bool Figure(ref Utf8JsonReader reader, out decimal? figure)
    {
        var read = FigureConverter.TryReadPlain(reader.ValueSpan, out var value);
        figure = value;
        return read && reader.TokenType == JsonTokenType.Number;
    }
}
