using System.Text;

using Shouldly;
using Xunit;

namespace TargetLedger.Documents.Tests.Reading;

/// <summary>The smallest OLE compound file (MS-CFB) with streams of these names and beginnings, each one sector of 512 bytes.</summary>
internal static class OleFile
{
    public static byte[] With(params (string Name, byte[] Start)[] streams)
    {
        // Sectors: 0 the allocation table, 1 the directory, 2 … the streams.
        var file = new byte[512 * (3 + streams.Length)];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        BitConverter.GetBytes((ushort)9).CopyTo(file, 30);
        BitConverter.GetBytes(1).CopyTo(file, 48);
        file.AsSpan(76, 436).Fill(0xFF);
        BitConverter.GetBytes(0).CopyTo(file, 76);
        file.AsSpan(512, 512).Fill(0xFF);
        BitConverter.GetBytes(0xFFFFFFFE).CopyTo(file, 512 + 4);
        for (var i = 0; i < streams.Length; i++)
        {
            var entry = 1024 + 128 * i;
            var name = Encoding.Unicode.GetBytes(streams[i].Name);
            name.CopyTo(file, entry);
            BitConverter.GetBytes((ushort)(name.Length + 2)).CopyTo(file, entry + 64);
            BitConverter.GetBytes(2 + i).CopyTo(file, entry + 116);
            streams[i].Start.CopyTo(file, 512 * (3 + i));
        }

        return file;
    }

    /// <summary>One so large that its directory goes on where only a list of its own says where the allocation table is.</summary>
    public static byte[] Large(string stream, byte[] start)
    {
        // 16,000 sectors of 512 bytes: 125 sectors of allocation table, 109 of them in the header, 16 in the list behind it.
        const int sectors = 16_000, tables = 125, listAt = tables, directory = tables + 1, second = sectors - 2, content = sectors - 1;
        var file = new byte[512 * (sectors + 1)];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        BitConverter.GetBytes((ushort)9).CopyTo(file, 30);
        BitConverter.GetBytes(directory).CopyTo(file, 48);
        BitConverter.GetBytes(listAt).CopyTo(file, 68);
        BitConverter.GetBytes(1).CopyTo(file, 72);
        At(listAt).Fill(0xFF);
        for (var i = 0; i < tables; i++)
        {
            At(i).Fill(0xFF);
            BitConverter.GetBytes(i).CopyTo(i < 109 ? file.AsSpan(76 + 4 * i) : At(listAt)[(4 * (i - 109))..]);
        }

        // The directory has a second sector, whose end only the last sector of the table knows.
        Follow(directory, unchecked((uint)second - 1));
        Follow(second - 1, (uint)second);
        Follow(second, 0xFFFFFFFE);
        var name = Encoding.Unicode.GetBytes(stream);
        name.CopyTo(At(second));
        BitConverter.GetBytes((ushort)(name.Length + 2)).CopyTo(At(second)[64..]);
        BitConverter.GetBytes(content).CopyTo(At(second)[116..]);
        start.CopyTo(At(content));
        return file;

        Span<byte> At(int sector) => file.AsSpan(512 * (sector + 1), 512);

        void Follow(int sector, uint next) => BitConverter.GetBytes(next).CopyTo(At(sector / 128)[(4 * (sector % 128))..]);
    }
}
