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

    /// <summary>A page with its pictures in one file (MHTML, RFC 2557).</summary>
    WebArchive,
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
        var start = Start(bytes);
        if (start.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase) && start.Contains("multipart/related", StringComparison.OrdinalIgnoreCase))
            return FileKind.WebArchive;
        return IsHtml(start, ending) ? FileKind.Html : FileKind.Text;
    }

    private static bool IsPicture(ReadOnlySpan<byte> bytes)
        => bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
            || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || bytes.StartsWith("GIF8"u8)
            || bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'I', (byte)'I', 42, 0])
            || bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'M', (byte)'M', 0, 42]);

    /// <summary>Programs that export tables as .xls often write the table and nothing around it.</summary>
    private static readonly string[] FirstElements = ["<!doctype html", "<html", "<head", "<meta", "<body", "<style", "<table"];

    private static string Start(ReadOnlySpan<byte> bytes)
        => Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\r', '\n', '\t');

    private static bool IsHtml(string start, string ending)
        => (ending is ".html" or ".htm" or ".shtml" && start.Contains('<', StringComparison.Ordinal))
            || Array.Exists(FirstElements, e => start.StartsWith(e, StringComparison.OrdinalIgnoreCase))
            || (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && start.Contains("<html", StringComparison.OrdinalIgnoreCase));
}
