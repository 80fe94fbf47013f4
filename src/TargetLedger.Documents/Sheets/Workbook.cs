using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Sheets;

/// <summary>
/// A table as .xlsx (ECMA-376 part 1, SpreadsheetML), ready to be printed: A4 landscape, as wide as the page, the header row
/// frozen and on every page. Texts are strings within their cells, so that nothing has to be known of them beforehand, and
/// never formulas.
/// </summary>
internal static class Workbook
{
    /// <summary>By so many rows columns are made to fit; all of them would have to be held.</summary>
    private const int MeasuredRows = 200;
    private const int HeaderRow = 3;
    private const int LastRow = 1_048_576;

    /// <summary>Points a line of the table takes (fonts that stand in for others are higher), and the most a row may have.</summary>
    private const int LineHeight = 17;
    private const int MostHeight = 409;

    /// <summary>Room for rows that are inserted into a form.</summary>
    private const int RowsToInsert = 1_000;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <param name="behind">Sheets behind the first, asked for when that is written; those without rows are left out.</param>
    public static async Task WriteAsync(
        Stream target,
        Sheet sheet,
        IAsyncEnumerable<IReadOnlyList<SheetCell>> rows,
        Func<IEnumerable<(Sheet Sheet, IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows)>> behind,
        CancellationToken cancellation)
    {
        await using var package = await OfficePackage.CreateAsync(target, cancellation);
        await package.WriteAsync("_rels/.rels", OfficePackage.Relationships(("rId1", "officeDocument", "xl/workbook.xml")));
        await package.WriteAsync("xl/styles.xml", WorkbookStyles.Xml);
        var written = new List<Sheet> { sheet };
        await using (var reading = rows.GetAsyncEnumerator(cancellation))
            await WriteTableAsync(package, 1, sheet, reading, await MeasureAsync(reading));
        if (sheet.Kept is { } kept)
        {
            await using var part = await package.OpenAsync(PartOf(2));
            await WriteKeptAsync(part, kept);
            written.Add(sheet with { Name = KeptName, Kept = null });
        }

        foreach (var (next, itsRows) in behind())
        {
            await using var reading = itsRows.GetAsyncEnumerator(cancellation);
            if (await MeasureAsync(reading) is not { Count: > 0 } measured)
                continue;
            written.Add(next);
            await WriteTableAsync(package, written.Count, next, reading, measured);
        }

        // What the package holds is known at its end; no reader needs it before.
        await package.WriteAsync("xl/workbook.xml", Book(written, sheet.Kept is not null));
        await package.WriteAsync("xl/_rels/workbook.xml.rels", OfficePackage.Relationships(
            [.. written.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")), ($"rId{written.Count + 1}", "styles", "styles.xml")]));
        await package.WriteAsync("[Content_Types].xml", ContentTypes(written.Count));
    }

    private static string PartOf(int sheet) => $"xl/worksheets/sheet{sheet}.xml";

    /// <summary>The first rows, by which columns are made to fit.</summary>
    private static async Task<List<IReadOnlyList<SheetCell>>> MeasureAsync(IAsyncEnumerator<IReadOnlyList<SheetCell>> reading)
    {
        var measured = new List<IReadOnlyList<SheetCell>>();
        while (measured.Count < MeasuredRows && await reading.MoveNextAsync())
            measured.Add(reading.Current);
        return measured;
    }

    private static async Task WriteTableAsync(
        OfficePackage package, int number, Sheet sheet, IAsyncEnumerator<IReadOnlyList<SheetCell>> reading, List<IReadOnlyList<SheetCell>> measured)
    {
        // A list of a hundred thousand items has to stay a file that is read again.
        await using var part = await package.OpenAsync(PartOf(number), CompressionLevel.Optimal);
        var xml = part.Xml;
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>""");
        xml.WriteRaw($"""<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="{HeaderRow}" topLeftCell="A{HeaderRow + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A{HeaderRow + 1}" sqref="A{HeaderRow + 1}"/></sheetView></sheetViews>""");
        xml.WriteRaw("""<sheetFormatPr defaultRowHeight="15"/>""");
        var widths = WidthsOf(sheet, measured);
        WriteColumns(xml, sheet, widths);
        xml.WriteStartElement("sheetData", Main);
        WriteLine(xml, 1, 30, sheet.Title, WorkbookStyles.Title);
        WriteLine(xml, 2, 24, sheet.Note, WorkbookStyles.Note);
        WriteHeader(xml, sheet, widths);

        var row = HeaderRow;
        foreach (var known in measured)
        {
            WriteRow(xml, sheet, widths, ++row, known);
            await part.PassOnAsync();
        }

        measured.Clear();
        while (await reading.MoveNextAsync())
        {
            if (row == LastRow)
                throw new InvalidOperationException($"A sheet has no more than {LastRow} rows.");
            WriteRow(xml, sheet, widths, ++row, reading.Current);
            await part.PassOnAsync();
        }

        xml.WriteEndElement();
        WriteEnd(xml, sheet, row);
        xml.WriteEndElement();
    }

    private static int[] WidthsOf(Sheet sheet, List<IReadOnlyList<SheetCell>> measured) =>
    [
        .. sheet.Columns.Select((column, i) =>
        {
            // What is written into an empty cell needs room as well.
            if (column.FillIn is { Kind: FillInKind.Text, Words: null })
                return column.Most;
            // A heading may break in two; two characters are for the margins.
            var widest = Math.Max((DisplayWidth.Of(column.Header) + 1) / 2, measured.Select(r => WidthOf(r[i])).DefaultIfEmpty(0).Max()) + 2;
            return Math.Clamp(widest, Math.Min(8, column.Most), column.Most);
        }),
    ];

    private static void WriteColumns(XmlWriter xml, Sheet sheet, int[] widths)
    {
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < widths.Length; i++)
        {
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", Plain(i + 1));
            xml.WriteAttributeString("max", Plain(i + 1));
            xml.WriteAttributeString("width", Plain(widths[i]));
            if (sheet.Columns[i].IsHidden)
                xml.WriteAttributeString("hidden", "1");
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static int WidthOf(SheetCell cell) => cell switch
    {
        { Text: { } text } => DisplayWidth.Of(text),
        { Number: { } number } => number.ToString("#,##0.####", CultureInfo.InvariantCulture).Length,
        { Day: not null } => 10,
        _ => 0,
    };

    /// <summary>A text over the whole width.</summary>
    private static void WriteLine(XmlWriter xml, int row, int height, string text, int style)
    {
        StartRow(xml, row, height, isFixed: true);
        WriteText(xml, 0, row, text, style);
        xml.WriteEndElement();
    }

    private static void WriteHeader(XmlWriter xml, Sheet sheet, int[] widths)
    {
        StartRow(xml, HeaderRow, HeightOf(sheet, widths, [.. sheet.Columns.Select(c => SheetCell.Of(c.Header))]));
        for (var i = 0; i < sheet.Columns.Count; i++)
            WriteText(xml, i, HeaderRow, sheet.Columns[i].Header, WorkbookStyles.Header);
        xml.WriteEndElement();
    }

    /// <summary>Not every program makes rows high enough for what is wrapped in them.</summary>
    private static int HeightOf(Sheet sheet, int[] widths, IReadOnlyList<SheetCell> cells)
    {
        var lines = 1;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Text is { } text && !sheet.Columns[i].IsHidden)
                lines = Math.Max(lines, DisplayWidth.LinesOf(text, widths[i] - 2));
        }

        return Math.Min(lines * LineHeight, MostHeight);
    }

    private static void WriteRow(XmlWriter xml, Sheet sheet, int[] widths, int row, IReadOnlyList<SheetCell> cells)
    {
        StartRow(xml, row, HeightOf(sheet, widths, cells));
        for (var i = 0; i < cells.Count; i++)
        {
            var (cell, column) = (cells[i], sheet.Columns[i]);
            var style = column.IsHidden ? WorkbookStyles.Kept : WorkbookStyles.Of(cell, column.FillIn);
            if (cell.Text is { } text)
            {
                WriteText(xml, i, row, text, style);
                continue;
            }

            // What nobody sees needs no border.
            if (cell is { Number: null, Day: null } && !column.IsPrinted && column.FillIn is null)
                continue;
            StartCell(xml, i, row, style);
            if (cell.Number is { } number)
                xml.WriteElementString("v", Main, Figures.Plain(number));
            else if (cell.Day is { } day)
                xml.WriteElementString("v", Main, Plain(Figures.SerialOf(day)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <param name="isFixed">Else it is as high as a program makes it that can.</param>
    private static void StartRow(XmlWriter xml, int row, int height = LineHeight, bool isFixed = false)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Plain(row));
        xml.WriteAttributeString("ht", Plain(height));
        if (isFixed)
            xml.WriteAttributeString("customHeight", "1");
    }

    private static void StartCell(XmlWriter xml, int column, int row, int style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", CellPlace.Letters(column) + Plain(row));
        xml.WriteAttributeString("s", Plain(style));
    }

    private static void WriteText(XmlWriter xml, int column, int row, string text, int style)
    {
        StartCell(xml, column, row, style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve");
        xml.WriteString(PartWriter.Clean(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>What follows the rows, in the order the schema has it (18.3.1.99).</summary>
    private static void WriteEnd(XmlWriter xml, Sheet sheet, int lastRow)
    {
        var shown = sheet.Columns.Count;
        while (shown > 1 && (sheet.Columns[shown - 1].IsHidden || !sheet.Columns[shown - 1].IsPrinted))
            shown--;
        xml.WriteRaw($"""<autoFilter ref="A{HeaderRow}:{CellPlace.Letters(sheet.Columns.Count - 1)}{Math.Max(lastRow, HeaderRow + 1)}"/>""");
        if (shown > 1)
            xml.WriteRaw($"""<mergeCells count="2"><mergeCell ref="A1:{CellPlace.Letters(shown - 1)}1"/><mergeCell ref="A2:{CellPlace.Letters(shown - 1)}2"/></mergeCells>""");
        WriteChoices(xml, sheet, lastRow + RowsToInsert);
        xml.WriteRaw("""<printOptions horizontalCentered="1"/>""");
        xml.WriteRaw("""<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>""");
        // 9 is A4 (18.18.50).
        xml.WriteRaw("""<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>""");
        xml.WriteStartElement("headerFooter", Main);
        // A size and a digit behind it would be one number.
        var gap = sheet.Footer is [>= '0' and <= '9', ..] ? " " : "";
        xml.WriteElementString("oddFooter", Main, $"&L&9{gap}" + PartWriter.Clean(sheet.Footer).Replace("&", "&&", StringComparison.Ordinal) + "&R&9第 &P 页，共 &N 页");
        xml.WriteEndElement();
    }

    private static void WriteChoices(XmlWriter xml, Sheet sheet, int lastRow)
    {
        var choices = sheet.Columns.Select((c, i) => (c.FillIn?.Words, Column: CellPlace.Letters(i))).Where(c => c.Words is not null).ToList();
        if (choices.Count == 0)
            return;
        xml.WriteStartElement("dataValidations", Main);
        xml.WriteAttributeString("count", Plain(choices.Count));
        foreach (var (words, column) in choices)
        {
            xml.WriteStartElement("dataValidation", Main);
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showErrorMessage", "1");
            xml.WriteAttributeString("errorTitle", "请选择");
            xml.WriteAttributeString("error", "请从下拉列表中选择，或留空");
            xml.WriteAttributeString("sqref", $"{column}{HeaderRow + 1}:{column}{lastRow}");
            xml.WriteElementString("formula1", Main, $"\"{string.Join(',', words!)}\"");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static async Task WriteKeptAsync(PartWriter part, IReadOnlyList<string> kept)
    {
        var xml = part.Xml;
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        for (var i = 0; i < kept.Count; i++)
        {
            StartRow(xml, i + 1);
            WriteText(xml, 0, i + 1, kept[i], WorkbookStyles.Kept);
            xml.WriteEndElement();
            await part.PassOnAsync();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Book(IReadOnlyList<Sheet> sheets, bool hasKept)
    {
        var (listed, names) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < sheets.Count; i++)
        {
            var (sheet, name) = (sheets[i], SecurityElement.Escape(sheets[i].Name));
            var isKept = hasKept && i == 1;
            listed.Append(CultureInfo.InvariantCulture, $"""<sheet name="{name}" sheetId="{i + 1}"{(isKept ? " state=\"veryHidden\"" : "")} r:id="rId{i + 1}"/>""");
            if (isKept)
                continue;
            var printed = sheet.Columns.TakeWhile(c => c.IsPrinted).Count();
            // Whole columns, since rows are written before anybody knows how many there are.
            if (printed < sheet.Columns.Count)
                names.Append(CultureInfo.InvariantCulture, $"""<definedName name="_xlnm.Print_Area" localSheetId="{i}">'{name}'!$A:${CellPlace.Letters(printed - 1)}</definedName>""");
            names.Append(CultureInfo.InvariantCulture, $"""<definedName name="_xlnm.Print_Titles" localSheetId="{i}">'{name}'!${HeaderRow}:${HeaderRow}</definedName>""");
        }

        return $"""
            <workbook xmlns="{Main}" xmlns:r="{OfficePackage.RelationshipNames}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>{listed}</sheets><definedNames>{names}</definedNames></workbook>
            """;
    }

    /// <summary>The sheet nobody sees.</summary>
    public const string KeptName = "targetledger";

    private static string ContentTypes(int sheets)
    {
        const string spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        var parts = string.Concat(Enumerable.Range(1, sheets).Select(i => $"""<Override PartName="/{PartOf(i)}" ContentType="{spreadsheet}worksheet+xml"/>"""));
        return $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{spreadsheet}sheet.main+xml"/>{parts}<Override PartName="/xl/styles.xml" ContentType="{spreadsheet}styles+xml"/></Types>
            """;
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
