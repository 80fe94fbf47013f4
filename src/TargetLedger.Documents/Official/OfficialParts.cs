namespace TargetLedger.Documents.Official;

/// <summary>
/// The layout of official documents by GB/T 9704-2012, 5.2 and 7: A4 with margins of 37, 35, 28 and 26 mm, 22 lines of 28
/// characters, 仿宋 of size 3 (16 pt), titles in 小标宋 of size 2 (22 pt), headings in 黑体 and 楷体, page numbers in 宋体 of
/// size 4 between dashes, on the outer side.
/// </summary>
/// <remarks>
/// The fonts offices have are named as Word calls them; each has others it may be replaced by (w:altName), so that a
/// machine without them shows the nearest.
/// </remarks>
internal static class OfficialParts
{
    /// <summary>156 mm between the margins, in twentieths of a point.</summary>
    public const int TextWidth = PageWidth - Left - Right;

    private const int PageWidth = 11_906, PageHeight = 16_838;
    private const int Top = 2_098, Bottom = 1_984, Left = 1_588, Right = 1_474;

    /// <summary>225 mm over 22 lines: 28.95 pt.</summary>
    private const int LinePitch = 579;

    /// <summary>The number's upper edge stands 7 mm below the text.</summary>
    private const int FooterDistance = 1_304;

    public const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static string Section { get; } = $"""
        <w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/><w:pgSz w:w="{PageWidth}" w:h="{PageHeight}"/><w:pgMar w:top="{Top}" w:right="{Right}" w:bottom="{Bottom}" w:left="{Left}" w:header="851" w:footer="{FooterDistance}" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="{LinePitch}"/></w:sectPr>
        """;

    public static string Styles { get; } = $"""
        <w:styles xmlns:w="{Main}">
        <w:docDefaults><w:rPrDefault><w:rPr>{Fonts("仿宋_GB2312")}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="0" w:after="0" w:line="{LinePitch}" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        {Paragraph("Title", "Title", "方正小标宋简体", 44, "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"700\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"center\"/>")}
        {Paragraph("Subtitle", "Subtitle", "楷体_GB2312", 32, $"<w:spacing w:before=\"0\" w:after=\"{LinePitch}\" w:line=\"{LinePitch}\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"center\"/>")}
        {Paragraph("Heading1", "heading 1", "黑体", 32, "<w:keepNext/><w:outlineLvl w:val=\"0\"/>")}
        {Paragraph("Heading2", "heading 2", "楷体_GB2312", 32, "<w:keepNext/><w:outlineLvl w:val=\"1\"/>")}
        {Paragraph("TableText", "Table Text", "仿宋_GB2312", 24, TableSpacing + "<w:jc w:val=\"left\"/>")}
        {Paragraph("TableHeading", "Table Heading", "黑体", 24, TableSpacing + "<w:jc w:val=\"center\"/>")}
        {Paragraph("TableSection", "Table Section", "楷体_GB2312", 28, "<w:keepNext/>" + TableSpacing)}
        {Paragraph("Footer", "footer", "宋体", 28, "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>")}
        </w:styles>
        """;

    public static string FontTable { get; } = $"""
        <w:fonts xmlns:w="{Main}">{Font("方正小标宋简体", "方正小标宋_GBK,小标宋,华文中宋,宋体,SimSun,Noto Serif CJK SC")}{Font("黑体", "SimHei,Noto Sans CJK SC")}{Font("楷体_GB2312", "楷体,KaiTi,AR PL UKai CN,宋体")}{Font("仿宋_GB2312", "仿宋,FangSong,华文仿宋,宋体,Noto Serif CJK SC")}{Font("宋体", "SimSun,Noto Serif CJK SC")}<w:font w:name="Times New Roman"><w:altName w:val="Liberation Serif"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>
        """;

    public static string Settings { get; } = $"""
        <w:settings xmlns:w="{Main}"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>
        """;

    /// <param name="isEven">Even pages have their number on the left, a character in from the edge.</param>
    /// <param name="note">Beside the number, small: what the document is true of.</param>
    public static string Footer(bool isEven, string note)
    {
        var small = $"""<w:r><w:rPr><w:color w:val="7F7F7F"/><w:sz w:val="15"/></w:rPr><w:t xml:space="preserve">{System.Security.SecurityElement.Escape(note)}</w:t></w:r>""";
        const string number = """<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r>""";
        const string tab = "<w:r><w:tab/></w:r>";
        var ends = $"""<w:tabs><w:tab w:val="right" w:pos="{TextWidth - 280}"/></w:tabs>""";
        return $"""
            <w:ftr xmlns:w="{Main}"><w:p><w:pPr><w:pStyle w:val="Footer"/>{ends}<w:ind w:left="280" w:right="280" w:firstLine="0"/></w:pPr>{(isEven ? number + tab + small : small + tab + number)}</w:p></w:ftr>
            """;
    }

    public static string ContentTypes { get; } = $"""
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{Override("document", "document.main")}{Override("styles", "styles")}{Override("fontTable", "fontTable")}{Override("settings", "settings")}{Override("footer1", "footer")}{Override("footer2", "footer")}</Types>
        """;

    private const string TableSpacing = "<w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"360\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>";

    private static string Override(string part, string kind)
        => $"""<Override PartName="/word/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>""";

    private static string Fonts(string chinese)
        => $"""<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{chinese}" w:cs="Times New Roman"/>""";

    private static string Paragraph(string id, string name, string font, int halfPoints, string properties)
        => $"""<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{properties}</w:pPr><w:rPr>{Fonts(font)}<w:sz w:val="{halfPoints}"/><w:szCs w:val="{halfPoints}"/></w:rPr></w:style>""";

    private static string Font(string name, string others)
        => $"""<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>""";
}
