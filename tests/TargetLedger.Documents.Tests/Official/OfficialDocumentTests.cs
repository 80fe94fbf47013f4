using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Shouldly;
using TargetLedger.Documents.Official;
using TargetLedger.Documents.Tests.Tables;
using Xunit;

namespace TargetLedger.Documents.Tests.Official;

/// <summary>What an office expects of a document it is to send on: GB/T 9704, editable, tables that are tables.</summary>
public sealed class OfficialDocumentTests
{
    [Fact]
    public async Task It_is_valid_by_the_schema_of_the_format()
    {
        using var document = await ComposeAsync();

        Written.Faults(document).ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_page_is_the_one_of_the_standard()
    {
        using var document = await ComposeAsync();
        var section = document.MainDocumentPart!.Document.Body!.Elements<SectionProperties>().Single();
        var margin = section.GetFirstChild<PageMargin>()!;

        (Millimetres(section.GetFirstChild<PageSize>()!.Width!), Millimetres(section.GetFirstChild<PageSize>()!.Height!)).ShouldBe((210, 297));
        (Millimetres(margin.Top!.Value), Millimetres(margin.Bottom!.Value), Millimetres((int)margin.Left!.Value), Millimetres((int)margin.Right!.Value)).ShouldBe((37, 35, 28, 26));
        (section.GetFirstChild<DocGrid>()!.LinePitch!.Value / 20.0).ShouldBeInRange(28, 30);
    }

    [Theory]
    [InlineData("Title", "方正小标宋简体", 44)]
    [InlineData("Heading1", "黑体", 32)]
    [InlineData("Heading2", "楷体_GB2312", 32)]
    public async Task Each_style_names_its_font_and_what_may_stand_in_for_it(string style, string font, int halfPoints)
    {
        using var document = await ComposeAsync();
        var found = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == style).StyleRunProperties!;

        found.RunFonts!.EastAsia!.Value.ShouldBe(font);
        found.FontSize!.Val!.Value.ShouldBe($"{halfPoints}");
        document.MainDocumentPart.FontTablePart!.Fonts.Elements<Font>().Single(f => f.Name == font).AltName!.Val!.Value.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Text_is_仿宋_of_size_3()
    {
        using var document = await ComposeAsync();
        var defaults = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;

        defaults.RunFonts!.EastAsia!.Value.ShouldBe("仿宋_GB2312");
        defaults.FontSize!.Val!.Value.ShouldBe("32");
    }

    [Fact]
    public async Task Page_numbers_stand_between_dashes_on_the_outer_side()
    {
        using var document = await ComposeAsync();
        var footers = document.MainDocumentPart!.Document.Descendants<FooterReference>().ToDictionary(r => r.Type!.Value, r => ((FooterPart)document.MainDocumentPart.GetPartById(r.Id!)).Footer);

        footers.Count.ShouldBe(2);
        footers[HeaderFooterValues.Default].InnerText.ShouldBe("截至第 12 号记录所知 A&B—  PAGE 1 —");
        footers[HeaderFooterValues.Even].InnerText.ShouldBe("—  PAGE 1 —截至第 12 号记录所知 A&B");
        document.MainDocumentPart.DocumentSettingsPart!.Settings.GetFirstChild<EvenAndOddHeaders>().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_table_is_Words_own_with_its_heading_on_every_page_and_shared_cells_merged()
    {
        using var document = await ComposeAsync();
        var rows = document.MainDocumentPart!.Document.Descendants<TableRow>().ToList();

        rows[0].Descendants<TableHeader>().ShouldHaveSingleItem();
        rows[1].Descendants<GridSpan>().Single().Val!.Value.ShouldBe(3);
        rows[2].Descendants<VerticalMerge>().First().Val!.Value.ShouldBe(MergedCellValues.Restart);
        rows[3].Descendants<VerticalMerge>().Single().Val.ShouldBeNull();
        rows[3].InnerText.ShouldBe("新建工作室：5-8个市人社局");
        rows.SelectMany(r => r.Descendants<TableCell>()).ShouldAllBe(c => c.Elements<Paragraph>().Any());
    }

    private static double Millimetres(uint twips) => Millimetres((int)twips);

    private static double Millimetres(int twips) => Math.Round(twips / 1440.0 * 25.4);

    private static async Task<WordprocessingDocument> ComposeAsync()
    {
        var token = TestContext.Current.CancellationToken;
        var target = new AsyncOnlyStream();
        await using (var document = await OfficialDocument.BeginAsync(target, "截至第 12 号记录所知 A&B", token))
        {
            await document.TitleAsync("人才工作要点责任分解表");
            await document.SubtitleAsync("（成都市人才工作领导小组　2014年6月4日）");
            await document.HeadingAsync("一、总体要求");
            await document.SubheadingAsync("（一）目标");
            await document.ParagraphAsync("各单位按下表分工负责。");
            OfficialRow[] rows =
            [
                OfficialRow.Heading("三、各支人才队伍"),
                new([new("11", IsContinued: true), new("高技能人才培养：3万人"), new("市人社局")]),
                new([new("11", Continues: true), new("新建工作室：5-8个"), new("市人社局")]),
            ];
            await document.TableAsync(new([new("序号", 1), new("目标", 4), new("牵头单位", 2)]), rows.ToAsyncEnumerable(), token);
            await document.FinishAsync();
        }

        return WordprocessingDocument.Open(new MemoryStream(target.Bytes), isEditable: false);
    }
}
