using CsvHelper;
using TargetLedger.Documents.Forms;

namespace TargetLedger.Documents.YearScripts;

/// <summary>Fills in a form that went out as .csv, as a clerk does: some rows, and the others deleted.</summary>
public static class FormFilling
{
    /// <exception cref="InvalidDataException">The form has no such row or column.</exception>
    public static async Task<byte[]> FillAsync(ReadOnlyMemory<byte> csv, IReadOnlyList<FormLine> lines, CancellationToken cancellation = default)
    {
        var rows = (await FormGrids.ReadAsync(csv, cancellation))[0].Rows;
        var headings = rows[0].Cells.ToDictionary(c => c.Value.Text, c => c.Key, StringComparer.Ordinal);
        var width = headings.Values.Max() + 1;

        using var target = new MemoryStream();
        await using (var writer = CsvWriter.Create(target, new() { WriteByteOrderMark = true }, leaveOpen: true))
        {
            await WriteAsync(writer, [.. Enumerable.Range(0, width).Select(c => rows[0].TextAt(c))], cancellation);
            foreach (var line in lines)
            {
                var row = rows.FirstOrDefault(r => r.TextAt(headings[FormColumns.Number]) == line.Commitment)
                    ?? throw new InvalidDataException($"填报表里没有 {line.Commitment} / the form has no row {line.Commitment}");
                string[] cells = [.. Enumerable.Range(0, width).Select(c => row.TextAt(c))];
                foreach (var (heading, text) in line.Cells)
                    cells[headings.TryGetValue(heading, out var column) ? column : throw new InvalidDataException($"填报表里没有“{heading}”列 / the form has no column {heading}")] = text;
                await WriteAsync(writer, cells, cancellation);
            }

            await writer.FlushAsync(cancellation);
        }

        return target.ToArray();
    }

    private static async Task WriteAsync(CsvWriter writer, IReadOnlyList<string> cells, CancellationToken cancellation)
    {
        foreach (var cell in cells)
            writer.WriteField(cell);
        await writer.EndRecordAsync(cancellation);
    }
}
