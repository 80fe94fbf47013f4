using System.Buffers.Binary;
using System.Text;

namespace TargetLedger.Documents.Reading.Programs;

/// <summary>
/// A look into an OLE compound file (MS-CFB), which .doc, .xls, .wps and .et are, and password-protected OOXML too: the names
/// of its streams, and the beginning of one. Enough to tell what it is without starting a program.
/// </summary>
internal sealed class CompoundFile
{
    private const int EntryBytes = 128;

    /// <summary>Sectors of the directory that are looked at; at the smallest, 40 entries are 10 sectors.</summary>
    private const int MostSectors = 1_000;

    private const uint EndOfChain = 0xFFFF_FFFE;

    /// <summary>Places of sectors of the allocation table in the header.</summary>
    private const uint InHeader = 109;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _sectorBytes;
    private readonly Dictionary<string, uint> _entries = new(StringComparer.Ordinal);

    private CompoundFile(ReadOnlyMemory<byte> bytes, int sectorBytes) => (_bytes, _sectorBytes) = (bytes, sectorBytes);

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    public static CompoundFile Open(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < 512)
            throw Refusal.ConversionFailed();
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[30..]);
        if (shift is not (9 or 12))
            throw Refusal.ConversionFailed();

        var file = new CompoundFile(bytes, 1 << shift);
        file.ReadDirectory(BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[48..]));
        return file;
    }

    public bool Has(string stream) => _entries.ContainsKey(stream);

    /// <summary>The first sector of a stream; empty for streams too short to have one of their own.</summary>
    public ReadOnlySpan<byte> Start(string stream) => _entries.TryGetValue(stream, out var sector) ? Sector(sector) : [];

    private void ReadDirectory(uint sector)
    {
        for (var i = 0; i < MostSectors && sector < EndOfChain; i++)
        {
            var entries = Sector(sector);
            for (var at = 0; at + EntryBytes <= entries.Length; at += EntryBytes)
                AddEntry(entries.Slice(at, EntryBytes));
            sector = Next(sector);
        }
    }

    private void AddEntry(ReadOnlySpan<byte> entry)
    {
        var nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        if (nameBytes is >= 2 and <= 64)
            _entries.TryAdd(Encoding.Unicode.GetString(entry[..(nameBytes - 2)]), BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]));
    }

    private ReadOnlySpan<byte> Sector(uint number)
    {
        var start = (number + 1L) * _sectorBytes;
        return start < _bytes.Length ? _bytes.Span[(int)start..(int)Math.Min(start + _sectorBytes, _bytes.Length)] : [];
    }

    /// <summary>By the allocation table.</summary>
    private uint Next(uint sector)
    {
        var perSector = (uint)_sectorBytes / 4;
        if (TableSector(sector / perSector) is not { } place)
            return EndOfChain;
        var table = Sector(place);
        var at = (int)(sector % perSector) * 4;
        return at + 4 <= table.Length ? BinaryPrimitives.ReadUInt32LittleEndian(table[at..]) : EndOfChain;
    }

    /// <summary>
    /// Where a sector of the allocation table is: the header lists the first 109, which is enough for 6.8 MB at the smallest
    /// sectors; the rest stand in sectors of their own, each of which ends with the place of the next (MS-CFB 2.5).
    /// </summary>
    private uint? TableSector(uint list)
    {
        if (list < InHeader)
            return BinaryPrimitives.ReadUInt32LittleEndian(_bytes.Span[(int)(76 + 4 * list)..]);
        var perSector = (uint)_sectorBytes / 4 - 1;
        var (lists, at) = ((list - InHeader) / perSector, (int)((list - InHeader) % perSector) * 4);
        // No file of the size that is read has more of them than bytes allow for.
        if (lists > _bytes.Length / _sectorBytes)
            return null;
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.Span[68..]);
        for (; lists > 0; lists--)
        {
            var part = Sector(sector);
            if (part.Length < _sectorBytes)
                return null;
            sector = BinaryPrimitives.ReadUInt32LittleEndian(part[^4..]);
        }

        var found = Sector(sector);
        return at + 4 <= found.Length ? BinaryPrimitives.ReadUInt32LittleEndian(found[at..]) : null;
    }
}
