using System.Buffers;

namespace TargetLedger.Boards;

/// <summary>The entries of all commitments at a position: an image and the changes after it.</summary>
internal sealed class LightIndex
{
    private const int ChunkEntries = 4_096;

    public LightIndex()
        : this(new())
    {
    }

    private LightIndex(LightEntries entries) => Entries = entries;

    public LightEntries Entries { get; }

    public long Position { get; private set; }

    /// <summary>Of the last event that concerns a plan, unit, group or the rules.</summary>
    public long FramePosition { get; private set; }

    /// <summary>How many there are after the image it was made from.</summary>
    public int ChangesSinceImage { get; private set; }

    /// <summary>Changes said that an image is to be read instead.</summary>
    public bool IsOutdated { get; private set; }

    public LightIndex Copy() => new(Entries.Copy())
    {
        Position = Position,
        FramePosition = FramePosition,
        ChangesSinceImage = ChangesSinceImage,
    };

    /// <summary>Nothing changes between the last change and this position.</summary>
    public void AdvanceTo(long position) => Position = position;

    public void Apply(long position, int number, LightChangeKind kind, ReadOnlySpan<byte> entry)
    {
        Position = position;
        ChangesSinceImage++;
        switch (kind)
        {
            case LightChangeKind.Frame:
                FramePosition = position;
                IsOutdated |= number == LightChanges.Anew;
                break;
            case LightChangeKind.Version:
                Entries.SetVersion(number, Entries.VersionOf(number) + 1);
                break;
            case LightChangeKind.Event when number == Entries.Count:
                Entries.Add(1, entry.ToArray());
                break;
            case LightChangeKind.Event:
                Entries.Set(number, Entries.VersionOf(number) + 1, entry.ToArray());
                break;
            default:
                Entries.Set(number, Entries.VersionOf(number), entry.ToArray());
                break;
        }
    }

    /// <summary>Counts from here on; to be called when an image of it is written.</summary>
    public void BeginImage() => ChangesSinceImage = 0;

    public IReadOnlyList<byte[]> ToChunks()
    {
        var chunks = new List<byte[]>();
        var chunk = new ArrayBufferWriter<byte>(ChunkEntries * 32);
        var number = 0;
        do
        {
            var end = Math.Min(Entries.Count, number + ChunkEntries);
            for (; number < end; number++)
            {
                var entry = Entries.EntryOf(number);
                chunk.WriteVarInt(Entries.VersionOf(number));
                chunk.WriteVarInt(entry.Length);
                chunk.Write(entry);
            }

            chunks.Add(chunk.WrittenSpan.ToArray());
            chunk.ResetWrittenCount();
        }
        while (number < Entries.Count);
        return chunks;
    }

    /// <summary>Adds the next chunk of the image that this is read from.</summary>
    public void AddChunk(long position, long framePosition, ReadOnlySpan<byte> chunk)
    {
        (Position, FramePosition) = (position, framePosition);
        var place = 0;
        while (place < chunk.Length)
        {
            var version = chunk.ReadVarInt(ref place);
            var length = chunk.ReadVarInt(ref place);
            Entries.Add(version, chunk.Slice(place, length).ToArray());
            place += length;
        }
    }
}
