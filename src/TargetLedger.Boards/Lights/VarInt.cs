using System.Buffers;

namespace TargetLedger.Boards;

/// <summary>Whole numbers from 0 on in as few bytes as they need: seven bits a byte, the lowest first (LEB128).</summary>
internal static class VarInt
{
    public static void WriteVarInt(this IBufferWriter<byte> to, int value)
    {
        var span = to.GetSpan(5);
        var length = 0;
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            span[length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        span[length++] = (byte)rest;
        to.Advance(length);
    }

    /// <summary>Reads one number and moves <paramref name="place"/> behind it.</summary>
    public static int ReadVarInt(this ReadOnlySpan<byte> from, ref int place)
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var next = from[place++];
            value |= (uint)(next & 0x7f) << shift;
            if (next < 0x80)
                return checked((int)value);
        }
    }
}
