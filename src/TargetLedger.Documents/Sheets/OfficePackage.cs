using System.IO.Compression;
using System.Text;
using System.Xml;

namespace TargetLedger.Documents.Sheets;

/// <summary>
/// A package of Office Open XML (ECMA-376 part 2) written forward only, one part after the other. Its bytes depend on its
/// content alone: the same table at the same position is the same file.
/// </summary>
internal sealed class OfficePackage : IAsyncDisposable
{
    public const string RelationshipNames = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly DeferredWrites _target;
    private readonly ZipArchive _archive;
    private readonly CancellationToken _cancellation;

    private OfficePackage(DeferredWrites target, ZipArchive archive, CancellationToken cancellation)
        => (_target, _archive, _cancellation) = (target, archive, cancellation);

    /// <param name="target">Need not be seekable; left open.</param>
    public static async Task<OfficePackage> CreateAsync(Stream target, CancellationToken cancellation)
    {
        var deferred = new DeferredWrites(target);
        return new(deferred, await ZipArchive.CreateAsync(deferred, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation), cancellation);
    }

    public async Task<PartWriter> OpenAsync(string part, CompressionLevel level = CompressionLevel.Fastest)
    {
        var entry = _archive.CreateEntry(part, level);
        entry.LastWriteTime = NoTime;
        return new(await entry.OpenAsync(_cancellation), _cancellation);
    }

    /// <summary>A small part, written in one piece.</summary>
    public async Task WriteAsync(string part, string xml)
    {
        var entry = _archive.CreateEntry(part, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        await using var stream = await entry.OpenAsync(_cancellation);
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n{xml.TrimStart()}"), _cancellation);
    }

    /// <summary>A part of relationships, all within the package.</summary>
    /// <param name="all">Each with the last word of its type.</param>
    public static string Relationships(params ReadOnlySpan<(string Id, string Kind, string Target)> all)
    {
        var xml = new StringBuilder("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">""");
        foreach (var (id, kind, target) in all)
            xml.Append(System.Globalization.CultureInfo.InvariantCulture, $"""<Relationship Id="{id}" Type="{RelationshipNames}/{kind}" Target="{target}"/>""");
        return xml.Append("</Relationships>").ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        await _target.FlushAsync(_cancellation);
    }
}

/// <summary>One part: XML is written to a buffer, and from there, when it is full, to the package.</summary>
internal sealed class PartWriter : IAsyncDisposable
{
    private const int FullBytes = 64 * 1024;

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = true };

    private readonly Stream _part;
    private readonly MemoryStream _buffer = new(2 * FullBytes);
    private readonly CancellationToken _cancellation;

    public PartWriter(Stream part, CancellationToken cancellation)
    {
        (_part, _cancellation) = (part, cancellation);
        Xml = XmlWriter.Create(_buffer, Settings);
        Xml.WriteStartDocument(standalone: true);
    }

    public XmlWriter Xml { get; }

    /// <summary>Called now and then, after a row or a paragraph.</summary>
    public ValueTask PassOnAsync() => _buffer.Length < FullBytes ? ValueTask.CompletedTask : EmptyAsync();

    /// <summary>Texts may hold what XML cannot: no file is worth being unreadable for it.</summary>
    public static string Clean(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        try
        {
            return XmlConvert.VerifyXmlChars(lines);
        }
        catch (XmlException)
        {
            return string.Concat(lines.EnumerateRunes().Select(r => r.IsBmp && !XmlConvert.IsXmlChar((char)r.Value) ? "\uFFFD" : r.ToString()));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Xml.Dispose();
        await EmptyAsync();
        await _part.DisposeAsync();
        await _buffer.DisposeAsync();
    }

    private async ValueTask EmptyAsync()
    {
        await _part.WriteAsync(_buffer.GetBuffer().AsMemory(0, (int)_buffer.Length), _cancellation);
        _buffer.SetLength(0);
    }
}
