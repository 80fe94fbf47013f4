namespace TargetLedger.Browser;

public sealed class CommitmentPageTests(Chromium chromium, StartedYear year) : PageTests(chromium, year)
{
    [Fact]
    public async Task A_row_of_the_board_leads_to_its_commitment_with_curve_and_history()
    {
        var page = await OpenAsync("supervisor", "/");

        await page.GetByRole(AriaRole.Link, new() { Name = "引进扶持高层次人才" }).ClickAsync();

        (await page.Locator("h1").InnerTextAsync()).ShouldStartWith("4-1 引进扶持高层次人才");
        (await page.Locator(".curve circle").CountAsync()).ShouldBe(2);
        (await page.Locator(".curve polyline.asked").CountAsync()).ShouldBe(1);
        (await page.Locator(".history tbody tr").CountAsync()).ShouldBe(4);
        (await page.Locator(".history .event").AllInnerTextsAsync()).ShouldBe(["立项 made", "填报进展 reported", "填报进展 reported", "更正填报 corrected"]);
    }

    [Fact]
    public async Task Each_record_a_figure_is_made_of_leads_to_that_record_in_the_history()
    {
        var page = await OpenAsync("supervisor", $"/c/{StartedYear.Talents}");
        var basis = await page.Locator(".basis a").AllInnerTextsAsync();
        basis.ShouldNotBeEmpty();

        await page.Locator(".basis a").Last.ClickAsync();

        var record = page.Locator(".history tr:target");
        (await record.Locator("th").InnerTextAsync()).ShouldBe(basis[^1]);
        (await record.InnerTextAsync()).ShouldContain("累计 20");
        await Assertions.Expect(record).ToBeInViewportAsync();

        await record.GetByRole(AriaRole.Link, new() { Name = "更正填报" }).ClickAsync();
        (await record.InnerTextAsync()).ShouldContain("累计 21");
        (await record.Locator(".named").InnerTextAsync()).ShouldBe($"对第 {basis[^1]} 号");
    }

    [Fact]
    public async Task A_commitment_as_known_earlier_has_only_the_records_of_then()
    {
        var page = await OpenAsync("supervisor", $"/c/{StartedYear.Talents}?at={Uri.EscapeDataString(StartedYear.InJune)}");

        (await page.Locator(".history tbody tr").CountAsync()).ShouldBe(2);
        await page.Locator(".back a").ClickAsync();
        (await page.Locator("input[name=at]").InputValueAsync()).ShouldBe(StartedYear.InJune);
    }

    [Theory]
    [InlineData("/c/CD-2014:99-9")]
    [InlineData("/c/no-such-thing")]
    [InlineData("/u/nobody")]
    [InlineData("/no/such/page")]
    public async Task What_is_not_there_is_a_page_that_says_so_in_both_languages(string address)
    {
        var page = await OpenAsync("auditor", "/");

        var answer = await page.GotoAsync(address);

        answer!.Status.ShouldBe(404);
        answer.Headers["content-type"].ShouldStartWith("text/html");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("没有找到 There is no such thing");
        await page.Locator(".back a").ClickAsync();
        (await page.Locator(".board .row").CountAsync()).ShouldBe(31);
    }
}
