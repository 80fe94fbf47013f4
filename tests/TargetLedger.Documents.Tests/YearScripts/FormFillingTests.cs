using System.Text;
using Shouldly;
using TargetLedger.Documents.YearScripts;
using Xunit;

namespace TargetLedger.Documents.Tests.YearScripts;

public sealed class FormFillingTests
{
    private static readonly byte[] Form = Encoding.UTF8.GetBytes("编号,责任事项/节点,本期数,识别码（请勿改动）\r\n10-1,培训,,TL1/a\r\n11-1,工作室,,TL1/b\r\n");

    [Fact]
    public async Task Only_the_rows_wanted_are_left_and_their_cells_filled_in()
    {
        var filled = await FormFilling.FillAsync(Form, [new("11-1", "r", new Dictionary<string, string> { ["本期数"] = "2" })], TestContext.Current.CancellationToken);
        Encoding.UTF8.GetString(filled).TrimStart('\uFEFF').ReplaceLineEndings("\n").ShouldBe("编号,责任事项/节点,本期数,识别码（请勿改动）\n11-1,工作室,2,TL1/b\n");
    }

    [Theory]
    [InlineData("12-1", "本期数")]
    [InlineData("11-1", "没有的列")]
    public async Task A_row_or_column_that_is_not_there_is_named(string number, string heading)
        => (await Should.ThrowAsync<InvalidDataException>(() => FormFilling.FillAsync(Form, [new(number, "r", new Dictionary<string, string> { [heading] = "2" })], TestContext.Current.CancellationToken)))
            .Message.ShouldContain(number == "12-1" ? number : heading);
}
