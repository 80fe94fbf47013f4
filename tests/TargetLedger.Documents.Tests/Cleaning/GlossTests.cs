using Shouldly;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Tests.Reading;
using Xunit;

namespace TargetLedger.Documents.Tests.Cleaning;

public sealed class GlossTests
{
    [Theory]
    [InlineData("習(xí)近平", "习近平")]
    [InlineData("黨(dǎng)政(zhèng)聯(lián)席", "党政联席")]
    [InlineData("加强（qiáng）培训", "加强培训")]
    [InlineData("西安(xī'ān)", "西安")]
    [InlineData("各縣(市)、(院、企)", "各县(市)、(院、企)")]
    [InlineData("兩地省委(市委)組織部", "两地省委(市委)组织部")]
    [InlineData("工业园(park)和人才(talents)", "工业园(park)和人才(talents)")]
    [InlineData("附件(a)", "附件(a)")]
    [InlineData("(xí)", "(xí)")]
    public async Task Brackets_that_hold_only_pinyin_go_and_all_others_stay(string written, string read)
        => (await Read.Text(written)).Paragraphs().ShouldHaveSingleItem().ShouldBe(read);

    [Fact]
    public async Task A_syllable_without_tone_is_a_gloss_where_the_document_glosses()
    {
        (await Read.Text("同志們(men)")).Paragraphs().ShouldBe(["同志们(men)"]);
        (await Read.Text("同(tóng)志(zhì)們(men)培(péi)訓(xùn)")).Paragraphs().ShouldBe(["同志们培训"]);
    }

    [Fact]
    public async Task Every_gloss_is_listed_at_its_place()
    {
        var read = await Read.Text("全體習(xí)近平");

        var gloss = read.Changes.Single(c => c.Kind == ChangeKind.Gloss);
        (gloss.Was, gloss.Became, gloss.Start, gloss.End).ShouldBe(("(xí)", "", 3, 7));
        read.Changes(ChangeKind.Traditional).ShouldBe(["體習 → 体习"]);
        read.ShouldKeepItsPlaces();
    }
}
