using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Reading;
using static TargetLedger.Documents.Tests.Reading.Package;

using Shouldly;
using Xunit;

namespace TargetLedger.Documents.Tests.Reading;

public sealed class WordDocumentTests
{
    private static readonly string Numbering = $"""
        <w:numbering {Namespaces}>
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="1">
          <w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        </w:numbering>
        """;

    [Fact]
    public async Task Automatic_numbers_stand_in_the_text_as_Word_shows_them()
    {
        var read = await Read.File(
            Word(Item(1, 0, "完善政策") + Item(1, 1, "就业") + Item(1, 2, "5个工作室") + Item(1, 2, "基地") + Item(1, 1, "创业") + Item(1, 2, "贷款") + Item(1, 0, "保障"), ("numbering", Numbering)),
            "plan.docx");

        read.Text.Split('\n').ShouldBe(["一、完善政策", "（一）就业", "1. 5个工作室", "2. 基地", "（二）创业", "1. 贷款", "二、保障", ""]);
        read.ShouldKeepItsPlaces();
    }

    [Fact]
    public async Task Numbers_may_begin_anywhere_hold_those_above_and_begin_again()
    {
        var read = await Read.File(
            Word(Item(2, 0, "总则") + Item(2, 1, "一般") + Item(2, 0, "附则") + Item(1, 2, "甲") + Item(1, 2, "乙") + Item(3, 2, "丙") + Item(3, 2, "丁"), ("numbering", Numbering)),
            "plan.docx");

        read.Text.Split('\n').ShouldBe(["第九条总则", "9.1 一般", "第十条附则", "1. 甲", "2. 乙", "1. 丙", "2. 丁", ""]);
    }

    [Fact]
    public async Task A_style_may_number_a_paragraph_and_make_it_a_heading()
    {
        var styles = $"""
            <w:styles {Namespaces}>
            <w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="a2"><w:name w:val="own"/><w:basedOn w:val="a1"/></w:style>
            <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="toc 1"/></w:style>
            </w:styles>
            """;
        var read = await Read.File(
            Word(Styled("a3", "目标任务 3") + Styled("a1", "目标任务") + Styled("a2", "工作措施") + Paragraph("正文。"), ("numbering", Numbering), ("styles", styles)), "plan.docx");

        read.Blocks.OfType<SourceParagraph>().Select(p => (p.Clean.Text, p.HeadingLevel))
            .ShouldBe([("一、目标任务", 1), ("二、工作措施", 1), ("正文。", null)]);
        read.Changes(ChangeKind.Noise).ShouldBe(["目标任务 3 → "], "a table of contents would double every heading");
    }

    [Theory]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(23, "二十三")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(1010, "一千零一十")]
    public void Chinese_counting_is_written_as_it_is_spoken(int number, string written)
        => TargetLedger.Documents.Reading.Word.NumberFormats.Write(number, "chineseCounting").ShouldBe(written);

    [Theory]
    [InlineData("decimalEnclosedCircle", 3, "③")]
    [InlineData("ideographTraditional", 2, "乙")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("chineseLegalSimplified", 12, "拾贰")]
    [InlineData("lowerRoman", 4, "iv")]
    [InlineData("upperLetter", 27, "AA")]
    [InlineData("ideographDigital", 20, "二〇")]
    [InlineData("unheardOf", 7, "7")]
    public void Other_formats_of_numbers_are_written_too(string format, int number, string written)
        => TargetLedger.Documents.Reading.Word.NumberFormats.Write(number, format).ShouldBe(written);

    [Fact]
    public async Task Merged_cells_appear_once_with_what_they_cover()
    {
        const string table = """
            <w:tbl>
            <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>任务</w:t></w:r></w:p></w:tc>
                  <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>年度目标</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>
                  <w:tc><w:p><w:r><w:t>2026年</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2027年</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>新建工作室</w:t></w:r></w:p></w:tc>
                  <w:tc><w:p><w:r><w:t>5个</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>8个</w:t></w:r></w:p><w:p><w:r><w:t>(预期)</w:t></w:r></w:p></w:tc></w:tr>
            </w:tbl>
            """;
        var read = await Read.File(Word(Paragraph("附件") + table + Paragraph("说明")), "plan.docx");

        read.Grid().ShouldBe(["T1R1C1 任务 [2×1]", "T1R1C2 年度目标 [1×2]", "T1R2C2 2026年", "T1R2C3 2027年", "T1R3C1 新建工作室", "T1R3C2 5个", "T1R3C3 8个\n(预期)"]);
        read.Blocks.Count.ShouldBe(3);
        read.ShouldKeepItsPlaces();
    }

    [Fact]
    public async Task Tracked_changes_are_read_as_they_would_be_accepted_and_listed()
    {
        var read = await Read.File(
            Word("""
                <w:p><w:r><w:t>全年培训</w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>3万</w:delText></w:r><w:r><w:delText>人</w:delText></w:r></w:del>
                <w:ins w:id="2" w:author="a"><w:r><w:t>5万人</w:t></w:r></w:ins><w:r><w:t>次</w:t></w:r></w:p>
                """),
            "plan.docx");

        read.Paragraphs().ShouldBe(["全年培训5万人次"]);
        read.Changes(ChangeKind.Deleted).ShouldBe(["3万人 → "]);
        read.Changes(ChangeKind.Inserted).ShouldBe(["5万人 → 5万人"]);
        read.ShouldKeepItsPlaces();
    }

    [Fact]
    public async Task Footnotes_are_left_out_where_they_are_referred_to_and_listed()
    {
        var notes = $"<w:footnotes {Namespaces}><w:footnote w:id=\"2\"><w:p><w:r><w:t>含线上100人次。</w:t></w:r></w:p></w:footnote></w:footnotes>";
        var read = await Read.File(
            Word("""<w:p><w:r><w:t>培训1万人次</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>,就业</w:t></w:r></w:p>""", ("footnotes", notes)), "plan.docx");

        read.Paragraphs().ShouldBe(["培训1万人次,就业"]);
        var note = read.Changes.Single(c => c.Kind == ChangeKind.Note);
        (note.Was, note.Start, note.End).ShouldBe(("含线上100人次。", 6, 6));
    }

    [Fact]
    public async Task A_text_box_is_read_once_though_it_is_stored_twice()
    {
        const string box = "<w:txbxContent><w:p><w:r><w:t>某市人民政府文件</w:t></w:r></w:p></w:txbxContent>";
        var read = await Read.File(
            Word($"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent><w:t>正文</w:t></w:r></w:p>"),
            "plan.docx");

        read.Paragraphs().ShouldBe(["正文", "某市人民政府文件"]);
    }

    [Fact]
    public async Task Fields_links_controls_breaks_and_hidden_words_are_read_as_shown()
    {
        var read = await Read.File(
            Word("""
                <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>2026</w:t></w:r><w:hyperlink><w:r><w:t>年</w:t></w:r></w:hyperlink>
                <w:sdt><w:sdtContent><w:r><w:t>计划</w:t><w:br/><w:t>第二行</w:t></w:r></w:sdtContent></w:sdt><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗文</w:t></w:r></w:p>
                """),
            "plan.docx");

        read.Paragraphs().ShouldBe(["2026年计划\n第二行暗文"]);
        read.Changes(ChangeKind.Hidden).ShouldBe(["暗文 → 暗文"]);
    }

    private static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Styled(string style, string text) => $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Item(int list, int level, string text)
        => $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";
}
