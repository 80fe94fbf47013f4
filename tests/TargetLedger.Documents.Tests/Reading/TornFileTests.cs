using System.Text;
using Shouldly;
using TargetLedger.Documents.Reading;
using Xunit;
using static TargetLedger.Documents.Tests.Reading.Package;

namespace TargetLedger.Documents.Tests.Reading;

/// <summary>Files with bytes changed, cut or doubled anywhere: read, or refused in both languages, and nothing else.</summary>
public sealed class TornFileTests
{
    private const string Table = "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>任务</w:t></w:r></w:p></w:tc></w:tr>"
        + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>就业</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

    private static readonly string Numbering = $"<w:numbering {Namespaces}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"(%2)\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

    private const string Sheet = "<cols><col min=\"1\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>45930</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" s=\"2\"><v>0.5</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>";

    private const string Styles = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"10\"/></cellXfs>";

    private const string Page = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><h1>要点</h1><table><tr><td rowspan=\"2\">甲</td><td colspan=2>乙</td></tr><tr><td>5个</td></tr></table><p>培訓(xùn)３萬</p></body></html>";

    [Theory]
    [InlineData(".docx")]
    [InlineData(".xlsx")]
    public async Task A_package_with_any_bytes_changed_is_read_or_refused(string ending)
        => await TryAll(ending == ".docx" ? Word(Table, ("numbering", Numbering)) : Workbook(Sheet, "<si><t>培训</t></si>", Styles), ending, bytes => bytes);

    [Fact]
    public async Task A_document_with_any_markup_changed_is_read_or_refused()
        => await TryAll(Encoding.UTF8.GetBytes(Table), ".docx", body => Word(Encoding.UTF8.GetString(body), ("numbering", Numbering)));

    [Fact]
    public async Task A_sheet_with_any_markup_changed_is_read_or_refused()
        => await TryAll(Encoding.UTF8.GetBytes(Sheet + "|" + Styles), ".xlsx", both =>
        {
            var parts = Encoding.UTF8.GetString(both).Split('|');
            return Workbook(parts[0], "<si><t>培训</t></si>", parts.Length > 1 ? parts[1] : "");
        });

    [Fact]
    public async Task A_page_with_any_bytes_changed_is_read_or_refused() => await TryAll(Encoding.UTF8.GetBytes(Page), ".html", bytes => bytes);

    [Fact]
    public async Task An_older_file_with_any_bytes_changed_is_refused()
        => await TryAll(OleFile.With(("EncryptedPackage", [1, 2, 3]), ("VBA", [])), ".doc", bytes => bytes, cases: 100);

    private static async Task TryAll(byte[] sound, string ending, Func<byte[], byte[]> make, int cases = 400)
    {
        var random = new Random(20_160_101);
        for (var i = 0; i < cases; i++)
        {
            var torn = Tear(sound, random);
            var reading = await DocumentReader.ReadAsync(make(torn), "plan" + ending, TestContext.Current.CancellationToken);
            if (reading.IsSound)
                reading.File.ShouldKeepItsPlaces();
            else
                reading.Faults.ShouldHaveSingleItem().Zh.ShouldNotBeEmpty();
        }
    }

    private static byte[] Tear(byte[] sound, Random random)
    {
        var torn = sound.ToList();
        for (var times = random.Next(1, 4); times > 0 && torn.Count > 8; times--)
        {
            var at = random.Next(torn.Count);
            var length = Math.Min(random.Next(1, 12), torn.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    torn[at] = (byte)random.Next(256);
                    break;
                case 1:
                    torn.RemoveRange(at, length);
                    break;
                case 2:
                    torn.InsertRange(at, torn.GetRange(at, length));
                    break;
                default:
                    torn[at] = (byte)"0123456789-<>/\"=&;%"[random.Next(19)];
                    break;
            }
        }

        return [.. torn];
    }
}
