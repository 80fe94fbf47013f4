using System.Buffers.Binary;

namespace TargetLedger.Documents.Reading.Programs;

/// <summary>What an OLE compound file is, and whether it may be read at all: answered before any program is started.</summary>
internal static class OlderFormats
{
    /// <summary>The ending LibreOffice knows it by, and the one it is turned into.</summary>
    public static (string From, string To) Examine(ReadOnlyMemory<byte> bytes, string ending)
    {
        var file = CompoundFile.Open(bytes);
        if (file.Has("EncryptedPackage"))
            throw Refusal.Encrypted();
        if (file.Has("_VBA_PROJECT") || file.Has("_VBA_PROJECT_CUR") || file.Has("VBA"))
            throw Refusal.Macros();
        if (file.Has("PowerPoint Document"))
            throw Refusal.Presentation();

        if (file.Has("WordDocument"))
            return IsEncryptedWord(file.Start("WordDocument")) ? throw Refusal.Encrypted() : ("doc", "docx");
        foreach (var stream in (ReadOnlySpan<string>)["Workbook", "Book"])
        {
            if (file.Has(stream))
                return IsEncryptedExcel(file.Start(stream)) ? throw Refusal.Encrypted() : ("xls", "xlsx");
        }

        // WPS's own older formats have streams of other names; LibreOffice knows some of them.
        return ending switch
        {
            ".wps" => ("wps", "docx"),
            ".et" => ("et", "xlsx"),
            _ => throw Refusal.Unknown(),
        };
    }

    /// <summary>Bit fEncrypted of FibBase (MS-DOC 2.5.2).</summary>
    private static bool IsEncryptedWord(ReadOnlySpan<byte> start)
        => start.Length >= 12 && (BinaryPrimitives.ReadUInt16LittleEndian(start[10..]) & 0x0100) != 0;

    /// <summary>A FilePass record among the first (MS-XLS 2.4.117); it comes right behind BOF, at most a WriteProtect before it.</summary>
    private static bool IsEncryptedExcel(ReadOnlySpan<byte> start)
    {
        for (var i = 0; i < 4 && start.Length >= 4; i++)
        {
            var (type, length) = (BinaryPrimitives.ReadUInt16LittleEndian(start), BinaryPrimitives.ReadUInt16LittleEndian(start[2..]));
            if (type == 0x002F)
                return true;
            start = start[Math.Min(start.Length, 4 + length)..];
        }

        return false;
    }
}
