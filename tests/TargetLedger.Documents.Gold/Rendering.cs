using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Sheet = DocumentFormat.OpenXml.Spreadsheet;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace TargetLedger.Documents.Gold;

/// <summary>Renders a gold document into the bytes of a file of its format.</summary>
public static class Rendering
{
    public static (byte[] Bytes, string FileName) ToFile(GoldDocument document) => document.Format switch
    {
        "txt" => (Encoding.UTF8.GetBytes(string.Join('\n', document.Lines)), document.Name + ".txt"),
        "gb18030" => (Gb18030().GetBytes(string.Join("\r\n", document.Lines)), document.Name + ".txt"),
        "html" => (Encoding.UTF8.GetBytes(Html(document)), document.Name + ".html"),
        "docx" => (Docx(document), document.Name + ".docx"),
        "xlsx" => (Xlsx(document), document.Name + ".xlsx"),
        _ => throw new InvalidOperationException($"{document.Name}: unknown format {document.Format}"),
    };

    private static Encoding Gb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030");
    }

    private sealed record Cell(string Text, int Row, int Column)
    {
        public int RowSpan { get; set; } = 1;

        public int ColumnSpan { get; set; } = 1;
    }

    private static IEnumerable<List<string>> Blocks(GoldDocument document)
    {
        var rows = new List<string>();
        foreach (var line in document.Lines)
        {
            if (line.StartsWith('|'))
            {
                rows.Add(line);
                continue;
            }

            if (rows.Count > 0)
                yield return rows;
            rows = [];
            yield return [line];
        }

        if (rows.Count > 0)
            yield return rows;
    }

    private static List<Cell> Cells(List<string> rows)
    {
        var grid = rows.ConvertAll(r => r.Trim('|').Split('|'));
        // "||" at the end of a row is an empty last cell.
        for (var row = 0; row < rows.Count; row++)
            grid[row] = rows[row][1..^1].Split('|');
        var owners = new Dictionary<(int, int), Cell>();
        var cells = new List<Cell>();
        for (var row = 0; row < grid.Count; row++)
        {
            for (var column = 0; column < grid[row].Length; column++)
            {
                var text = grid[row][column];
                if (text == "^" && owners.TryGetValue((row - 1, column), out var above))
                {
                    above.RowSpan = Math.Max(above.RowSpan, row - above.Row + 1);
                    owners[(row, column)] = above;
                }
                else if (text == "<" && owners.TryGetValue((row, column - 1), out var left))
                {
                    left.ColumnSpan = Math.Max(left.ColumnSpan, column - left.Column + 1);
                    owners[(row, column)] = left;
                }
                else
                {
                    var cell = new Cell(text, row, column);
                    owners[(row, column)] = cell;
                    cells.Add(cell);
                }
            }
        }

        return cells;
    }

    private static string Html(GoldDocument document)
    {
        var html = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>政务公开</title></head><body><div class=\"nav\"><a href=\"/\">首页</a> &gt; <a href=\"/zwgk\">政务公开</a></div><div class=\"content\">");
        foreach (var block in Blocks(document))
        {
            if (!block[0].StartsWith('|'))
            {
                html.Append("<p>").Append(WebUtility.HtmlEncode(block[0])).Append("</p>\n");
                continue;
            }

            html.Append("<table border=\"1\">");
            foreach (var row in Cells(block).GroupBy(c => c.Row))
            {
                html.Append("<tr>");
                foreach (var cell in row)
                    html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<td rowspan=\"{cell.RowSpan}\" colspan=\"{cell.ColumnSpan}\">").Append(WebUtility.HtmlEncode(cell.Text)).Append("</td>");
                html.Append("</tr>\n");
            }

            html.Append("</table>");
        }

        return html.Append("</div><div class=\"footer\">版权所有</div></body></html>").ToString();
    }

    private static byte[] Docx(GoldDocument document)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Word.Body();
            foreach (var block in Blocks(document))
                body.Append(block[0].StartsWith('|') ? Table(block) : Paragraph(block[0]));
            package.AddMainDocumentPart().Document = new Word.Document(body);
        }

        return stream.ToArray();
    }

    private static Word.Paragraph Paragraph(string text) => new(new Word.Run(new Word.Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    private static Word.Table Table(List<string> rows)
    {
        var cells = Cells(rows);
        var width = cells.Max(c => c.Column + c.ColumnSpan);
        var table = new Word.Table(new Word.TableProperties(), new Word.TableGrid(Enumerable.Range(0, width).Select(_ => new Word.GridColumn())));
        for (var row = 0; row < rows.Count; row++)
        {
            var line = new Word.TableRow();
            for (var column = 0; column < width;)
            {
                var cell = cells.First(c => c.Row <= row && row < c.Row + c.RowSpan && c.Column <= column && column < c.Column + c.ColumnSpan);
                var properties = new Word.TableCellProperties();
                if (cell.ColumnSpan > 1)
                    properties.Append(new Word.GridSpan { Val = cell.ColumnSpan });
                if (cell.RowSpan > 1)
                    properties.Append(new Word.VerticalMerge { Val = cell.Row == row ? Word.MergedCellValues.Restart : Word.MergedCellValues.Continue });
                line.Append(new Word.TableCell(properties, Paragraph(cell.Row == row ? cell.Text : "")));
                column += cell.ColumnSpan;
            }

            table.Append(line);
        }

        return table;
    }

    private static byte[] Xlsx(GoldDocument document)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>();
            var data = new Sheet.SheetData();
            var merges = new Sheet.MergeCells();
            var row = 0U;
            foreach (var block in Blocks(document))
            {
                var cells = block[0].StartsWith('|') ? Cells(block) : [new Cell(block[0], 0, 0)];
                foreach (var line in cells.GroupBy(c => c.Row).OrderBy(g => g.Key))
                {
                    var written = new Sheet.Row { RowIndex = row + 1 + (uint)line.Key };
                    foreach (var cell in line)
                    {
                        written.Append(Value(cell, row));
                        if (cell.RowSpan > 1 || cell.ColumnSpan > 1)
                            merges.Append(new Sheet.MergeCell { Reference = $"{Name(cell.Column, row + (uint)cell.Row)}:{Name(cell.Column + cell.ColumnSpan - 1, row + (uint)(cell.Row + cell.RowSpan) - 1)}" });
                    }

                    data.Append(written);
                }

                row += (uint)block.Count;
            }

            part.Worksheet = merges.HasChildren ? new Sheet.Worksheet(data, merges) : new Sheet.Worksheet(data);
            workbook.Workbook = new Sheet.Workbook(new Sheet.Sheets(new Sheet.Sheet { Name = "Sheet1", SheetId = 1, Id = workbook.GetIdOfPart(part) }));
        }

        return stream.ToArray();
    }

    // Plain figures are numbers, as people enter them.
    private static Sheet.Cell Value(Cell cell, uint row)
        => decimal.TryParse(cell.Text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? new() { CellReference = Name(cell.Column, row + (uint)cell.Row), CellValue = new(number) }
            : new() { CellReference = Name(cell.Column, row + (uint)cell.Row), DataType = Sheet.CellValues.InlineString, InlineString = new(new Sheet.Text(cell.Text)) };

    private static string Name(int column, uint row) => $"{(char)('A' + column)}{row + 1}";
}
