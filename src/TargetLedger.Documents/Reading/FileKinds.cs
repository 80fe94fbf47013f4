using System.Text;
using TargetLedger.Documents.Reading.Programs;

namespace TargetLedger.Documents.Reading;

internal enum FileKind
{
    Text,
    Html,
    Package,
    CompoundFile,
    RichText,
    Pdf,
    Picture,
}

/// <summary>What a file is, by its first bytes; a web page has no sure sign, so there its name counts too.</summary>
internal static class FileKinds
{
    public static FileKind Of(ReadOnlySpan<byte> bytes, string ending)
    {
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8))
            return FileKind.Package;
        if (CompoundFile.IsOne(bytes))
            return FileKind.CompoundFile;
        if (bytes.StartsWith("{\\rtf"u8))
            return FileKind.RichText;
        if (PdfText.IsOne(bytes))
            return FileKind.Pdf;
        if (IsPicture(bytes))
            return FileKind.Picture;
        return IsHtml(bytes, ending) ? FileKind.Html : FileKind.Text;
    }

    private static bool IsPicture(ReadOnlySpan<byte> bytes)
        => bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
            || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || bytes.StartsWith("GIF8"u8)
            || bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'I', (byte)'I', 42, 0])
            || bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'M', (byte)'M', 0, 42]);

    private static bool IsHtml(ReadOnlySpan<byte> bytes, string ending)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\r', '\n', '\t');
        return (ending is ".html" or ".htm" or ".shtml" && start.Contains('<', StringComparison.Ordinal))
            || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && start.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }
}
