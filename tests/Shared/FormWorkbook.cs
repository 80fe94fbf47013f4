using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace TargetLedger.Testing;

/// <summary>A reporting form as a clerk works on it in a spreadsheet: cells are filled in, rows inserted, moved and deleted.</summary>
internal sealed class FormWorkbook
{
    private const string SheetPart = "xl/worksheets/sheet1.xml";
    private const int HeaderRow = 3;
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Dictionary<string, byte[]> parts;
    private readonly XDocument sheet;
    private readonly List<XElement> rows;

    public FormWorkbook(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        parts = archive.Entries.ToDictionary(e => e.FullName, Bytes);
        sheet = XDocument.Load(new MemoryStream(parts[SheetPart]));
        rows = [.. sheet.Descendants(Main + "row")];
    }

    /// <summary>The numbers of its rows, items and nodes, from top to bottom.</summary>
    public IReadOnlyList<string> Numbers => [.. rows.Skip(HeaderRow).Select(r => TextOf(r.Elements(Main + "c").First()))];

    public string Text(string number, string column) => TextOf(CellOf(Row(number), column));

    /// <summary>Types a text into a cell.</summary>
    public FormWorkbook Fill(string number, string column, string text)
    {
        var cell = CellOf(Row(number), column);
        cell.RemoveNodes();
        cell.SetAttributeValue("t", "inlineStr");
        cell.Add(new XElement(Main + "is", new XElement(Main + "t", text)));
        return this;
    }

    public FormWorkbook Fill(string number, string column, decimal figure)
    {
        var cell = CellOf(Row(number), column);
        cell.RemoveNodes();
        cell.SetAttributeValue("t", null);
        cell.Add(new XElement(Main + "v", figure.ToString(CultureInfo.InvariantCulture)));
        return this;
    }

    public FormWorkbook Delete(string number)
    {
        rows.Remove(Row(number));
        return this;
    }

    public FormWorkbook MoveToTop(string number)
    {
        var row = Row(number);
        rows.Remove(row);
        rows.Insert(HeaderRow, row);
        return this;
    }

    /// <summary>An empty row above all others, with a remark in its first cell.</summary>
    public FormWorkbook InsertRemark(string remark)
    {
        rows.Insert(HeaderRow, new XElement(Main + "row", new XElement(Main + "c", new XAttribute("r", "A1"), new XAttribute("t", "inlineStr"), new XElement(Main + "is", new XElement(Main + "t", remark)))));
        return this;
    }

    public byte[] Save()
    {
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].SetAttributeValue("r", i + 1);
            foreach (var cell in rows[i].Elements(Main + "c"))
                cell.SetAttributeValue("r", string.Create(CultureInfo.InvariantCulture, $"{new string([.. ((string)cell.Attribute("r")!).TakeWhile(char.IsAsciiLetter)])}{i + 1}"));
        }

        sheet.Descendants(Main + "sheetData").Single().ReplaceNodes(rows);
        using var saved = new MemoryStream();
        using (var archive = new ZipArchive(saved, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                if (name == SheetPart)
                    sheet.Save(entry);
                else
                    entry.Write(content);
            }
        }

        return saved.ToArray();
    }

    private XElement Row(string number) => rows.Skip(HeaderRow).Single(r => TextOf(r.Elements(Main + "c").First()) == number);

    private XElement CellOf(XElement row, string column)
    {
        var at = rows[HeaderRow - 1].Elements(Main + "c").Select(TextOf).ToList().IndexOf(column);
        return row.Elements(Main + "c").ElementAt(at);
    }

    private static string TextOf(XElement cell) => string.Concat(cell.Descendants().Where(e => e.Name.LocalName is "t" or "v").Select(e => e.Value));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
