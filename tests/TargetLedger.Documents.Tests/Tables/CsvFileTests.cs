using System.Text;
using Shouldly;
using TargetLedger.Documents.Sheets;
using Xunit;
using static TargetLedger.Documents.Tests.Tables.Written;

namespace TargetLedger.Documents.Tests.Tables;

public sealed class CsvFileTests
{
    [Fact]
    public async Task It_is_UTF_8_with_a_byte_order_mark_and_quotes_what_needs_it()
    {
        var bytes = await AsAsync(
            SheetFormat.Csv,
            Sheet(new("事项"), new("数"), new("日期")),
            [SheetCell.Of("甲,\"乙\"\n丙"), SheetCell.Of(-1234.5m), SheetCell.Of(new DateOnly(2014, 6, 30))],
            [SheetCell.Empty, SheetCell.Empty, SheetCell.Empty]);

        Encoding.UTF8.GetString(bytes).ShouldBe("\uFEFF事项,数,日期\r\n\"甲,\"\"乙\"\"\n丙\",-1234.5,2014-06-30\r\n,,\r\n");
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+86")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("＝1+1")]
    [InlineData("＠x")]
    public async Task A_text_a_spreadsheet_would_run_is_marked_as_text(string text)
        => Encoding.UTF8.GetString(await AsAsync(SheetFormat.Csv, Sheet(new("a"), new("b")), [SheetCell.Of(text), SheetCell.Empty])).ShouldContain($"\r\n'{text},");
}
