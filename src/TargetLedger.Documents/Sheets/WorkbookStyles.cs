using System.Text;

namespace TargetLedger.Documents.Sheets;

/// <summary>The styles of an exported workbook (ECMA-376 part 1, 18.8), and which of them a cell takes.</summary>
internal static class WorkbookStyles
{
    public const int Title = 1;
    public const int Note = 2;
    public const int Header = 3;
    public const int Kept = 4;

    private const int FirstOfTable = 5;
    private const int Kinds = 5;
    private const int TextKind = 0, InertKind = 1, WholeKind = 2, FractionKind = 3, DayKind = 4;

    // Days are 164, figures with a fraction 165. What is to be filled in shows figures as they are: nothing entered is rounded away.
    private static readonly int[] Formats = [0, 0, 3, 165, 164];
    private static readonly int[] FormatsToFill = [0, 0, 0, 0, 164];

    public static string Xml { get; } = Compose();

    public static int Of(SheetCell cell, FillIn? fillIn)
    {
        var kind = cell switch
        {
            { Number: { } number } => decimal.IsInteger(number) ? WholeKind : FractionKind,
            { Day: not null } => DayKind,
            { Text: { } text } => SheetCell.LooksLikeFormula(text) ? InertKind : TextKind,
            _ => fillIn?.Kind switch { FillInKind.Number => WholeKind, FillInKind.Day => DayKind, _ => TextKind },
        };
        return FirstOfTable + kind + (fillIn is null ? 0 : Kinds);
    }

    private static string Compose()
    {
        var table = new StringBuilder();
        foreach (var (formats, fill) in new[] { (Formats, 0), (FormatsToFill, 3) })
        {
            for (var kind = 0; kind < Kinds; kind++)
            {
                var align = kind is TextKind or InertKind ? "horizontal=\"left\"" : "horizontal=\"right\"";
                // quotePrefix: the text stays a text when somebody edits the cell and leaves it.
                table.Append(System.Globalization.CultureInfo.InvariantCulture, $"""<xf numFmtId="{formats[kind]}" fontId="0" fillId="{fill}" borderId="1" xfId="0" {(kind == InertKind ? "quotePrefix=\"1\" " : "")}applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment {align} vertical="center" wrapText="1"/></xf>""");
            }
        }

        return $"""
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="#,##0.0###"/></numFmts>
            <fonts count="4"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font><font><b/><sz val="16"/><name val="黑体"/><family val="3"/><charset val="134"/></font><font><sz val="9"/><color rgb="FF595959"/><name val="宋体"/><family val="3"/><charset val="134"/></font><font><b/><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>
            <fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF8DC"/><bgColor indexed="64"/></patternFill></fill></fills>
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FF7F7F7F"/></left><right style="thin"><color rgb="FF7F7F7F"/></right><top style="thin"><color rgb="FF7F7F7F"/></top><bottom style="thin"><color rgb="FF7F7F7F"/></bottom><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="{FirstOfTable + 2 * Kinds}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="left" vertical="center" wrapText="1"/></xf><xf numFmtId="0" fontId="3" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>{table}</cellXfs>
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
            </styleSheet>
            """;
    }
}
