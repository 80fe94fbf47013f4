using TargetLedger.Scenarios.Support;

namespace TargetLedger.Browser;

/// <summary>Where supervisors look a second time: warning signs and samples.</summary>
public sealed class SupervisionPageTests(Chromium chromium, StartedYear year) : PageTests(chromium, year)
{
    private static readonly string Scan = new('b', 64);

    [Fact]
    public async Task A_supervisor_goes_from_a_warning_to_the_reports_it_rests_on()
    {
        await using var own = await OwnYearAsync();
        var page = await SignInAsync(own, "supervisor", "/");
        await page.Locator("nav a", new() { HasText = "预警" }).ClickAsync();
        (await page.Locator(".tally li.all b").InnerTextAsync()).ShouldBe("1");
        await page.Locator(".tally a", new() { HasText = "材料重复" }).ClickAsync();
        page.Url.ShouldContain("kind=same_evidence");
        (await page.Locator(".tally .chosen").InnerTextAsync()).ShouldContain("材料重复");
        (await page.Locator(".warnings tbody tr").CountAsync()).ShouldBe(1);

        var reports = page.Locator(".reports a[href^='/c/']");
        (await reports.CountAsync()).ShouldBe(2);
        var position = (await reports.First.GetAttributeAsync("href"))!.Split('#')[1];
        await reports.First.ClickAsync();
        (await page.Locator($"tr#{position}").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_sample_stands_with_its_seed_its_findings_and_that_it_was_drawn_again_the_same()
    {
        await using var own = await OwnYearAsync();
        var drawn = await own.PostAsync("supervisor", "/samples", new { reason = "季度抽查", size = 3, seed = "20140708" });
        var first = (await own.ReadAsync("supervisor", $"/samples/{drawn.Id}")).GetProperty("drawn").GetProperty("reports")[0].GetProperty("report").GetString();
        await own.PostAsync("supervisor", $"/samples/{drawn.Id}/findings", new { report = first, result = "not_confirmed", comment = "名册 3 人重复" });
        await own.SettleAsync();

        var page = await SignInAsync(own, "supervisor", "/");
        await page.Locator("nav a", new() { HasText = "抽查" }).ClickAsync();
        (await page.Locator(".samples tbody tr").InnerTextAsync()).ShouldContain("季度抽查");
        await page.GetByRole(AriaRole.Link, new() { Name = "季度抽查" }).ClickAsync();
        (await page.Locator(".redrawn").InnerTextAsync()).ShouldStartWith("相符");
        (await page.Locator(".facts").InnerTextAsync()).ShouldContain("20140708");
        var rows = await page.Locator(".sampled tbody tr").AllInnerTextsAsync();
        rows.Count.ShouldBe(3);
        rows[0].ShouldContain("不实");
        rows[0].ShouldContain("名册 3 人重复");
        rows[1].ShouldContain("尚无结果");
    }

    [Fact]
    public async Task A_unit_reads_no_samples_and_no_warnings_of_others()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/dev/sign-in?as=unit:caizhengju&returnUrl=/");
        (await page.GotoAsync("/s"))!.Status.ShouldBe(403);
        (await page.GotoAsync("/w"))!.Status.ShouldBe(200);
        (await page.Locator(".empty").CountAsync()).ShouldBe(1);
    }

    private async Task<IPage> SignInAsync(StartedYear own, string account, string address)
    {
        var page = await OpenAsync(server: own);
        await page.GotoAsync($"/dev/sign-in?as={account}&returnUrl={address}");
        return page;
    }

    /// <summary>With one file that supports two reports.</summary>
    private static async Task<StartedYear> OwnYearAsync()
    {
        var own = new StartedYear();
        await own.InitializeAsync();
        foreach (var number in new[] { "5-1", "5-4" })
        {
            await own.PostAsync($"unit:{StartedYear.Organisation}", $"/commitments/CD-2014:{number}/reports", new
            {
                unit = StartedYear.Organisation,
                period = new { start = "2014-06-01", end = "2014-06-30" },
                amount = 1,
                evidence = new[] { new { sha256 = Scan, name = "名册.pdf", size = 10, mediaType = "application/pdf" } },
            });
        }

        await own.SettleAsync();
        return own;
    }
}
