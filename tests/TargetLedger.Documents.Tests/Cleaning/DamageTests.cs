using Shouldly;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Tests.Reading;
using Xunit;

namespace TargetLedger.Documents.Tests.Cleaning;

public sealed class DamageTests
{
    [Fact]
    public async Task Text_that_stands_one_byte_off_is_kept_and_its_repair_suggested()
    {
        var read = await Read.Text("雙方將綜合推進?。ㄊ校┬?、校校、校企等層面合作。");

        var damage = read.Changes.Single(c => c.Kind == ChangeKind.Damaged);
        damage.Was.ShouldBe("?。ㄊ校┬?");
        damage.Became.ShouldBe("省（市）校");
        read.Paragraphs().ShouldBe(["双方将综合推进?。ㄊ校┬?、校校、校企等层面合作。"]);
        read.ShouldKeepItsPlaces();
    }

    [Theory]
    [InlineData("?！?/p>")]
    [InlineData("?!?/p>")]
    public async Task A_lost_closing_quotation_is_suggested_where_one_is_open(string end)
        => (await Read.Text($"這是“重要的務實舉措{end}\n第一。第二。")).Changes(ChangeKind.Damaged).ShouldBe([$"{end} → 。”"]);

    [Fact]
    public async Task Where_nothing_tells_the_lost_character_the_suggestion_leaves_its_place_open()
        => (await Read.Text("甲?。ㄊ校┬?、")).Changes(ChangeKind.Damaged).ShouldHaveSingleItem().ShouldEndWith("（市）校");

    [Theory]
    [InlineData("全年培訓\uFFFD\uFFFD万人次", "\uFFFD\uFFFD → ")]
    [InlineData("推进锟斤拷工作", "锟斤拷 → ")]
    [InlineData("培训??万人次", "?? → ")]
    [InlineData("\u00E5\u00B8\u201A\u00E4\u00BA\u00BA", "\u00E5\u00B8\u201A\u00E4\u00BA\u00BA → 市人")]
    [InlineData("鍏ㄥ競浜烘墠宸ヤ綔瑕佺偣閫氱煡", "鍏ㄥ競浜烘墠宸ヤ綔瑕佺偣閫氱煡 → 全市人才工作要点通知")]
    [InlineData("重點?qū)m?xiàng)資金", "?qū)m?xiàng) → ")]
    [InlineData("培训\uE000人", "\uE000 → ")]
    public async Task Other_losses_are_flagged(string written, string damage)
    {
        var read = await Read.Text(written);

        read.Changes(ChangeKind.Damaged).ShouldBe([damage]);
        read.Text.ShouldBe(written + "\n");
    }

    [Theory]
    [InlineData("如何推动高质量发展?要建立机制?。。")]
    [InlineData("为什么?怎么办?干什么?")]
    [InlineData("真的?!?对吗?!")]
    [InlineData("“真的吗?”他问:“是吗?”")]
    [InlineData("\uF0D8 一、培训")]
    [InlineData("什么是(GDP?)a)人才?b)就业")]
    [InlineData("完善就业政策体系建设全面提高人才工作质量")]
    public async Task Sound_text_is_not_called_damaged(string written)
        => (await Read.Text(written)).Changes(ChangeKind.Damaged).ShouldBeEmpty();
}
