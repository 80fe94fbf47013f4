using System.Globalization;

namespace TargetLedger.Browser;

public sealed class BoardPageTests(Chromium chromium, StartedYear year) : PageTests(chromium, year)
{
    /// <summary>What stands in the circle, then the word beside it.</summary>
    private static readonly Dictionary<string, string> Lights = new(StringComparer.Ordinal)
    {
        ["green"] = "绿绿灯", ["yellow"] = "黄黄灯", ["red"] = "红红灯", ["done"] = "销已销号", ["none"] = "无无法判定", ["paused"] = "停暂停",
    };

    [Fact]
    public async Task Every_light_on_the_board_stands_with_its_word_and_a_reason_in_both_languages()
    {
        var page = await OpenAsync("auditor", "/");

        var shown = await LightsOfRowsAsync(page);
        shown.Count.ShouldBe(31);
        shown.Distinct().Order(StringComparer.Ordinal).ShouldBe(Lights.Values.Order(StringComparer.Ordinal));
        foreach (var reason in await page.Locator(".board .row .reason").AllAsync())
        {
            var words = (await reason.InnerTextAsync()).Split(" / ");
            words.Length.ShouldBe(2);
            words.ShouldAllBe(w => w.Trim().Length > 0);
        }
    }

    [Fact]
    public async Task The_tally_counts_the_rows_of_each_light()
    {
        var page = await OpenAsync("auditor", "/");

        var rows = await LightsOfRowsAsync(page);
        foreach (var (code, word) in Lights)
            (await CountAsync(page, code)).ShouldBe(rows.Count(r => r == word), code);
        (await page.Locator(".tally .all b").InnerTextAsync()).ShouldBe(rows.Count.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("red")]
    [InlineData("paused")]
    public async Task A_light_in_the_tally_leads_to_its_rows_alone(string light)
    {
        var page = await OpenAsync("auditor", "/");
        var count = await CountAsync(page, light);

        await page.Locator($".tally [data-light={light}]").ClickAsync();

        var rows = await LightsOfRowsAsync(page);
        rows.Count.ShouldBe(count);
        rows.ShouldAllBe(r => r == Lights[light]);
        (await page.Locator("select[name=light]").InputValueAsync()).ShouldBe(light);
    }

    [Fact]
    public async Task A_unit_stays_chosen_until_its_chip_is_taken_off()
    {
        var page = await OpenAsync("auditor", "/?unit=rensheju");
        var rows = await page.Locator(".board .row").CountAsync();
        rows.ShouldBeInRange(1, 30);
        (await page.Locator(".chips").InnerTextAsync()).ShouldContain("市人社局");

        await page.Locator(".tally [data-light=none]").ClickAsync();
        (await page.Locator(".chips").InnerTextAsync()).ShouldContain("市人社局");
        await page.Locator("select[name=light]").SelectOptionAsync("");
        await page.Locator(".ask button").ClickAsync();
        (await page.Locator(".board .row").CountAsync()).ShouldBe(rows);

        await page.Locator(".chips a").ClickAsync();
        (await page.Locator(".board .row").CountAsync()).ShouldBe(31);
        (await page.Locator(".chips").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_past_moment_shows_the_board_as_it_was_known_then()
    {
        var page = await OpenAsync("auditor", "/");
        (await LightOfAsync(page, "6-1")).ShouldBe("绿绿灯");

        await page.Locator("input[name=at]").FillAsync(StartedYear.InJune);
        await page.Locator(".ask button").ClickAsync();

        (await LightOfAsync(page, "6-1")).ShouldBe("红红灯");
        (await page.Locator(".known").First.InnerTextAsync()).ShouldContain("判定日 2014-06-10");
    }

    [Theory]
    [InlineData("2014-06-10")]
    [InlineData("2099-01-01T00:00:00+08:00")]
    [InlineData("999999")]
    public async Task A_moment_that_cannot_be_answered_is_faulted_beside_its_field(string at)
    {
        var page = await OpenAsync("auditor", "/?unit=rensheju");
        await page.Locator("input[name=at]").FillAsync(at);

        var answer = await page.RunAndWaitForResponseAsync(() => page.Locator(".ask button").ClickAsync(), r => r.Url.Contains("at=", StringComparison.Ordinal));

        answer.Status.ShouldBe(400);
        (await page.Locator("label:has(input[name=at][aria-invalid]) + .fault").InnerTextAsync()).ShouldNotBeEmpty();
        await page.Locator("input[name=at]").FillAsync(StartedYear.InJune);
        await page.Locator(".ask button").ClickAsync();
        (await page.Locator(".chips").InnerTextAsync()).ShouldContain("市人社局");
        (await page.Locator(".board .row").CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_names_of_units_are_never_broken()
    {
        var page = await OpenAsync("auditor", "/", new() { ViewportSize = new() { Width = 900, Height = 800 } });

        var heights = await page.Locator(".board .row .lead .unit").EvaluateAllAsync<double[]>("units => units.map(u => u.getClientRects().length === 1 ? u.getBoundingClientRect().height / parseFloat(getComputedStyle(u).lineHeight) : 9)");

        heights.ShouldNotBeEmpty();
        heights.ShouldAllBe(lines => lines < 1.5);
    }

    private static async Task<int> CountAsync(IPage page, string light)
        => int.Parse(await page.Locator($".tally [data-light={light}] > b").InnerTextAsync(), CultureInfo.InvariantCulture);

    private static async Task<string> LightOfAsync(IPage page, string number)
    {
        var row = page.Locator(".board .row", new() { Has = page.GetByRole(AriaRole.Link, new() { Name = number, Exact = true }) });
        return (await row.Locator(".light").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
    }
}
