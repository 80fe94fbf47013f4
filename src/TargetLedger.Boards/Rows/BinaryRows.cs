using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TargetLedger.Boards;

/// <summary>
/// Rows in PostgreSQL's binary COPY format (its documentation of COPY, "Binary Format"; fields as the types' receive functions
/// take them). A new build writes a row for every event or so, which makes it worth not asking the driver about each field.
/// </summary>
internal sealed class BinaryRows
{
    private const int GroupBase = 10_000;
    private const int GroupDigits = 4;
    private const int MostGroups = 10;  // 29 digits and a fraction padded to whole groups
    private const short Negative = 0x4000;
    private static readonly int FirstDay = new DateOnly(2000, 1, 1).DayNumber;
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 16);

    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    public void Clear() => buffer.ResetWrittenCount();

    public void Begin() => buffer.Write(Header);

    public void StartRow(short fields) => Write(fields);

    public void End() => Write((short)-1);

    public void Add(string? value)
    {
        if (value is null)
        {
            AddNull();
            return;
        }

        var room = buffer.GetSpan(sizeof(int) + Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, room[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        buffer.Advance(sizeof(int) + length);
    }

    public void Add(int? value)
    {
        if (value is not { } known)
        {
            AddNull();
            return;
        }

        Write(sizeof(int));
        Write(known);
    }

    public void Add(long? value)
    {
        if (value is not { } known)
        {
            AddNull();
            return;
        }

        Write(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(sizeof(long)), known);
        buffer.Advance(sizeof(long));
    }

    public void Add(bool value)
    {
        Write(1);
        buffer.GetSpan(1)[0] = value ? (byte)1 : (byte)0;
        buffer.Advance(1);
    }

    public void Add(Guid value)
    {
        const int length = 16;
        Write(length);
        value.TryWriteBytes(buffer.GetSpan(length), bigEndian: true, out _);
        buffer.Advance(length);
    }

    public void Add(DateOnly? value) => Add(value?.DayNumber - FirstDay);

    /// <summary>Groups of four decimal digits around the point, without zero groups at either end; the scale is the decimal's own.</summary>
    public void Add(decimal? value)
    {
        if (value is not { } known)
        {
            AddNull();
            return;
        }

        Span<int> parts = stackalloc int[4];
        decimal.GetBits(known, parts);
        var unscaled = new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        var scale = known.Scale;
        var fractionGroups = (scale + GroupDigits - 1) / GroupDigits;
        for (var padded = scale; padded < fractionGroups * GroupDigits; padded++)
            unscaled *= 10;

        Span<short> groups = stackalloc short[MostGroups];
        var first = MostGroups;
        for (; unscaled > ulong.MaxValue; unscaled /= GroupBase)
            groups[--first] = (short)(unscaled % GroupBase);
        for (var rest = (ulong)unscaled; rest > 0; rest /= GroupBase)
            groups[--first] = (short)(rest % GroupBase);

        var weight = MostGroups - first - fractionGroups - 1;
        var last = MostGroups;
        while (last > first && groups[last - 1] == 0)
            last--;

        Write(sizeof(short) * (4 + last - first));
        Write((short)(last - first));
        Write((short)(last > first ? weight : 0));
        Write(known < 0 ? Negative : (short)0);
        Write((short)scale);
        foreach (var group in groups[first..last])
            Write(group);
    }

    private void AddNull() => Write(-1);

    private void Write(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(buffer.GetSpan(sizeof(short)), value);
        buffer.Advance(sizeof(short));
    }

    private void Write(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer.GetSpan(sizeof(int)), value);
        buffer.Advance(sizeof(int));
    }
}
