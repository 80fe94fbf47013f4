using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TargetLedger.EventStore;

/// <summary>Events as rows of COPY's binary format (PostgreSQL, reference of COPY), in the order of copy_events.sql.</summary>
internal sealed class CopyRows
{
    private const short Columns = 11;

    // The signature, no flags, no extension.
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    // jsonb's own format version, sent before its text.
    private const byte JsonbVersion = 1;

    // PostgreSQL counts microseconds from here.
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ArrayBufferWriter<byte> rows = new(1 << 16);

    public CopyRows() => rows.Write(Header);

    /// <summary>What is to be sent; emptied by <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => rows.WrittenMemory;

    public void Clear() => rows.ResetWrittenCount();

    public void Add(long position, string stream, long version, DateTimeOffset timestamp, NewEvent wanted, ReadOnlySpan<byte> data, AppendActor actor, byte[]? headers)
    {
        WriteInt16(Columns);
        WriteInt64(position);
        WriteId(wanted.Id);
        WriteText(stream);
        WriteInt64(version);
        WriteJson(data);
        WriteText(wanted.Type);
        WriteInt64((timestamp - Epoch).Ticks / TimeSpan.TicksPerMicrosecond);
        WriteText(actor.CorrelationId);
        WriteText(actor.CausationId);
        if (headers is null)
            WriteLength(-1);
        else
            WriteJson(headers);
        WriteText(actor.Account);
    }

    public void End() => WriteInt16(-1);

    private void WriteText(string? text)
    {
        if (text is null)
        {
            WriteLength(-1);
            return;
        }

        var span = rows.GetSpan(sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, span[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(span, length);
        rows.Advance(sizeof(int) + length);
    }

    private void WriteJson(ReadOnlySpan<byte> utf8)
    {
        WriteLength(utf8.Length + 1);
        rows.GetSpan(1)[0] = JsonbVersion;
        rows.Advance(1);
        rows.Write(utf8);
    }

    private void WriteId(Guid id)
    {
        const int Length = 16;
        WriteLength(Length);
        id.TryWriteBytes(rows.GetSpan(Length), bigEndian: true, out _);
        rows.Advance(Length);
    }

    private void WriteInt64(long value)
    {
        WriteLength(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(rows.GetSpan(sizeof(long)), value);
        rows.Advance(sizeof(long));
    }

    private void WriteLength(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(rows.GetSpan(sizeof(int)), length);
        rows.Advance(sizeof(int));
    }

    private void WriteInt16(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(rows.GetSpan(sizeof(short)), value);
        rows.Advance(sizeof(short));
    }
}
