using System.Globalization;
using System.Xml;
using TargetLedger.Documents.Sheets;

namespace TargetLedger.Documents.Official;

/// <summary>
/// An official document (公文) as .docx in the layout of GB/T 9704, written paragraph by paragraph: text stays text and tables
/// are Word's own, for whoever edits it afterwards.
/// </summary>
public sealed class OfficialDocument : IAsyncDisposable
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private readonly OfficePackage _package;
    private readonly PartWriter _body;
    private readonly string _footer;

    private OfficialDocument(OfficePackage package, PartWriter body, string footer) => (_package, _body, _footer) = (package, body, footer);

    private XmlWriter Xml => _body.Xml;

    /// <param name="target">Need not be seekable; it is written to asynchronously only, and left open.</param>
    /// <param name="footer">At the foot of each page beside its number: what the document is true of.</param>
    public static async Task<OfficialDocument> BeginAsync(Stream target, string footer, CancellationToken cancellation = default)
    {
        var package = await OfficePackage.CreateAsync(target, cancellation);
        await package.WriteAsync("[Content_Types].xml", OfficialParts.ContentTypes);
        await package.WriteAsync("_rels/.rels", OfficePackage.Relationships(("rId1", "officeDocument", "word/document.xml")));
        var body = await package.OpenAsync("word/document.xml");
        body.Xml.WriteStartElement("w", "document", OfficialParts.Main);
        body.Xml.WriteAttributeString("xmlns", "r", null, OfficePackage.RelationshipNames);
        Start(body.Xml, "body");
        return new(package, body, footer);
    }

    public Task TitleAsync(string text) => ParagraphAsync("Title", text);

    /// <summary>Under the title, in brackets as a rule.</summary>
    public Task SubtitleAsync(string text) => ParagraphAsync("Subtitle", text);

    /// <summary>一、 in 黑体.</summary>
    public Task HeadingAsync(string text) => ParagraphAsync("Heading1", text);

    /// <summary>（一） in 楷体.</summary>
    public Task SubheadingAsync(string text) => ParagraphAsync("Heading2", text);

    public Task ParagraphAsync(string text) => ParagraphAsync(null, text);

    /// <summary>Its heading row comes again on every page it goes on to.</summary>
    public async Task TableAsync(OfficialTable table, IAsyncEnumerable<OfficialRow> rows, CancellationToken cancellation = default)
    {
        var widths = WidthsOf(table);
        Start(Xml, "tbl");
        Xml.WriteRaw($"""<w:tblPr><w:tblW w:w="{Plain(widths.Sum())}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{Borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>""");
        Xml.WriteRaw($"<w:tblGrid>{string.Concat(widths.Select(w => $"""<w:gridCol w:w="{Plain(w)}"/>"""))}</w:tblGrid>");
        WriteRow("""<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>""", table.Columns.Select((c, i) => (new OfficialCell(c.Heading), widths[i], 1, "TableHeading", false)));
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            WriteRow(
                "<w:trPr><w:cantSplit/></w:trPr>",
                row.IsHeading
                    ? [(row.Cells[0], widths.Sum(), widths.Count, "TableSection", false)]
                    : row.Cells.Select((c, i) => (c, widths[i], 1, "TableText", table.Columns[i].IsCentred)));
            await _body.PassOnAsync();
        }

        Xml.WriteEndElement();
        // Word wants a paragraph after a table.
        await ParagraphAsync("");
    }

    /// <summary>Writes what is left; without it the file is not whole.</summary>
    public async Task FinishAsync()
    {
        Xml.WriteRaw(OfficialParts.Section);
        Xml.WriteEndElement();
        Xml.WriteEndElement();
        await _body.DisposeAsync();
        await _package.WriteAsync("word/styles.xml", OfficialParts.Styles);
        await _package.WriteAsync("word/fontTable.xml", OfficialParts.FontTable);
        await _package.WriteAsync("word/settings.xml", OfficialParts.Settings);
        await _package.WriteAsync("word/footer1.xml", OfficialParts.Footer(isEven: false, _footer));
        await _package.WriteAsync("word/footer2.xml", OfficialParts.Footer(isEven: true, _footer));
        await _package.WriteAsync("word/_rels/document.xml.rels", OfficePackage.Relationships(
            ("rId1", "styles", "styles.xml"), ("rId2", "fontTable", "fontTable.xml"), ("rId3", "settings", "settings.xml"), ("rId4", "footer", "footer1.xml"), ("rId5", "footer", "footer2.xml")));
    }

    public ValueTask DisposeAsync() => _package.DisposeAsync();

    private async Task ParagraphAsync(string? style, string text)
    {
        WriteParagraph(style, text, isCentred: false);
        await _body.PassOnAsync();
    }

    private void WriteRow(string properties, IEnumerable<(OfficialCell Cell, int Width, int Span, string Style, bool IsCentred)> cells)
    {
        Start(Xml, "tr");
        Xml.WriteRaw(properties);
        foreach (var (cell, width, span, style, isCentred) in cells)
        {
            Start(Xml, "tc");
            Xml.WriteRaw($"""<w:tcPr><w:tcW w:w="{Plain(width)}" w:type="dxa"/>{(span > 1 ? $"""<w:gridSpan w:val="{Plain(span)}"/>""" : "")}{(cell.Continues ? "<w:vMerge/>" : cell.IsContinued ? "<w:vMerge w:val=\"restart\"/>" : "")}<w:vAlign w:val="center"/></w:tcPr>""");
            WriteParagraph(style, cell.Continues ? "" : cell.Text, isCentred);
            Xml.WriteEndElement();
        }

        Xml.WriteEndElement();
    }

    private void WriteParagraph(string? style, string text, bool isCentred)
    {
        Start(Xml, "p");
        if (style is not null)
            Xml.WriteRaw($"""<w:pPr><w:pStyle w:val="{style}"/>{(isCentred ? "<w:jc w:val=\"center\"/>" : "")}</w:pPr>""");
        if (text.Length > 0)
        {
            Start(Xml, "r");
            var lines = PartWriter.Clean(text).Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                    Xml.WriteRaw("<w:br/>");
                Start(Xml, "t");
                Xml.WriteAttributeString("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve");
                Xml.WriteString(lines[i]);
                Xml.WriteEndElement();
            }

            Xml.WriteEndElement();
        }

        Xml.WriteEndElement();
    }

    private static List<int> WidthsOf(OfficialTable table)
    {
        var parts = table.Columns.Sum(c => c.Parts);
        return [.. table.Columns.Select(c => OfficialParts.TextWidth * c.Parts / parts)];
    }

    private static string Borders { get; } = string.Concat(new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(
        side => $"""<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>"""));

    private static void Start(XmlWriter xml, string name) => xml.WriteStartElement("w", name, OfficialParts.Main);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
