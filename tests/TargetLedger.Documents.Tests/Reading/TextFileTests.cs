using System.Text;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Reading;

using Shouldly;
using Xunit;

namespace TargetLedger.Documents.Tests.Reading;

public sealed class TextFileTests
{
    private const string Simplified = "某市2026年就业工作要点\n一、促进高校毕业生就业,全年新增就业3万人以上。\n二、开展职业技能培训10万人次。(市人社局、市教育局)\n";
    private const string Traditional = "某縣2026年人才工作要點\n一、加強專業技術人才隊伍建設,全年培訓1萬人次。\n二、建立聯席會議制度。(縣人社局、縣教育局)\n";

    static TextFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> Encodings() => new()
    {
        { "utf-8", Simplified },
        { "gb18030", Simplified },
        { "gb18030", Traditional },
        { "big5", Traditional },
        { "utf-16", Simplified },
        { "utf-16BE", Traditional },
        { "utf-16", "Train 3000 people by 2026.\n" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_text_reads_the_same_in_any_encoding_an_office_uses(string encoding, string text)
    {
        var read = await Read.File(Encoding.GetEncoding(encoding).GetBytes(text), "plan.txt");

        read.Text.ShouldBe(text);
        read.ShouldKeepItsPlaces();
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_byte_order_mark_says_the_encoding_and_is_no_part_of_the_text(string encoding)
    {
        var written = Encoding.GetEncoding(encoding);

        (await Read.File([.. written.GetPreamble(), .. written.GetBytes("培训3万人次")], "plan.txt")).Text.ShouldBe("培训3万人次\n");
    }

    [Fact]
    public async Task Line_ends_of_every_system_become_one() => (await Read.Text("一\r\n二\r三\n")).Text.ShouldBe("一\n二\n三\n");

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public async Task Bytes_no_encoding_knows_are_pointed_out_and_never_guessed(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes("全年培训3万人次,新建工作室5个,引进高层次人才100名左右,促进大学生就业。");
        bytes[6] = 0xFF;

        var read = await Read.File(bytes, "plan.txt");

        read.Changes.Where(c => c.Kind == ChangeKind.Damaged).ShouldNotBeEmpty();
        read.Changes.Where(c => c.Kind == ChangeKind.Damaged).ShouldAllBe(c => c.Was.Contains('\uFFFD') && c.Became == "");
        read.Text.ShouldContain("新建工作室5个");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    public async Task A_stray_NUL_is_pointed_out_and_the_text_read(string encoding)
    {
        var read = await Read.File(Encoding.GetEncoding(encoding).GetBytes("全年培训3万人次,\0新建工作室5个,引进高层次人才100名左右,促进大学生就业。"), "plan.txt");

        read.Text.ShouldContain("新建工作室5个,引进高层次人才100名左右");
        read.Changes.Count(c => c.Kind == ChangeKind.Damaged).ShouldBe(1);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        var bytes = new byte[20_000];
        new Random(7).NextBytes(bytes);

        (await Read.Refusal(bytes, "plan.txt")).ShouldBe("text_unreadable");
    }

    [Fact]
    public async Task An_empty_file_is_refused() => (await Read.Refusal([], "plan.txt")).ShouldBe("file_empty");

    [Fact]
    public async Task Lines_with_the_same_tabs_are_a_table()
    {
        var read = await Read.Text("附件:任务分解表\n序号\t任务\t牵头单位\n1\t培训3万人次\t市人社局\n2\t新建工作室5个\t市总工会\n");

        read.Paragraphs().ShouldBe(["附件:任务分解表"]);
        read.Cell("T1R2C3").Clean.Text.ShouldBe("市人社局");
        read.Cells().Count().ShouldBe(9);
        read.ShouldKeepItsPlaces();
    }

    [Fact]
    public async Task Lines_broken_at_a_width_are_joined_to_their_paragraph()
    {
        const string text =
            "    一、完善就业政策体系,加强就业服务能力建设,推动更多的人\n实现更加充分更高质量的就业,全年城镇新增就业三万人以上,失\n业率控制在百分之五点五以内。\n"
            + "    二、加强职业技能培训,全年开展补贴性职业技能培训一万人次\n以上,其中高技能人才培训三千人次以上,新建高技能人才培训基\n地五个。\n"
            + "    三、加强创业服务,全年发放创业担保贷款二亿元以上,扶持创\n业一千人以上。\n";

        var read = await Read.Text(text);

        read.Paragraphs().Count().ShouldBe(3);
        read.Paragraphs().First().ShouldBe("一、完善就业政策体系,加强就业服务能力建设,推动更多的人实现更加充分更高质量的就业,全年城镇新增就业三万人以上,失业率控制在百分之五点五以内。");
        read.Text.ShouldBe(text);
        read.ShouldKeepItsPlaces();
    }

    [Fact]
    public async Task Lines_of_any_length_are_paragraphs_of_their_own()
        => (await Read.Text("一、培训\n二、就业三万人\n1.创业\n")).Paragraphs().ShouldBe(["一、培训", "二、就业三万人", "1.创业"]);

    [Fact]
    public async Task Pasted_text_reads_like_a_file()
    {
        var pasted = await DocumentReader.ReadPastedAsync(Simplified, TestContext.Current.CancellationToken);

        pasted.File!.Text.ShouldBe((await Read.Text(Simplified)).Text);
    }
}
