using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Tests.Reading;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>A workbook may show fewer digits than it holds: what is held counts, and somebody is asked.</summary>
public class RoundedFigureTests
{
    private const string Styles = """
        <numFmts><numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></numFmts>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="1"/><xf numFmtId="3"/><xf numFmtId="165"/></cellXfs>
        """;

    [Theory]
    [InlineData("0.925", 1, 92.5, true)]
    [InlineData("92.5", 2, 92.5, true)]
    [InlineData("92.5", 4, 92.5, true)]
    [InlineData("1234.5", 3, 1234.5, true)]
    [InlineData("0.93", 1, 93, false)]
    [InlineData("1200", 3, 1200, false)]
    [InlineData("0.30000000000000004", 0, 0.3, false)]
    public async Task What_a_cell_holds_counts_and_is_asked_about_where_it_shows_less(string stored, int style, double value, bool asked)
    {
        var draft = await DraftAsync($"""<c r="C2" s="{style}"><v>{stored}</v></c>""");

        draft.Tasks.ShouldHaveSingleItem().Commitments.ShouldHaveSingleItem().Value.ShouldBe((decimal)value);
        draft.Questions.Count(q => q.Code == "figure_rounded").ShouldBe(asked ? 1 : 0);
    }

    private static async Task<Draft> DraftAsync(string cell)
    {
        static string Text(string place, string text) => $"""<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>""";
        var sheet = $"""
            <sheetData><row r="1">{Text("A1", "任务")}{Text("B1", "计量单位")}{Text("C1", "2026年目标")}{Text("D1", "责任单位")}</row>
            <row r="2">{Text("A2", "古树挂牌率")}{Text("B2", "%")}{cell}{Text("D2", "市林业局")}</row></sheetData>
            """;
        return DraftReader.Read(await Read.File(Package.Workbook(sheet, styles: Styles), "plan.xlsx"), TestContext.Current.CancellationToken);
    }
}
