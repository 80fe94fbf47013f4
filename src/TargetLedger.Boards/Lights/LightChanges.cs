using System.Buffers;

namespace TargetLedger.Boards;

/// <summary>What one event changes, as it stands in a block of changes.</summary>
internal enum LightChangeKind
{
    /// <summary>A plan, unit, group or the rules: lists and names are to be read anew.</summary>
    Frame = 0,

    /// <summary>An event of a commitment that changes no light of any day.</summary>
    Version = 1,

    /// <summary>An event of a commitment, and its entry from then on; the first makes it.</summary>
    Event = 2,

    /// <summary>A new entry without an event of the commitment's own: its group has changed.</summary>
    Entry = 3,
}

/// <summary>Writes changes in position order into blocks of positions.</summary>
internal sealed class LightChanges
{
    /// <summary>As many positions as give a row that is not moved out of line.</summary>
    private const int BlockSize = 64;

    /// <summary>In place of a number: see the image.</summary>
    public const int Anew = 1;

    private readonly List<(long Block, ArrayBufferWriter<byte> Changes)> blocks = [];

    public bool IsEmpty => blocks.Count == 0;

    public static long BlockOf(long position) => (position - 1) / BlockSize;

    /// <param name="anew">The entries changed with it stand in an image of this position and not here.</param>
    public void AddFrame(long position, bool anew) => Add(position, anew ? Anew : 0, LightChangeKind.Frame);

    public void AddVersion(long position, int number) => Add(position, number, LightChangeKind.Version);

    public void AddEntry(long position, int number, LightChangeKind kind, ReadOnlySpan<byte> entry)
    {
        var changes = Add(position, number, kind);
        changes.WriteVarInt(entry.Length);
        changes.Write(entry);
    }

    public (long[] Blocks, byte[][] Changes) Columns()
        => ([.. blocks.Select(b => b.Block)], [.. blocks.Select(b => b.Changes.WrittenSpan.ToArray())]);

    /// <summary>Applies the changes of a block after one position and up to another.</summary>
    public static void Apply(ReadOnlySpan<byte> changes, long block, long after, long through, LightIndex index)
    {
        var first = block * BlockSize + 1;
        var place = 0;
        while (place < changes.Length)
        {
            var position = first + changes[place++];
            var key = changes.ReadVarInt(ref place);
            var kind = (LightChangeKind)(key & 3);
            var entry = ReadOnlySpan<byte>.Empty;
            if (kind is LightChangeKind.Event or LightChangeKind.Entry)
            {
                var length = changes.ReadVarInt(ref place);
                entry = changes.Slice(place, length);
                place += length;
            }

            if (position > through)
                return;
            if (position > after)
                index.Apply(position, key >> 2, kind, entry);
        }
    }

    private ArrayBufferWriter<byte> Add(long position, int number, LightChangeKind kind)
    {
        var block = BlockOf(position);
        if (blocks.Count == 0 || blocks[^1].Block != block)
            blocks.Add((block, new(256)));
        var changes = blocks[^1].Changes;
        changes.Write([(byte)(position - 1 - block * BlockSize)]);
        changes.WriteVarInt(number << 2 | (int)kind);
        return changes;
    }
}
