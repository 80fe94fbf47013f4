using System.Text;
using Shouldly;
using TargetLedger.Documents.Cleaning;
using Xunit;

namespace TargetLedger.Documents.Tests.Reading;

/// <summary>Files that are not what their name says, and what pages hide.</summary>
public sealed class StrayFormatTests
{
    [Theory]
    [InlineData("<table border=1>")]
    [InlineData("<meta charset=\"utf-8\"><table>")]
    [InlineData("<head><title>x</title></head><table>")]
    [InlineData("\n <TABLE>")]
    public async Task A_page_without_its_first_element_saved_as_a_workbook_is_a_page(string start)
    {
        var bytes = Encoding.UTF8.GetBytes(start + "<tr><td>任务</td><td>目标</td></tr><tr><td>植树</td><td>3万株</td></tr></table>");

        (await Read.File(bytes, "plan.xls")).Grid().ShouldBe(["T1R1C1 任务", "T1R1C2 目标", "T1R2C1 植树", "T1R2C2 3万株"]);
    }

    [Theory]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>a</p>\r\n--x--")]
    [InlineData("From: <Saved by Browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x--")]
    public async Task A_web_archive_is_refused_with_what_to_do(string archive)
        => (await Read.Refusal(Encoding.UTF8.GetBytes(archive), "plan.doc")).ShouldBe("document_web_archive");

    [Fact]
    public async Task What_a_page_hides_is_listed()
    {
        var read = await Read.Html("""
            <p>一、植树<span style="display:none">5万株</span>3万株。</p><p hidden>二、种花<script>var x;</script>
            8万株。</p>
            <table><tr><td>任务</td><td>目标<i hidden>(旧)</i></td></tr><tr style="display: none"><td>修路</td><td>6公里</td></tr><tr><td>建桥</td><td>2座</td></tr></table>
            """);

        read.Paragraphs().ShouldBe(["一、植树3万株。"]);
        read.Changes(ChangeKind.Hidden).ShouldBe(["5万株 → ", "二、种花 8万株。 → ", "(旧) → ", "修路 → 修路", "6公里 → 6公里"]);
        read.ShouldKeepItsPlaces();
    }
}
