using System.Globalization;

namespace TargetLedger.Browser;

public sealed class WhatIfPageTests(Chromium chromium, StartedYear year) : PageTests(chromium, year)
{
    [Fact]
    public async Task From_the_board_other_rules_are_tried_out_and_the_lights_that_would_change_are_shown()
    {
        var page = await OpenAsync("auditor", "/?on=2014-10-31");
        await page.Locator(".try a").ClickAsync();
        await page.Locator("select[name=preset]").SelectOptionAsync("monthly_completion");
        await page.Locator(".ask button").ClickAsync();

        page.Url.ShouldContain("on=2014-10-31");
        var (inForce, tried) = (await CountsAsync(page, 0), await CountsAsync(page, 1));
        (inForce.Sum(), tried.Sum()).ShouldBe((31, 31));
        tried.ShouldNotBe(inForce);
        var changes = await page.Locator(".changes tbody tr").AllAsync();
        changes.Count.ShouldBeGreaterThan(0);
        foreach (var row in changes)
        {
            var lights = await row.Locator(".light").AllInnerTextsAsync();
            lights.Count.ShouldBe(2);
            lights[0].ShouldNotBe(lights[1]);
        }
    }

    [Fact]
    public async Task A_forecast_stands_with_its_basis_and_is_said_to_be_nobody_s_report()
    {
        var page = await OpenAsync("auditor", $"/c/{StartedYear.Talents}?on=2014-10-31");
        (await page.Locator("h2", new() { HasText = "预测" }).InnerTextAsync()).ShouldContain("不是填报数");
        var cells = await page.Locator(".forecast tbody tr").First.InnerTextAsync();
        (cells.Contains("不推算", StringComparison.Ordinal) || cells.Contains("平均每天", StringComparison.Ordinal)).ShouldBeTrue(cells);
        (await page.Locator(".why").CountAsync()).ShouldBe(1);
    }

    private static async Task<int[]> CountsAsync(IPage page, int row)
        => [.. (await page.Locator("table.lights tbody tr").Nth(row).Locator("td").AllInnerTextsAsync()).Select(t => int.Parse(t, CultureInfo.InvariantCulture))];
}
