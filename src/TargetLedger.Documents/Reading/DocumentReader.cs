using System.Text.RegularExpressions;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Reading.Archives;
using TargetLedger.Documents.Reading.Html;
using TargetLedger.Documents.Reading.Programs;
using TargetLedger.Documents.Reading.Texts;
using TargetLedger.Documents.Reading.Word;
using TargetLedger.Documents.Reading.Workbooks;

namespace TargetLedger.Documents.Reading;

/// <summary>
/// Reads a document of any of the kinds offices use into one text and its blocks, or says in both languages why not.
/// What the bytes are is told from the bytes; the name only helps where they do not say.
/// </summary>
/// <remarks>
/// Nothing a document refers to is fetched and nothing in it is run. Codes of refusals are in <see cref="Refusal"/>; a
/// refused file has no second fault.
/// </remarks>
public static class DocumentReader
{
    /// <summary>20 MB.</summary>
    public const int MaxBytes = ReadingLimits.MaxBytes;

    /// <param name="fileName">As the sender names it; only its ending is looked at, and never used as a path.</param>
    public static Task<FileReading<SourceDocument>> ReadAsync(ReadOnlyMemory<byte> bytes, string fileName, CancellationToken cancellation)
        => CleanAsync(() => TranscribeAsync(bytes, Path.GetExtension(fileName).ToLowerInvariant(), cancellation), cancellation);

    /// <summary>Text somebody pasted instead of sending a file.</summary>
    public static Task<FileReading<SourceDocument>> ReadPastedAsync(string text, CancellationToken cancellation)
        => CleanAsync(
            () => string.IsNullOrWhiteSpace(text) ? throw Refusal.Empty() : Task.FromResult(TextFile.Read(text.ReplaceLineEndings("\n"))), cancellation);

    private static async Task<FileReading<SourceDocument>> CleanAsync(Func<Task<Transcript>> transcribe, CancellationToken cancellation)
    {
        try
        {
            return FileReading<SourceDocument>.Sound(DocumentCleaner.Clean(await transcribe(), cancellation));
        }
        catch (RefusedException refused)
        {
            return FileReading<SourceDocument>.Faulty(refused.Fault);
        }
        catch (RegexMatchTimeoutException)
        {
            return FileReading<SourceDocument>.Faulty(Refusal.TookTooLong().Fault);
        }
    }

    private static async Task<Transcript> TranscribeAsync(ReadOnlyMemory<byte> bytes, string ending, CancellationToken cancellation)
    {
        if (bytes.Length > MaxBytes)
            throw Refusal.TooLarge();
        if (bytes.IsEmpty)
            throw Refusal.Empty();

        switch (FileKinds.Of(bytes.Span, ending))
        {
            case FileKind.Package:
                return await ReadPackageAsync(bytes, ending, cancellation);
            case FileKind.CompoundFile:
                var (from, to) = OlderFormats.Examine(bytes, ending);
                return await ConvertAsync(bytes, from, to, cancellation);
            case FileKind.RichText:
                return await ConvertAsync(bytes, "rtf", "docx", cancellation);
            case FileKind.Pdf:
                return await PdfText.ReadAsync(bytes, cancellation);
            case FileKind.Html:
                return HtmlPage.Read(bytes, cancellation);
            case FileKind.Picture:
                throw Refusal.Picture();
            case FileKind.WebArchive:
                throw Refusal.WebArchive();
            default:
                if (ending == ".csv")
                    return CsvFile.Read(TextDecoding.Decode(bytes, most: CsvFile.MayBeList(bytes) ? ReadingLimits.MaxListCharacters : ReadingLimits.MaxHtmlCharacters), cancellation);
                return TextFile.Read(TextDecoding.Decode(bytes));
        }
    }

    private static async Task<Transcript> ConvertAsync(ReadOnlyMemory<byte> bytes, string from, string to, CancellationToken cancellation)
        => ReadOffice(await LibreOffice.ConvertAsync(bytes, from, to, cancellation), cancellation) ?? throw Refusal.ConversionFailed();

    private static async Task<Transcript> ReadPackageAsync(ReadOnlyMemory<byte> bytes, string ending, CancellationToken cancellation)
    {
        if (ReadOffice(bytes, cancellation) is { } transcript)
            return transcript;

        // OpenDocument says what it is in its first part (ODF 1.3 part 2, 3.3).
        return ending switch
        {
            ".odt" => await ConvertAsync(bytes, "odt", "docx", cancellation),
            ".ods" => await ConvertAsync(bytes, "ods", "xlsx", cancellation),
            _ => throw Refusal.Unknown(),
        };
    }

    /// <summary>Null where the package is neither a document nor a workbook.</summary>
    private static Transcript? ReadOffice(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var package = Package.Open(bytes);
        package.RefuseMacros();
        var main = package.Related("", "officeDocument");
        return Path.GetFileName(main) switch
        {
            null => null,
            var name when name.StartsWith("document", StringComparison.OrdinalIgnoreCase) => WordDocument.Read(package, main!, cancellation),
            var name when name.StartsWith("workbook", StringComparison.OrdinalIgnoreCase) => WorkbookDocument.Read(package, main!, cancellation),
            var name when name.StartsWith("presentation", StringComparison.OrdinalIgnoreCase) => throw Refusal.Presentation(),
            _ => null,
        };
    }
}
