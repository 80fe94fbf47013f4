using System.Net;
using System.Net.Sockets;
using System.Text;
using Shouldly;
using TargetLedger.Documents.Forms;
using TargetLedger.Documents.Reading.Programs;
using TargetLedger.Documents.Sheets;
using TargetLedger.Documents.Tests.Reading;
using TargetLedger.Documents.Tests.Tables;
using TargetLedger.Domain.Commitments;
using Xunit;

namespace TargetLedger.Documents.Tests.Forms;

/// <summary>What is read of a form that was filled in, and what is asked about it.</summary>
public sealed class FormReaderTests
{
    private static readonly Period June = new(new(2014, 6, 1), new(2014, 6, 30));

    [Theory]
    [InlineData(SheetFormat.Xlsx)]
    [InlineData(SheetFormat.Csv)]
    public async Task A_row_is_read_as_it_was_filled_in(SheetFormat format)
    {
        var form = await ReadAsync(format, Item(1, (FormColumns.Amount, Number(2600.5m)), (FormColumns.Total, SheetCell.Of("１，２３４，５６７")), (FormColumns.Through, SheetCell.Of(new DateOnly(2014, 6, 28))), (FormColumns.Done, SheetCell.Of("开班 120 期")), (FormColumns.HelpNeeded, SheetCell.Of("-经费"))));
        var row = form.Rows.ShouldHaveSingleItem();

        row.Code.ShouldBe(Code(1));
        (row.Amount, row.Total, row.Through).ShouldBe((2600.5m, 1234567m, new DateOnly(2014, 6, 28)));
        row.Text.ShouldBe(new ReportText("开班 120 期", null, null, "-经费"));
        (row.Faults.Count, row.Questions.Count, row.IsBlank).ShouldBe((0, 0, false));
    }

    [Theory]
    [InlineData("约300", "figure_approximate")]
    [InlineData("300左右", "figure_approximate")]
    [InlineData("近三百", "figure_approximate")]
    [InlineData("无", "figure_nothing")]
    [InlineData("—", "figure_nothing")]
    [InlineData("同上", "figure_refers")]
    [InlineData("〃", "figure_refers")]
    [InlineData("300人", "figure_with_words")]
    [InlineData("1.2万", "figure_with_words")]
    [InlineData("三百", "figure_with_words")]
    [InlineData("12%", "figure_with_words")]
    [InlineData("1,23", "figure_unreadable")]
    [InlineData("100+200", "figure_unreadable")]
    [InlineData("待统计", "figure_unreadable")]
    public async Task What_is_no_number_is_asked_about_and_never_guessed(string written, string code)
    {
        foreach (var format in Enum.GetValues<SheetFormat>())
        {
            var row = (await ReadAsync(format, Item(1, (FormColumns.Amount, SheetCell.Of(written))))).Rows.ShouldHaveSingleItem();

            row.Amount.ShouldBeNull();
            row.IsBlank.ShouldBeFalse();
            var question = row.Questions.ShouldHaveSingleItem();
            question.Code.ShouldBe(code);
            question.Pointer.ShouldBe(format == SheetFormat.Xlsx ? "填报表!F4" : "F2");
            question.Zh.ShouldContain(written);
        }
    }

    [Fact]
    public async Task A_question_says_what_may_have_been_meant()
        => (await ReadAsync(SheetFormat.Xlsx, Item(1, (FormColumns.Amount, SheetCell.Of("1.2万人"))))).Rows[0].Questions[0].Zh.ShouldContain("是否为 12000?");

    [Fact]
    public async Task Rows_that_were_sorted_moved_inserted_and_deleted_are_known_all_the_same()
    {
        var made = new[] { Code(1), Code(2), Code(3) };
        var form = await ReadAsync(
            SheetFormat.Xlsx,
            made,
            Row((FormColumns.Title, SheetCell.Of("以下为重点项目"))),
            Item(3, (FormColumns.Amount, Number(3))),
            Row(),
            Item(1, (FormColumns.Amount, Number(1))));

        form.Rows.Select(r => (r.Row, r.Code, r.Amount)).ShouldBe([(5, Code(3), 3m), (7, Code(1), 1m)]);
        form.Ignored.ShouldBe([4]);
        form.Made.ShouldBe(made);
    }

