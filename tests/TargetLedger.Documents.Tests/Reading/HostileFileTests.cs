using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Shouldly;
using TargetLedger.Documents.Reading;
using Xunit;
using static TargetLedger.Documents.Tests.Reading.Package;

namespace TargetLedger.Documents.Tests.Reading;

/// <summary>Runs while no other test does.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;

/// <summary>
/// Files made to harm. Each is refused by its code, within a second and without 64 MiB more memory; the control shows that
/// the measure can fail.
/// </summary>
[Collection(nameof(MeasuredAlone))]
public sealed class HostileFileTests
{
    private const long MostBytes = 64L * 1024 * 1024;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, (string Code, string Ending, Func<byte[]> Make)> Hostile = new(StringComparer.Ordinal)
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

    public static TheoryData<string> Files() => [.. Hostile.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_hostile_file_is_refused_at_once(string file)
    {
        var (code, ending, make) = Hostile[file];

        var bytes = make();

        // The best of three: what is measured is the reading, not what else the machine does meanwhile.
        var (reading, elapsed, memory) = await Measure(bytes, $"plan{ending}");
        for (var again = 0; again < 2 && (elapsed > MostTime || memory > MostBytes); again++)
            (reading, elapsed, memory) = await Measure(bytes, $"plan{ending}");

        reading.Faults.ShouldHaveSingleItem().Code.ShouldBe(code);
        elapsed.ShouldBeLessThan(MostTime);
        memory.ShouldBeLessThan(MostBytes);
    }

    [Fact]
    public async Task A_measure_of_memory_that_cannot_fail_would_be_worthless()
    {
        var before = Peak.Start();
        var held = new byte[100 * 1024 * 1024];
        Random.Shared.NextBytes(held);
        (await before.StopAsync()).ShouldBeGreaterThan(MostBytes);
        GC.KeepAlive(held);
    }

    [Fact]
    public async Task The_largest_files_that_are_read_stay_within_the_memory()
    {
        var rows = string.Concat(Enumerable.Range(1, 19_000).Select(r => $"<row r=\"{r}\">" + string.Concat("ABCDE".Select(c => $"<c r=\"{c}{r}\" t=\"inlineStr\"><is><t>培训{r}万人</t></is></c>")) + "</row>"));
        foreach (var (bytes, name) in new[] { (Workbook($"<sheetData>{rows}</sheetData>"), "plan.xlsx"), (Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("全年培訓３萬人次,新建工作室。\n", 60_000))), "plan.txt") })
        {
            var (reading, _, memory) = await Measure(bytes, name);
            reading.IsSound.ShouldBeTrue();
            memory.ShouldBeLessThan(2 * MostBytes, name);
        }
    }

    [Fact]
    public async Task Nothing_a_file_refers_to_is_fetched()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/x";
        var relationships = Relationships($"<Relationship Id=\"a\" Type=\"x/attachedTemplate\" TargetMode=\"External\" Target=\"{address}\"/><Relationship Id=\"b\" Type=\"x/image\" TargetMode=\"External\" Target=\"{address}\"/>");
        var word = Zip([.. Shell("word/document.xml", []).Where(p => p.Item1 != "word/_rels/document.xml.rels"), ("word/_rels/document.xml.rels", relationships), ("word/document.xml", $"<w:document {Namespaces}><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body></w:document>")]);

        (await Read.File(word, "plan.docx")).Paragraphs().ShouldBe(["正文"]);
        (await Read.Html($"<link rel=stylesheet href='{address}'><script src='{address}'></script><img src='{address}'><iframe src='{address}'></iframe><p>正文</p>")).Paragraphs().ShouldBe(["正文"]);
        listener.Pending().ShouldBeFalse();
    }

    private static async Task<(FileReading<SourceDocument> Reading, TimeSpan Elapsed, long Memory)> Measure(byte[] bytes, string name)
    {
        var peak = Peak.Start();
        var watch = Stopwatch.StartNew();
        var reading = await DocumentReader.ReadAsync(bytes, name, TestContext.Current.CancellationToken);
        return (reading, watch.Elapsed, await peak.StopAsync());
    }

    private static byte[] Macros() => Zip([.. Parts(Word("<w:p/>")), ("word/vbaProject.bin", [1])]);

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

    private static byte[] PathUpwards() => Zip([.. Parts(Word("<w:p/>")), ("../../etc/cron.d/x", [1])]);

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

    private static IEnumerable<(string, byte[])> Parts(byte[] package)
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
}
