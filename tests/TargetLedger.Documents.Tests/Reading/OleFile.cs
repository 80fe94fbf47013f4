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
}