    [Fact]
    public async Task Columns_are_found_by_their_headings()
    {
        SheetColumn[] columns = [.. FormColumns.All.Reverse(), new("本单位备注")];
        var cells = Item(1, (FormColumns.Amount, Number(7))).Reverse().Append(SheetCell.Of("内部")).ToList();
        var bytes = await Written.AsAsync(SheetFormat.Xlsx, Written.Sheet(columns), cells);

        (await FormReader.ReadAsync(bytes, TestContext.Current.CancellationToken)).File.ShouldNotBeNull().Rows[0].Amount.ShouldBe(7);
    }

    [Fact]
    public async Task A_filled_row_without_a_whole_code_is_asked_about()
    {
        var form = await ReadAsync(
            SheetFormat.Xlsx,
            Row((FormColumns.Amount, Number(5))),
            Row((FormColumns.Amount, Number(5)), (FormColumns.Code, SheetCell.Of(Code(1).Write() + "1"))));

        form.Rows.Select(r => r.Questions.Single().Code).ShouldBe(["row_without_code", "row_code_damaged"]);
    }

    [Theory]
    [InlineData(SheetFormat.Xlsx)]
    [InlineData(SheetFormat.Csv)]
    public async Task A_stray_blank_fills_nothing_in(SheetFormat format)
    {
        var form = await ReadAsync(format, Row((FormColumns.Done, SheetCell.Of(" ")), (FormColumns.Amount, SheetCell.Of("　"))), Item(1, (FormColumns.Amount, SheetCell.Of(" "))));

        form.Rows.ShouldHaveSingleItem().IsBlank.ShouldBeTrue();
        form.Rows[0].Questions.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_item_twice_is_a_fault_of_the_second()
    {
        var form = await ReadAsync(SheetFormat.Xlsx, Item(1, (FormColumns.Amount, Number(1))), Item(1, (FormColumns.Amount, Number(2))));

        form.Rows[0].Faults.ShouldBeEmpty();
        form.Rows[1].Faults.Single().Code.ShouldBe("row_repeated");
        form.Rows[1].Faults.Single().Zh.ShouldContain("第 4 行");
    }

    [Fact]
    public async Task Nodes_below_an_item_are_part_of_its_report_wherever_they_stand()
    {
        var form = await ReadAsync(
            SheetFormat.Xlsx,
            Node(1, "n2", (FormColumns.Progress, SheetCell.Of("推进中"))),
            Node(1, "n1", (FormColumns.Progress, SheetCell.Of("已完成")), (FormColumns.ReachedOn, SheetCell.Of("2014年6月20日"))),
            Node(1, "n3"),
            Item(1, (FormColumns.Progress, SheetCell.Of("推进中"))));
        var row = form.Rows.ShouldHaveSingleItem();

        row.Progress.ShouldBe(Progress.InProgress);
        row.Nodes.ShouldBe([new("n2", Progress.InProgress), new("n1", Progress.Completed, new DateOnly(2014, 6, 20))]);
        row.Cells["/nodes/1/reachedOn"].ShouldBe("填报表!J5");
    }

    [Theory]
    [InlineData("6月20日")]
    [InlineData("月底")]
    [InlineData("2014-06")]
    public async Task A_day_that_is_not_whole_is_asked_about(string written)
    {
        var row = (await ReadAsync(SheetFormat.Csv, Item(1, (FormColumns.Amount, Number(1)), (FormColumns.Through, SheetCell.Of(written))))).Rows[0];

        row.Questions.Single().Code.ShouldBe("date_unclear");
    }

    [Fact]
    public async Task Words_that_are_none_of_the_choices_are_asked_about()
    {
        var row = (await ReadAsync(SheetFormat.Xlsx, Item(1, (FormColumns.NoProgress, SheetCell.Of("没有")), (FormColumns.Progress, SheetCell.Of("正常推进")), (FormColumns.Done, SheetCell.Of("同上"))))).Rows[0];

        row.Questions.Select(q => q.Code).ShouldBe(["text_refers", "word_unknown", "word_unknown"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("<c r=\"B2\"><f>SUM(1,2)</f><v>3</v></c>", 3.0, null)]
    [InlineData("<c r=\"B2\"><f>SUM(1,2)</f></c>", null, "cell_damaged")]
    [InlineData("<c r=\"B2\" t=\"e\"><v>#REF!</v></c>", null, "cell_damaged")]
    [InlineData("<c r=\"B2\" s=\"1\"><v>0.125</v></c>", null, "figure_percent")]
    [InlineData("<c r=\"B2\" s=\"2\"><v>41820</v></c>", null, "figure_is_date")]
    [InlineData("<c r=\"B2\" s=\"3\"><v>41791</v></c>", null, "figure_displayed_otherwise")]
    [InlineData("<c r=\"B2\" s=\"4\"><v>2600.5</v></c>", 2600.5, null)]
    [InlineData("<c r=\"B2\"><v>0.30000000000000004</v></c>", 0.3, null)]
    [InlineData("<c r=\"B2\"><v>1E+20</v></c>", null, "figure_out_of_limits")]
    [InlineData("<c r=\"B2\" t=\"b\"><v>1</v></c>", null, "figure_unreadable")]
    public async Task A_cell_counts_for_what_it_holds_and_is_asked_about_where_it_shows_something_else(string cell, double? amount, string? code)
    {
        const string styles = """<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="57"/><xf numFmtId="3"/></cellXfs>""";
        var bytes = WithAmount(cell, styles);
        var row = (await FormReader.ReadAsync(bytes, TestContext.Current.CancellationToken)).File.ShouldNotBeNull().Rows.ShouldHaveSingleItem();

        row.Amount.ShouldBe((decimal?)amount);
        row.Faults.Concat(row.Questions).Select(f => f.Code).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public async Task Nothing_a_form_refers_to_is_fetched()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var outside = Package.Relationships($"<Relationship Id=\"e1\" Type=\"x/externalLinkPath\" TargetMode=\"External\" Target=\"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/book.xlsx\"/>");
        var form = Package.With(
            WithAmount("""<c r="B2"><f>[1]Sheet1!A1</f><v>5</v></c>""", ""),
            ("xl/externalLinks/externalLink1.xml", "<externalLink/>"), ("xl/externalLinks/_rels/externalLink1.xml.rels", outside), ("xl/worksheets/_rels/sheet1.xml.rels", outside));

        // A formula counts as what it had come to when the file was saved.
        (await FormReader.ReadAsync(form, TestContext.Current.CancellationToken)).File.ShouldNotBeNull().Rows.ShouldHaveSingleItem().Amount.ShouldBe(5);
        listener.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task A_csv_that_a_Chinese_Excel_saved_is_read()
    {
        var text = Encoding.UTF8.GetString(await Written.AsAsync(SheetFormat.Csv, Written.Sheet([.. FormColumns.All]), Item(1, (FormColumns.Amount, Number(260)), (FormColumns.Done, SheetCell.Of("完成培训任务")))))[1..];
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text.Replace("2014-06-30", "2014/6/30", StringComparison.Ordinal));
        var row = (await FormReader.ReadAsync(bytes, TestContext.Current.CancellationToken)).File.ShouldNotBeNull().Rows.ShouldHaveSingleItem();

        (row.Amount, row.Text!.Done).ShouldBe((260m, "完成培训任务"));
    }

    /// <summary>A WPS workbook of old (.et) is one of Excel's: what it is is told from its bytes.</summary>
    [Fact]
    public async Task A_form_saved_as_xls_or_et_is_read_where_LibreOffice_is_there()
    {
        Assert.SkipWhen(ExternalProgram.Find("soffice", "libreoffice") is null, "No LibreOffice on this machine.");
        FormCode[] made = [Code(1), Code(2), Code(3)];
        var sheet = new Sheet("填报表", "填报表", "", "", FormColumns.All, [.. made.Select(c => c.Write())]);
        var saved = await Written.AsAsync(
            SheetFormat.Xlsx, sheet, Item(1, (FormColumns.Amount, Number(1260.4321m)), (FormColumns.Done, SheetCell.Of("完成培训任务"))), Item(2, (FormColumns.Amount, Number(3))));
        var old = await LibreOffice.ConvertAsync(saved, "xlsx", "xls", TestContext.Current.CancellationToken);

        var form = (await FormReader.ReadAsync(old, TestContext.Current.CancellationToken)).File.ShouldNotBeNull();

        form.Rows.Select(r => (r.Code!.Commitment, r.Amount, r.Through)).ShouldBe([(Code(1).Commitment, 1260.4321m, June.End), (Code(2).Commitment, 3m, June.End)]);
        form.Rows[0].Text!.Done.ShouldBe("完成培训任务");
        // The hidden sheet has come through: the row that was deleted is known.
        form.Made!.Select(c => c.Commitment).ShouldBe(made.Select(c => c.Commitment));
    }

    [Fact]
    public async Task A_text_of_old_is_no_form_and_no_program_is_started_for_it()
    {
        (await FormReader.ReadAsync(OleFile.With(("WordDocument", [0xEC, 0xA5, 0xC1])), TestContext.Current.CancellationToken)).Faults.Single().Code.ShouldBe("form_unknown");
    }

    [Fact]
    public async Task What_is_no_form_is_refused()
    {
        (await Refused("随便一段文字"u8.ToArray())).ShouldBe("form_unknown");
        (await Refused([])).ShouldBe("file_empty");
        (await Refused(new byte[FormReader.MaxBytes + 1])).ShouldBe("file_too_large");
        (await Refused(Package.Word("<w:p/>"))).ShouldBe("form_unknown");
        (await Refused(Encoding.UTF8.GetBytes($"{FormColumns.Code},x\n"))).ShouldBe("column_missing");
        (await Refused(Encoding.UTF8.GetBytes($"{string.Join(',', FormColumns.All.Select(c => c.Header))}\n\"不闭合,,,\n"))).ShouldBe("csv_malformed");

        static async Task<string> Refused(byte[] bytes) => (await FormReader.ReadAsync(bytes, TestContext.Current.CancellationToken)).Faults[0].Code;
    }

    [Fact]
    public async Task A_form_of_more_rows_than_anybody_fills_in_is_refused()
    {
        var text = $"{string.Join(',', FormColumns.All.Select(c => c.Header))}\n{string.Concat(Enumerable.Repeat("x\n", 20_001))}";

        (await FormReader.ReadAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken)).Faults.Single().Code.ShouldBe("sheet_too_large");
    }

    /// <summary>A workbook of the headings and one row, whose amount is this cell.</summary>
    private static byte[] WithAmount(string cell, string styles)
    {
        var headings = FormColumns.All.Select(c => c.Header).Where(h => h is not (FormColumns.Code or FormColumns.Amount)).Prepend(FormColumns.Amount).Prepend(FormColumns.Code)
            .Select(h => $"""<c t="inlineStr"><is><t>{h}</t></is></c>""");
        return Package.Workbook($"""<sheetData><row>{string.Concat(headings)}</row><row><c r="A2" t="inlineStr"><is><t>{Code(1).Write()}</t></is></c>{cell}</row></sheetData>""", styles: styles);
    }

    private static FormCode Code(int item, string? node = null) => new("rensheju", June, $"commitment-7e6d3a41-0000-8000-8000-{item:000000000000}", 3, node);

    private static SheetCell Number(decimal number) => SheetCell.Of(number);

    private static IReadOnlyList<SheetCell> Item(int item, params (string Column, SheetCell Cell)[] filled)
        => Row([(FormColumns.Through, SheetCell.Of(June.End)), (FormColumns.Code, SheetCell.Of(Code(item).Write())), .. filled]);

    private static IReadOnlyList<SheetCell> Node(int item, string node, params (string Column, SheetCell Cell)[] filled)
        => Row([(FormColumns.Code, SheetCell.Of(Code(item, node).Write())), .. filled]);

    private static IReadOnlyList<SheetCell> Row(params (string Column, SheetCell Cell)[] filled)
        => [.. FormColumns.All.Select(c => filled.LastOrDefault(f => f.Column == c.Header).Cell)];

    private static Task<FilledForm> ReadAsync(SheetFormat format, params IReadOnlyList<SheetCell>[] rows) => ReadAsync(format, null, rows);

    private static async Task<FilledForm> ReadAsync(SheetFormat format, IReadOnlyList<FormCode>? made, params IReadOnlyList<SheetCell>[] rows)
    {
        var sheet = new Sheet("填报表", "填报表", "", "", FormColumns.All, made is null ? null : [.. made.Select(c => c.Write())]);
        return (await FormReader.ReadAsync(await Written.AsAsync(format, sheet, rows), TestContext.Current.CancellationToken)).File.ShouldNotBeNull();
    }
}
