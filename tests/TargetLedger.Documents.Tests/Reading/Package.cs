using System.IO.Compression;
using System.Text;

using Shouldly;
using Xunit;

namespace TargetLedger.Documents.Tests.Reading;

/// <summary>Packages made part by part, so that a test says just what is in them.</summary>
internal static class Package
{
    public static byte[] Zip(params (string Name, string Content)[] parts) => Zip(parts.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Content))));

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A package with further parts, or with others in the place of those of the same name.</summary>
    public static byte[] With(byte[] package, params (string Name, string Content)[] more)
    {
        var parts = Parts(package).ToDictionary(p => p.Name, p => p.Content, StringComparer.Ordinal);
        foreach (var (name, content) in more)
            parts[name] = Encoding.UTF8.GetBytes(content);
        return Zip(parts.Select(p => (p.Key, p.Value)));
    }

    public static IEnumerable<(string Name, byte[] Content)> Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            yield return (entry.FullName, content.ToArray());
        }
    }

    /// <param name="body">The children of &lt;w:body&gt;.</param>
    /// <param name="more">Further parts by the kind of their relationship: "numbering", "styles", "footnotes".</param>
    public static byte[] Word(string body, params (string Kind, string Xml)[] more)
        => Zip([
            .. Shell("word/document.xml", more.Select(m => m.Kind)),
            ("word/document.xml", $"""<w:document {Namespaces}><w:body>{body}</w:body></w:document>"""),
            .. more.Select(m => ($"word/{m.Kind}.xml", m.Xml)),
        ]);

    /// <param name="sheets">Name, state and the content of &lt;worksheet&gt;.</param>
    public static byte[] Workbook(IReadOnlyList<(string Name, string State, string Xml)> sheets, string sharedStrings = "", string styles = "", string properties = "")
    {
        var book = string.Concat(sheets.Select((s, i) => $"""<sheet name="{s.Name}" sheetId="{i + 1}" state="{s.State}" r:id="s{i + 1}"/>"""));
        var targets = string.Concat(sheets.Select((_, i) => Relationship($"s{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")));
        return Zip([
            ("[Content_Types].xml", Types),
            ("_rels/.rels", Relationships(Relationship("r1", "officeDocument", "xl/workbook.xml"))),
            ("xl/_rels/workbook.xml.rels", Relationships(targets + Relationship("t1", "sharedStrings", "sharedStrings.xml") + Relationship("t2", "styles", "styles.xml"))),
            ("xl/workbook.xml", $"""<workbook {SheetNamespaces}>{properties}<sheets>{book}</sheets></workbook>"""),
            ("xl/sharedStrings.xml", $"<sst {SheetNamespaces}>{sharedStrings}</sst>"),
            ("xl/styles.xml", $"<styleSheet {SheetNamespaces}>{styles}</styleSheet>"),
            .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet {SheetNamespaces}>{s.Xml}</worksheet>")),
        ]);
    }

    public static byte[] Workbook(string sheet, string sharedStrings = "", string styles = "") => Workbook([("任务分解表", "visible", sheet)], sharedStrings, styles);

    public static IEnumerable<(string, string)> Shell(string main, IEnumerable<string> kinds) =>
    [
        ("[Content_Types].xml", Types),
        ("_rels/.rels", Relationships(Relationship("r1", "officeDocument", main))),
        ("word/_rels/document.xml.rels", Relationships(string.Concat(kinds.Select((k, i) => Relationship($"m{i}", k, $"{k}.xml"))))),
    ];

    public const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    public const string SheetNamespaces = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    public const string Types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";

    public static string Relationships(string relationships) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relationships}</Relationships>";

    public static string Relationship(string id, string kind, string target)
        => $"<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>";
}
