using Shouldly;
using TargetLedger.Documents.Sheets;
using Xunit;

namespace TargetLedger.Documents.Tests.Tables;

public sealed class ListColumnsTests
{
    [Theory]
    [InlineData("市人社局")]
    [InlineData("市人社局", "市财政局")]
    [InlineData("各市、县（区）人民政府")]
    [InlineData("市人社局", "各市、县（区）人民政府", "“百千万”工程办", "市财政局")]
    public void Names_of_units_come_back_as_they_went_out(params string[] names)
        => ListColumns.Parted(ListColumns.Joined(names)).ShouldBe(names);

    [Fact]
    public void Names_written_by_hand_are_parted_at_the_commas()
        => ListColumns.Parted("市人社局、 市财政局、").ShouldBe(["市人社局", "市财政局"]);
}
