using System.Buffers;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>What a commitment is counted by from a day on.</summary>
/// <param name="Day">A day's number; of the first step 0, the beginning of time.</param>
/// <param name="State">A light, or one of the states of <see cref="LightEntry"/>.</param>
/// <param name="Parties">Who answers; see <see cref="PartyBook"/>.</param>
internal readonly record struct EntryStep(int Day, int State, int Parties);

/// <summary>
/// All that boards count a commitment by, on whichever day, in some twenty bytes: the group it is divided among, the units
/// that have a report to correct, and its steps. How it is written is part of the projection's shape.
/// </summary>
internal static class LightEntry
{
    /// <summary>The lights are 0 to 6.</summary>
    public const int Lights = 7;

    /// <summary>Judging it fails.</summary>
    public const int Unjudgeable = 7;

    /// <summary>It has left the list.</summary>
    public const int Withdrawn = 8;

    private const int StateBits = 0x0f;
    private const int OtherParties = 0x10;

    public static int StateOf(LightStep step) => step switch
    {
        { Withdrawn: true } => Withdrawn,
        { Light: { } light } => (int)light,
        _ => Unjudgeable,
    };

    /// <param name="group">Parties of one group; null where it is not divided.</param>
    /// <param name="returned">Parties of units; null where no report waits for its correction.</param>
    public static byte[] Write(ArrayBufferWriter<byte> scratch, int? group, int? returned, IReadOnlyList<EntryStep> steps)
    {
        scratch.ResetWrittenCount();
        scratch.WriteVarInt(group + 1 ?? 0);
        scratch.WriteVarInt(returned + 1 ?? 0);
        var (day, parties) = (0, -1);
        foreach (var step in steps)
        {
            var other = step.Parties != parties;
            scratch.WriteVarInt(step.Day - day);
            scratch.WriteVarInt(step.State | (other ? OtherParties : 0));
            if (other)
                scratch.WriteVarInt(step.Parties);
            (day, parties) = (step.Day, step.Parties);
        }

        return scratch.WrittenSpan.ToArray();
    }

    public static (int? Group, int? Returned) HeadOf(ReadOnlySpan<byte> entry)
    {
        var place = 0;
        var (group, returned) = (entry.ReadVarInt(ref place), entry.ReadVarInt(ref place));
        return (group == 0 ? null : group - 1, returned == 0 ? null : returned - 1);
    }

    /// <summary>
    /// Who answers, where they are the same on every day and nothing else ties it to a unit: no division, no report to
    /// correct. Otherwise -1: the entry has to be looked at.
    /// </summary>
    public static int OnlyPartiesOf(ReadOnlySpan<byte> entry)
    {
        if (HeadOf(entry) is not (null, null))
            return -1;
        var place = 2;
        EntryStep step = default;
        for (var first = true; place < entry.Length; first = false)
        {
            var parties = step.Parties;
            step = Next(entry, step, ref place);
            if (!first && step.Parties != parties)
                return -1;
        }

        return step.Parties;
    }

    /// <summary>Whether it names marked parties on any day: who answers, whom it is divided among, who has a report to correct.</summary>
    public static bool Names(ReadOnlySpan<byte> entry, bool[] marked)
    {
        if (HeadOf(entry) is var (group, returned) && ((group is { } divided && marked[divided]) || (returned is { } waiting && marked[waiting])))
            return true;
        var place = StepsAt(entry);
        EntryStep step = default;
        while (place < entry.Length)
        {
            step = Next(entry, step, ref place);
            if (marked[step.Parties])
                return true;
        }

        return false;
    }

    /// <summary>The step a day falls in.</summary>
    public static EntryStep On(ReadOnlySpan<byte> entry, int day)
    {
        var place = StepsAt(entry);
        EntryStep found = default;
        while (place < entry.Length)
        {
            var step = Next(entry, found, ref place);
            if (step.Day > day)
                break;
            found = step;
        }

        return found;
    }

    /// <summary>The steps that begin before a day.</summary>
    public static void AddBefore(ReadOnlySpan<byte> entry, int day, List<EntryStep> steps)
    {
        var place = StepsAt(entry);
        EntryStep step = default;
        while (place < entry.Length)
        {
            step = Next(entry, step, ref place);
            if (step.Day >= day)
                break;
            steps.Add(step);
        }
    }

    /// <summary>Where the head ends.</summary>
    private static int StepsAt(ReadOnlySpan<byte> entry)
    {
        var place = 0;
        entry.ReadVarInt(ref place);
        entry.ReadVarInt(ref place);
        return place;
    }

    private static EntryStep Next(ReadOnlySpan<byte> entry, EntryStep before, ref int place)
    {
        var day = before.Day + entry.ReadVarInt(ref place);
        var state = entry[place++];
        return new(day, state & StateBits, (state & OtherParties) == 0 ? before.Parties : entry.ReadVarInt(ref place));
    }
}
