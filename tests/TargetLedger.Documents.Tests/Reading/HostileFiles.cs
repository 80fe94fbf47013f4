using System.Text;
using TargetLedger.Documents.Reading;
using static TargetLedger.Documents.Tests.Reading.Package;

namespace TargetLedger.Documents.Tests.Reading;

/// <summary>Files made to harm, and the code each is refused by: as documents, and as forms that come back.</summary>
internal static class HostileFiles
{
    public static IReadOnlyDictionary<string, (string Code, string Ending, Func<byte[]> Make)> Documents { get; } = new Dictionary<string, (string Code, string Ending, Func<byte[]> Make)>(StringComparer.Ordinal)
    {
        ["a document with a macro project"] = ("document_macros", ".docx", Macros),
        ["a document of a type that may hold macros"] = ("document_macros", ".docx", MacroType),
        ["a document behind a password"] = ("document_encrypted", ".docx", PasswordPackage),
        ["an older document behind a password"] = ("document_encrypted", ".doc", PasswordDoc),
        ["an older workbook with macros"] = ("document_macros", ".xls", MacroDoc),
        ["entities that expand a billion times"] = ("xml_dtd", ".docx", BillionLaughs),
        ["an entity that names a file"] = ("xml_dtd", ".docx", ExternalEntity),
        ["200 MB of blanks"] = ("archive_bomb", ".docx", Zeros),
        ["a part larger than its directory says"] = ("xml_malformed", ".docx", LyingSize),
        ["five thousand entries"] = ("archive_bomb", ".xlsx", ManyEntries),
        ["an entry that climbs out of its folder"] = ("archive_path", ".docx", PathUpwards),
        ["a relationship that climbs out of the package"] = ("archive_path", ".docx", TargetUpwards),
        ["two parts of one name"] = ("archive_malformed", ".docx", SameNameTwice),
        ["half an archive"] = ("archive_malformed", ".docx", Truncated),
        ["half an XML part"] = ("xml_malformed", ".docx", TornXml),
        ["elements a hundred thousand deep"] = ("xml_hostile", ".docx", DeepXml),
        ["an element of 400,000 attributes"] = ("xml_hostile", ".docx", LongAttributes),
        ["half a million names"] = ("xml_hostile", ".docx", ManyNames),
        ["a sheet of 100,000 rows"] = ("sheet_too_large", ".xlsx", HundredThousandRows),
        ["half a million merged ranges"] = ("sheet_too_large", ".xlsx", MillionMerges),
        ["a row of three million cells"] = ("sheet_too_large", ".docx", WordCells),
        ["five million empty paragraphs"] = ("document_too_long", ".docx", EmptyParagraphs),
        ["a text of six million characters"] = ("document_too_long", ".txt", LongText),
        ["a text of 450,000 lines"] = ("document_too_long", ".txt", ManyLines),
        ["a page fifty thousand deep"] = ("html_too_large", ".html", DeepPage),
        ["a page of half a million tags"] = ("html_too_large", ".html", ManyTags),
        ["a page whose formats never end"] = ("html_too_large", ".html", OpenFormats),
        ["a file above 20 MB"] = ("file_too_large", ".txt", () => new byte[DocumentReader.MaxBytes + 1]),
        ["a presentation"] = ("document_presentation", ".pptx", Presentation),
        ["a picture"] = ("document_picture", ".pdf", () => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]),
        ["twenty megabytes of GB 18030"] = ("document_too_long", ".txt", () => [.. Enumerable.Repeat<byte[]>([0xC8, 0xCB, 0xB2, 0xC5, 0xA1, 0xA3], 3_400_000).SelectMany(b => b)]),
        ["a sheet of a million empty rows and then many"] = ("sheet_too_large", ".xlsx", EmptyRowsThenMany),
        ["five million bytes that mean nothing"] = ("text_unreadable", ".txt", () => [.. Enumerable.Repeat((byte)0xFF, 5_000_000)]),
        ["some other archive"] = ("document_unknown", ".zip", () => Zip(("a.txt", "a"))),
    };

    public static IReadOnlyDictionary<string, (string Code, Func<byte[]> Make)> Forms { get; } = new Dictionary<string, (string Code, Func<byte[]> Make)>(StringComparer.Ordinal)
    {
        ["a form with a macro project"] = ("document_macros", () => With(Workbook("<sheetData/>"), ("xl/vbaProject.bin", "x"))),
        ["a form behind a password"] = ("document_encrypted", PasswordPackage),
        ["an older form behind a password"] = ("document_encrypted", () => OleFile.With(("Workbook", [0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x2F, 0, 0, 0]))),
        ["an older form with macros"] = ("document_macros", MacroDoc),
        ["entities that expand in a sheet"] = ("xml_dtd", () => WithSheet($"{Entities("worksheet")}<worksheet {SheetNamespaces}><sheetData><row><c t=\"inlineStr\"><is><t>&l9;</t></is></c></row></sheetData></worksheet>")),
        ["an entity of a sheet that names a file"] = ("xml_dtd", () => WithSheet("<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet>&e;</worksheet>")),
        ["a sheet of 200 MB of blanks"] = ("archive_bomb", () => WithSheet(new string(' ', 200_000_000))),
        ["a sheet larger than its directory says"] = ("xml_malformed", LyingSheet),
        ["five thousand entries"] = ("archive_bomb", ManyEntries),
        ["an entry that climbs out of its folder"] = ("archive_path", () => With(Workbook("<sheetData/>"), ("../../etc/cron.d/x", "x"))),
        ["a relationship that climbs out of the package"] = ("archive_path", TargetUpwards),
        ["half an archive"] = ("archive_malformed", () => Workbook("<sheetData/>")[..^40]),
        ["a form of 100,000 rows"] = ("sheet_too_large", HundredThousandRows),
        ["half a million merged ranges"] = ("sheet_too_large", MillionMerges),
        ["600,000 empty rows before many"] = ("sheet_too_large", EmptyRowsThenMany),
        ["a sheet of half a million names"] = ("xml_hostile", () => WithSheet($"<worksheet {SheetNamespaces}>" + string.Concat(Enumerable.Range(0, 500_000).Select(i => $"<n{i}/>")) + "</worksheet>")),
        ["a .csv of 100,000 rows"] = ("sheet_too_large", () => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("填报,1\n", 100_000)))),
        ["a .csv of fifteen million characters"] = ("document_too_long", () => Encoding.UTF8.GetBytes("\"" + new string('x', 15_000_000))),
        ["a .csv of one endless field"] = ("csv_malformed", () => Encoding.UTF8.GetBytes("\"" + new string('x', 900_000))),
        ["a .csv of a million columns"] = ("sheet_too_large", () => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("1,", 20_000)) + "\n", 50)))),
        ["a picture"] = ("form_unknown", () => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]),
        ["a document"] = ("form_unknown", () => Word("<w:p/>")),
        ["a web page"] = ("form_unknown", () => Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<br>", 500_000)))),
    };

    private static byte[] WithSheet(string xml) => With(Workbook("<sheetData/>"), ("xl/worksheets/sheet1.xml", xml));

    private static byte[] LyingSheet()
    {
        var bytes = WithSheet($"<worksheet {SheetNamespaces}><sheetData>" + string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>\n", 2_500_000)));
        var central = bytes.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BitConverter.GetBytes(1_000).CopyTo(bytes, central + 24);
        return bytes;
    }

    private static string Entities(string name)
        => $"<!DOCTYPE {name} [<!ENTITY l0 \"ha\">{string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"))}]>";

    private static byte[] Macros() => With(Word("<w:p/>"), ("word/vbaProject.bin", "x"));

    private static byte[] MacroType() => Zip(
        ("[Content_Types].xml", "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"),
        ("_rels/.rels", Relationships(Relationship("a", "officeDocument", "word/document.xml"))));

    private static byte[] PasswordPackage() => OleFile.With(("EncryptedPackage", []), ("EncryptionInfo", []));

    private static byte[] PasswordDoc() => OleFile.With(("WordDocument", [0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, 0x01]));

    private static byte[] MacroDoc() => OleFile.With(("Workbook", [9, 8]), ("_VBA_PROJECT_CUR", []));

    private static byte[] BillionLaughs()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        return WithMain($"<!DOCTYPE d [<!ENTITY l0 \"ha\">{entities}]><w:document {Namespaces}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>");
    }

    private static byte[] ExternalEntity() => WithMain("<!DOCTYPE d SYSTEM \"http://127.0.0.1/x.dtd\" [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><d>&e;</d>");

    private static byte[] Zeros() => WithMain(new string(' ', 200_000_000));

    /// <summary>The directory says a thousand bytes; no more are unpacked, whatever there is.</summary>
    private static byte[] LyingSize()
    {
        var bytes = WithMain($"<w:document {Namespaces}><w:body>" + string.Concat(Enumerable.Repeat("<w:p><w:r><w:t>培训</w:t></w:r></w:p>\n", 2_500_000)) + "</w:body></w:document>");
        var central = bytes.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BitConverter.GetBytes(1_000).CopyTo(bytes, central + 24);
        return bytes;
    }

    private static byte[] ManyEntries() => Zip(Enumerable.Range(0, 5_000).Select(i => ($"x/{i}", Array.Empty<byte>())));

    private static byte[] PathUpwards() => With(Word("<w:p/>"), ("../../etc/cron.d/x", "x"));

    private static byte[] TargetUpwards() => Zip(("_rels/.rels", Relationships(Relationship("a", "officeDocument", "../../../etc/passwd"))));

    private static byte[] SameNameTwice() => Zip([.. Parts(Word("<w:p/>")), ("word/document.xml", [1])]);

    private static byte[] Truncated() => Word("<w:p/>")[..^40];

    private static byte[] TornXml() => WithMain($"<w:document {Namespaces}><w:body><w:p>");

    private static byte[] DeepXml() => WithMain(string.Concat(Enumerable.Repeat("<w:p>", 100_000)), wrap: true);

    private static byte[] LongAttributes() => WithMain("<w:p " + string.Concat(Enumerable.Range(0, 400_000).Select(i => $"a{i}=\"\" ")) + "/>", wrap: true);

    private static byte[] ManyNames() => WithMain(string.Concat(Enumerable.Range(0, 500_000).Select(i => $"<n{i}/>")), wrap: true);

    private static byte[] HundredThousandRows()
        => Workbook("<sheetData>" + string.Concat(Enumerable.Range(1, 100_000).Select(r => $"<row r=\"{r}\"><c r=\"A{r}\"><v>{r}</v></c><c r=\"B{r}\" t=\"inlineStr\"><is><t>培训</t></is></c></row>")) + "</sheetData>");

    private static byte[] MillionMerges()
        => Workbook("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData><mergeCells>" + string.Concat(Enumerable.Range(0, 500_000).Select(_ => "<mergeCell ref=\"A1:XFD1048576\"/>")) + "</mergeCells>");

    private static byte[] EmptyRowsThenMany()
        => Workbook("<sheetData>" + string.Concat(Enumerable.Range(1, 600_000).Select(r => $"<row r=\"{r}\" s=\"1\"/>")) + string.Concat(Enumerable.Range(600_001, 25_000).Select(r => $"<row r=\"{r}\"><c r=\"A{r}\"><v>1</v></c></row>")) + "</sheetData>");

    private static byte[] WordCells() => Word("<w:tbl><w:tr>" + string.Concat(Enumerable.Repeat("<w:tc/>", 3_000_000)) + "</w:tr></w:tbl>");

    private static byte[] EmptyParagraphs() => Word(string.Concat(Enumerable.Repeat("<w:p/>\n", 5_000_000)));

    private static byte[] LongText() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("全年培训三万人次。", 700_000)));

    private static byte[] ManyLines() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("一\n", 450_000)));

    private static byte[] DeepPage() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div><p>", 50_000)));

    private static byte[] ManyTags() => Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<br>", 500_000)));

    private static byte[] OpenFormats() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(i => $"<b id={i}>")) + string.Concat(Enumerable.Repeat("<p>x</p>", 25_000)));

    private static byte[] Presentation() => Zip(("_rels/.rels", Relationships(Relationship("a", "officeDocument", "ppt/presentation.xml"))), ("ppt/presentation.xml", "<p/>"));

    private static byte[] WithMain(string xml, bool wrap = false)
        => Zip([.. Shell("word/document.xml", []), ("word/document.xml", wrap ? $"<w:document {Namespaces}><w:body>{xml}</w:body></w:document>" : xml)]);
}
