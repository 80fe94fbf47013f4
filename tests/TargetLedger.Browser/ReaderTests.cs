using TargetLedger.Scenarios.Support;

namespace TargetLedger.Browser;

public sealed class ReaderTests(Chromium chromium, StartedYear year) : PageTests(chromium, year)
{
    [Fact]
    public async Task Somebody_unknown_is_asked_whom_to_read_as_and_comes_to_where_he_was_going()
    {
        var page = await OpenAsync();
        var asked = $"/c/{StartedYear.Talents}?on=2014-06-30";

        var answer = await page.GotoAsync(asked);

        answer!.Status.ShouldBe(401);
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("请先登录 Sign in first");
        (await page.Locator(".choices a").AllInnerTextsAsync()).ShouldBe(["督查 supervisor", "目标办 list keeper", "审计 auditor", "管理员 administrator"]);
        await page.Locator(".choices a").First.ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldStartWith("4-1");
        page.Url.ShouldEndWith(asked);
        (await page.Locator(".who").InnerTextAsync()).ShouldContain("督查");
    }

    [Fact]
    public async Task A_unit_signs_in_by_its_code_and_sees_its_own_commitments_and_nobody_elses_page()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.Locator("input[name=unit]").FillAsync("rensheju");
        await page.GetByRole(AriaRole.Button).ClickAsync();
        var rows = await page.Locator(".board .row").CountAsync();
        rows.ShouldBeInRange(1, 30);

        await page.GetByRole(AriaRole.Link, new() { Name = "本单位" }).ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldStartWith("市人社局");
        (await page.Locator(".board .row").CountAsync()).ShouldBe(rows);
        (await page.Locator(".board .role").AllInnerTextsAsync()).Distinct().ShouldBe(["配合 partner", "牵头 lead"], ignoreOrder: true);

        (await page.GotoAsync($"/u/{StartedYear.Organisation}"))!.Status.ShouldBe(403);
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("没有权限 You may not do this");
        (await page.GotoAsync("/q"))!.Status.ShouldBe(403);
    }

    [Fact]
    public async Task An_administrator_reads_no_board()
    {
        var page = await OpenAsync();

        var answer = await page.GotoAsync("/dev/sign-in?as=administrator&returnUrl=/");

        answer!.Status.ShouldBe(403);
        (await page.Locator(".board, .tally").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_queue_lists_what_its_tally_counts()
    {
        var page = await OpenAsync("supervisor", "/q");
        var behind = page.Locator(".tally a", new() { HasText = "落后" });
        var count = await behind.Locator("b").InnerTextAsync();

        await behind.ClickAsync();

        (await page.Locator("tbody tr").CountAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(count);
        (await page.Locator("tbody tr td:first-child").AllInnerTextsAsync()).ShouldAllBe(kind => kind == "落后");
    }

    [Fact]
    public async Task An_empty_ledger_says_what_comes_next()
    {
        await using var empty = new TestServer();
        await empty.InitializeAsync();
        var page = await OpenAsync(server: empty);

        await page.GotoAsync("/dev/sign-in?as=keeper&returnUrl=/");

        (await page.Locator(".empty").InnerTextAsync()).ShouldContain($"ledger import deploy/sample/chengdu-2014.plan.json --server {empty.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)}");
        (await page.Locator("table").CountAsync()).ShouldBe(0);
    }
}
