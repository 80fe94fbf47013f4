using System.IO.Compression;
using System.Text;

namespace TargetLedger.Documents.Reading.Archives;

/// <summary>
/// A .docx or .xlsx opened with distrust: nothing is written to disk, nothing outside is followed, and no part is unpacked
/// further than it is read.
/// </summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts;

    private Package(ZipArchive archive, Dictionary<string, ZipArchiveEntry> parts) => (_archive, _parts) = (archive, parts);

    /// <summary>Names of parts, without the leading slash, as they are written.</summary>
    public IEnumerable<string> Parts => _parts.Keys;

    public static Package Open(ReadOnlyMemory<byte> bytes)
    {
        // Counted in the bytes: the number in the archive's own end record may lie, and every entry costs memory once opened.
        if (bytes.Span.Count("PK\x01\x02"u8) > ReadingLimits.MaxEntries)
            throw Refusal.ArchiveBomb();

        var archive = OpenArchive(bytes);
        try
        {
            return new(archive, Check(archive));
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Null where the package has no such part.</summary>
    public XmlWalk? Read(string part)
    {
        if (!_parts.TryGetValue(part, out var entry))
            return null;
        if (entry.Length > ReadingLimits.MaxPartBytes)
            throw Refusal.ArchiveBomb();

        // The parser prohibits a DTD anyhow; the look ahead is there to say so by name.
        if (Start(entry).Contains("<!DOCTYPE", StringComparison.Ordinal))
            throw Refusal.Dtd();
        return new(Unpack(entry, ReadingLimits.MaxPartBytes));
    }

    /// <summary>A sheet, which may be larger than other parts where <see cref="XmlWalk.ReadOn"/> is said in time.</summary>
    public XmlWalk? ReadSheet(string part)
    {
        if (!_parts.TryGetValue(part, out var entry) || entry.Length <= ReadingLimits.MaxPartBytes)
            return Read(part);
        return entry.Length <= ReadingLimits.MaxListPartBytes ? new(Unpack(entry, ReadingLimits.MaxBeforeHeadings)) : throw Refusal.ArchiveBomb();
    }

    /// <summary>Whether the type of any part has this word in it.</summary>
    public bool HasContentType(string words)
    {
        using var walk = Read("[Content_Types].xml");
        while (walk?.Read() == true)
        {
            if (walk.IsStart && walk.Attribute("ContentType")?.Contains(words, StringComparison.Ordinal) == true)
                return true;
        }

        return false;
    }

    public void RefuseMacros()
    {
        if (Parts.Any(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) || HasContentType("macroEnabled"))
            throw Refusal.Macros();
    }

    /// <summary>Where the relationships of a part lead, by their ids; those that lead out of the package are left out.</summary>
    /// <param name="source">"" for the package itself.</param>
    public Dictionary<string, Relationship> Relationships(string source)
    {
        var folder = source.Contains('/', StringComparison.Ordinal) ? source[..(source.LastIndexOf('/') + 1)] : "";
        var name = source[folder.Length..];
        var found = new Dictionary<string, Relationship>(StringComparer.Ordinal);
        using var reader = Read($"{folder}_rels/{name}.rels");
        while (reader?.Read() == true)
        {
            if (!reader.IsStartOf("Relationship") || reader.Attribute("TargetMode") == "External")
                continue;
            if (reader.Attribute("Id") is { } id && reader.Attribute("Type") is { } type && reader.Attribute("Target") is { } target)
                found[id] = new(type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
        }

        return found;
    }

    /// <summary>The part a relationship of this kind leads to; null where there is none.</summary>
    public string? Related(string source, string kind)
        => Relationships(source).Values.FirstOrDefault(r => r.Kind == kind) is { Target: { } target } && Has(target) ? target : null;

    public void Dispose() => _archive.Dispose();

    private static ZipArchive OpenArchive(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var archive = new ZipArchive(new MemoryBytes(bytes), ZipArchiveMode.Read);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (InvalidDataException)
        {
            throw Refusal.ArchiveMalformed();
        }
    }

    private static Dictionary<string, ZipArchiveEntry> Check(ZipArchive archive)
    {
        // Part names are compared without case (ECMA-376 part 2, 6.2.2.3).
        var parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.EndsWith('/'))
                continue;
            var name = entry.FullName.Replace('\\', '/');
            if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains("..", StringComparer.Ordinal))
                throw Refusal.ArchivePath();
            if (entry.IsEncrypted)
                throw Refusal.Encrypted();

            // What is larger is refused when it is read, or is a list.
            total += Math.Min(entry.Length, ReadingLimits.MaxPartBytes);
            if (total > ReadingLimits.MaxPackageBytes || IsBomb(entry.Length, entry.CompressedLength))
                throw Refusal.ArchiveBomb();
            if (!parts.TryAdd(name, entry))
                throw Refusal.ArchiveMalformed();
        }

        return parts;
    }

    private static string Start(ZipArchiveEntry entry)
    {
        using var stream = Unpack(entry, ReadingLimits.MaxPartBytes);
        var start = new byte[4096];
        return Encoding.UTF8.GetString(start, 0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
    }

    private static bool IsBomb(long unpacked, long packed)
        => unpacked > 1024 * 1024 && unpacked / Math.Max(packed, 1) > ReadingLimits.MaxRatio;

    private static GuardedStream Unpack(ZipArchiveEntry entry, long most)
    {
        try
        {
            return new GuardedStream(entry.Open(), most);
        }
        catch (InvalidDataException)
        {
            throw Refusal.ArchiveMalformed();
        }
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];

        var path = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && path.Count == 0)
                throw Refusal.ArchivePath();
            if (step == "..")
                path.RemoveAt(path.Count - 1);
            else if (step is not ("." or ""))
                path.Add(step);
        }

        return string.Join('/', path);
    }
}

/// <param name="Kind">The last word of the relationship's type: officeDocument, styles, worksheet …</param>
internal sealed record Relationship(string Kind, string Target);
