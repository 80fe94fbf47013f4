using System.Diagnostics;
using Shouldly;
using TargetLedger.Documents.Sheets;
using TargetLedger.Documents.Tests.Reading;
using Xunit;

namespace TargetLedger.Documents.Tests.Tables;

/// <summary>A table of a hundred thousand rows costs no more memory than a small one.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class LargeTableTests
{
    private const int Rows = 100_000;

    // With what waits to be collected, 20 to 90 MB; the two million cells themselves would be several hundred.
    private const long MostBytes = 128L * 1024 * 1024;

    [Theory]
    [InlineData(SheetFormat.Xlsx)]
    [InlineData(SheetFormat.Csv)]
    public async Task It_is_written_in_bounded_memory(SheetFormat format)
    {
        var target = new AsyncOnlyStream(keeps: false);
        var watch = Stopwatch.StartNew();
        var peak = Peak.Start();
        await SheetFile.WriteAsync(target, format, Written.Sheet([.. Enumerable.Range(1, 20).Select(i => new SheetColumn($"第 {i} 列"))]), RowsAsync(), TestContext.Current.CancellationToken);
        var most = await peak.StopAsync();

        TestContext.Current.SendDiagnosticMessage($"{format}: {Rows} rows, {target.Count / 1024} KB in {watch.Elapsed.TotalSeconds:0.0} s, {most / 1024 / 1024} MB more memory");
        target.Count.ShouldBeGreaterThan(1_000_000);
        most.ShouldBeLessThan(MostBytes);
    }

    private static async IAsyncEnumerable<IReadOnlyList<SheetCell>> RowsAsync()
    {
        for (var row = 0; row < Rows; row++)
        {
            if (row % 1_000 == 0)
                await Task.Yield();
            var cells = new SheetCell[20];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = (i % 4) switch { 0 => SheetCell.Of($"市人力资源和社会保障局第{row}项"), 1 => SheetCell.Of(row * 1.5m), 2 => SheetCell.Of(new DateOnly(2014, 1, 1).AddDays(row % 365)), _ => SheetCell.Empty };
            yield return cells;
        }
    }
}
