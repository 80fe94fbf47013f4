namespace TargetLedger.Browser;

public sealed class LayoutTests(Chromium chromium, StartedYear year) : PageTests(chromium, year)
{
    private const string Commitment = $"/c/{StartedYear.Talents}";
    private const string Unit = $"/u/{StartedYear.Organisation}";

    [Fact]
    public async Task The_pages_need_no_script_and_nothing_of_another_host()
    {
        var page = await OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var asked = new List<Uri>();
        page.Request += (_, request) => asked.Add(new(request.Url));

        await page.GotoAsync("/dev/sign-in?as=auditor&returnUrl=/");
        await page.Locator("select[name=light]").SelectOptionAsync("yellow");
        await page.Locator(".ask button").ClickAsync();
        (await LightsOfRowsAsync(page)).Distinct().ShouldBe(["黄黄灯"]);
        await page.GetByRole(AriaRole.Link, new() { Name = "引进扶持高层次人才" }).ClickAsync();
        (await page.Locator(".curve").CountAsync()).ShouldBe(1);

        asked.ShouldContain(a => a.AbsolutePath == "/assets/pages.css");
        asked.ShouldAllBe(a => a.Authority == Year.Http.BaseAddress!.Authority);
        (await page.Locator("script").CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Commitment)]
    public async Task Paper_carries_no_form_but_the_heads_of_tables_and_the_lights(string address)
    {
        var page = await OpenAsync("auditor", address);
        (await page.Locator(".ask").IsVisibleAsync()).ShouldBeTrue();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        (await page.Locator(".ask").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator(".top").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator(".light").First.IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("thead").First.EvaluateAsync<string>("head => getComputedStyle(head).display")).ShouldBe("table-header-group");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/q")]
    [InlineData("/w")]
    [InlineData("/s")]
    [InlineData(Unit)]
    [InlineData(Commitment)]
    [InlineData("/?at=nonsense")]
    [InlineData("/what-if?preset=monthly_completion&on=2014-10-31")]
    public async Task On_a_telephone_nothing_but_a_table_in_its_own_frame_is_wider_than_the_page(string address)
    {
        var page = await OpenAsync("auditor", "/", new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await page.GotoAsync(address);

        var widths = await page.EvaluateAsync<double[]>(
            "() => [document.documentElement.scrollWidth, ...[...document.querySelectorAll('.board .row, .tally, .ask, h1')].map(e => e.getBoundingClientRect().right)]");

        widths.ShouldAllBe(w => w <= 390);
        (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.board .row > *')].filter(c => c.scrollWidth > c.clientWidth + 1).map(c => c.className + c.textContent)"))
            .ShouldBeEmpty("cells whose text runs over its neighbour");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/q")]
    [InlineData("/i")]
    [InlineData("/w")]
    [InlineData("/s")]
    [InlineData(Unit)]
    [InlineData(Commitment)]
    [InlineData("/?at=nonsense")]
    [InlineData("/dev/sign-in")]
    public async Task Every_text_stands_out_from_its_ground(string address)
    {
        var page = await OpenAsync("supervisor", "/");
        await page.GotoAsync(address);

        var faint = await page.EvaluateAsync<string[]>(Contrast);

        faint.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/q")]
    [InlineData(Unit)]
    [InlineData(Commitment)]
    public async Task Every_table_says_what_it_is_and_what_its_heads_are_for(string address)
    {
        var page = await OpenAsync("auditor", address);

        var tables = await page.Locator("table").CountAsync();
        tables.ShouldBeGreaterThan(0);
        (await page.Locator("table > caption").CountAsync()).ShouldBe(tables);
        (await page.Locator("th:not([scope])").CountAsync()).ShouldBe(0);
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("zh-CN");
    }

    /// <summary>WCAG 2.2, 1.4.3: texts whose contrast with the ground behind them is below 4.5:1.</summary>
    private const string Contrast = """
        () => {
          const parts = c => c.match(/[\d.]+/g).map(Number);
          const light = c => parts(c).slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (parts(c)[3] !== 0) return c; } return 'rgb(255, 255, 255)'; };
          const faint = new Set();
          for (const e of document.querySelectorAll('body *')) {
            if (e.closest('svg, select') || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
            const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < 4.5) faint.add(`${e.tagName}.${e.className} "${e.textContent.trim().slice(0, 20)}" ${ratio.toFixed(2)}`);
          }
          return [...faint];
        }
        """;
}
