using System.Text;
using TargetLedger.Scenarios.Support;

namespace TargetLedger.Browser;

/// <summary>A list keeper sends a document, sees each reading beside its sentence, puts it right and confirms it, without a script.</summary>
public sealed class DraftPageTests(Chromium chromium, StartedYear year) : PageTests(chromium, year)
{
    private const string Document = """
        云溪市2014年技能人才工作要点

        一、培养
        1.建设工作室。新建5-8个技能大师工作室，技工院校招生增长10%。（市人社局、云溪区教育科）
        2.办好竞赛。举办技能竞赛12场。（市人社局）
        """;

    [Fact]
    public async Task A_document_becomes_a_list_in_the_browser()
    {
        // A ledger of its own: the year's boards are counted by others.
        await using var server = new TestServer();
        await server.InitializeAsync();
        var page = await OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false }, server);
        await SignInAndSendAsync(page, "技能人才要点.txt");

        page.Url.ShouldMatch("/d/[0-9a-f-]{36}$");
        (await page.Locator(".readings mark").AllInnerTextsAsync()).ShouldContain(words => words.Contains("5-8个", StringComparison.Ordinal));
        (await page.Locator(".readings .source").First.InnerTextAsync()).ShouldStartWith("新建5-8个技能大师工作室");

        // What is missing is filled in where it belongs.
        await page.Locator("input[name=issuer]").FillAsync("云溪市人社局");
        await page.Locator("input[name=issuedOn]").FillAsync("2014-03-01");
        await Form(page, "head").Locator("button").ClickAsync();
        var growth = page.Locator("tr", new() { HasText = "基数 baseline —" });
        await growth.Locator("summary").ClickAsync();
        var edit = growth.Locator("form:has(input[value=edit-reading])");
        await edit.Locator("input[name=baseline]").FillAsync("4000");
        await edit.Locator("input[name=unit]").FillAsync("人");
        await edit.Locator("button").ClickAsync();
        (await page.Locator("tr", new() { HasText = "+10%，基数 baseline 4,000 人" }).CountAsync()).ShouldBe(1);

        foreach (var answer in await page.Locator(".questions input").AllAsync())
            await answer.FillAsync("已核对");
        if (await page.Locator(".questions input").CountAsync() > 0)
            await Form(page, "answers").Locator("button").ClickAsync();

        await page.Locator("input[name=code]").FillAsync("YX-WEB");
        await page.Locator("input[name=register]").CheckAsync();
        await Form(page, "confirm").Locator("button").ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("已确认", Case.Sensitive, await page.Locator("main").InnerTextAsync());
        (await page.Locator("form[method=post]").CountAsync()).ShouldBe(0);

        await server.SettleAsync();
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "YX-WEB" }).ClickAsync();
        (await page.Locator(".board .row .title").AllInnerTextsAsync()).ShouldContain(t => t.Contains("工作室", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_revised_document_is_shown_against_the_list_and_fits_a_telephone()
    {
        var page = await OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = 390, Height = 844 } });
        await SignInAndSendAsync(page, "修订.txt");
        await page.Locator("select[name=against]").SelectOptionAsync("CD-2014");
        await page.Locator("form:has(select[name=against]) button").ClickAsync();

        (await page.Locator(".comparison tbody tr").CountAsync()).ShouldBeGreaterThan(30);
        (await page.Locator(".comparison").InnerTextAsync()).ShouldContain("取消 gone");
        (await page.EvaluateAsync<double>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        (await page.Locator("th:not([scope])").CountAsync()).ShouldBe(0);
        (await page.Locator("table > caption").CountAsync()).ShouldBe(await page.Locator("table").CountAsync());
    }

    [Fact]
    public async Task A_list_is_revised_in_the_browser_difference_by_difference()
    {
        await using var server = new TestServer();
        await server.InitializeAsync();
        await ConfirmAsync(server, "YX-REV");
        var page = await OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new() { Width = 1280, Height = 900 } }, server);
        await SignInAndSendAsync(page, "修订.txt", Document.Replace("竞赛12场", "竞赛15场", StringComparison.Ordinal).Replace("，技工院校招生增长10%", "", StringComparison.Ordinal) + "3.服务企业。走访企业200家。（市人社局）\n");
        await page.Locator("select[name=against]").SelectOptionAsync("YX-REV");
        await page.Locator("form:has(select[name=against]) button").ClickAsync();

        // What is gone is chosen before the browser sends anything; the rest may go together.
        var gone = page.Locator(".comparison tr", new() { HasText = "取消 gone" }).Locator("select");
        (await gone.GetAttributeAsync("required")).ShouldNotBeNull();
        await gone.SelectOptionAsync("accept");
        await page.Locator("select[name=rest]").SelectOptionAsync("accept");
        await Form(page, "revise").Locator("input[name=reason]").FillAsync("年中调整");
        (await page.Locator("input[name=authority]").InputValueAsync()).ShouldStartWith("《云溪市2014年技能人才工作要点》");
        await Form(page, "revise").Locator("button").ClickAsync();

        (await page.Locator("h1").InnerTextAsync()).ShouldContain("已确认", Case.Sensitive, await page.Locator("main").InnerTextAsync());
        (await page.Locator("main").InnerTextAsync()).ShouldContain("已据此修订清单");
        (await page.Locator("ul[aria-label*=choices] li").AllInnerTextsAsync()).ShouldContain(t => t.Contains("采纳 accepted：2-1（目标值）", StringComparison.Ordinal));

        await server.SettleAsync();
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "YX-REV" }).ClickAsync();
        var titles = await page.Locator(".board .row .title").AllInnerTextsAsync();
        titles.ShouldContain(t => t.Contains("走访企业", StringComparison.Ordinal));
        titles.ShouldNotContain(t => t.Contains("招生", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pasted_text_becomes_a_draft_and_a_task_of_it_is_due_again_and_again()
    {
        await using var server = new TestServer();
        await server.InitializeAsync();
        var page = await OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new() { Width = 1280, Height = 900 } }, server);
        await page.GotoAsync("/dev/sign-in?as=keeper&returnUrl=/d");
        await page.Locator(".paste summary").ClickAsync();
        await page.Locator(".paste textarea").FillAsync(Document);
        await PictureAsync(page, "paste");
        await page.Locator(".paste button").ClickAsync();

        page.Url.ShouldMatch("/d/[0-9a-f-]{36}$");
        (await page.Locator(".readings .source").First.InnerTextAsync()).ShouldStartWith("新建5-8个技能大师工作室");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("粘贴的文字.txt");

        var task = page.Locator("section.task").First;
        await task.Locator("summary", new() { HasText = "修改任务" }).ClickAsync();
        await task.Locator("form:has(input[value=edit-task]) select[name=recurrence]").SelectOptionAsync("R/P2W");
        await PictureAsync(page, "recurrence");
        await task.Locator("form:has(input[value=edit-task]) button").ClickAsync();

        (await page.Locator("section.task .units").First.InnerTextAsync()).ShouldContain("时限 due 每两周");
        await page.Locator("section.task").First.Locator("summary", new() { HasText = "修改任务" }).ClickAsync();
        (await page.Locator("section.task").First.Locator("form:has(input[value=edit-task]) select[name=recurrence]").InputValueAsync()).ShouldBe("R/P2W");

        // A day and a recurrence exclude each other, and the page says so.
        var edit = page.Locator("section.task").First.Locator("form:has(input[value=edit-task])");
        await edit.Locator("input[name=due]").FillAsync("2014-09-30");
        await edit.Locator("button").ClickAsync();
        (await page.Locator("main").InnerTextAsync()).ShouldContain("只填一个");
    }

    /// <summary>For whoever wants to look: kept where TARGETLEDGER_PICTURES says.</summary>
    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("TARGETLEDGER_PICTURES") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_on_a_page()
    {
        var page = await OpenAsync("keeper", "/d");
        await page.Locator("input[name=file]").SetInputFilesAsync(new FilePayload { Name = "scan.png", MimeType = "image/png", Buffer = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0] });
        await page.Locator(".upload button").ClickAsync();

        (await page.Locator("main").InnerTextAsync()).ShouldContain("图片里没有文字");
    }

    /// <summary>The document as a list in force, by the way programs take.</summary>
    private static async Task ConfirmAsync(TestServer server, string code)
    {
        var id = (await server.Scenario(s => s.As("keeper").Post.Bytes(Encoding.UTF8.GetBytes(Document), "text/plain").ToUrl("/plan-drafts?name=x.txt").Key("send"))).Id;
        await ActAsync("head", new { issuer = "云溪市人社局", issuedOn = "2014-03-01" });
        var readings = (await server.Scenario(s => s.As("keeper").Get.Url($"/plan-drafts/{id}"))).Json.GetProperty("tasks").EnumerateArray().SelectMany(t => t.GetProperty("readings").EnumerateArray()).Select(r => r.GetProperty("reading"));
        await ActAsync($"readings/{readings.Single(r => r.TryGetProperty("growthIn", out _)).GetProperty("id").GetString()}", new { baseline = 4000, unit = "人" });
        var open = (await server.Scenario(s => s.As("keeper").Get.Url($"/plan-drafts/{id}"))).Json.GetProperty("questions").EnumerateArray()
            .Where(q => q.GetProperty("state").GetString() == "open" && q.GetProperty("blocking").GetBoolean()).Select(q => new { question = q.GetProperty("question").GetProperty("id").GetString(), answer = "已核对" }).ToList();
        if (open.Count > 0)
            await ActAsync("answers", new { answers = open });
        await ActAsync("confirmation", new { code, registerUnits = true });
        await server.SettleAsync();

        async Task ActAsync(string act, object body)
        {
            var tag = (await server.Scenario(s => s.As("keeper").Get.Url($"/plan-drafts/{id}"))).ETag!;
            await server.Scenario(s =>
            {
                s.As("keeper").Post.Json(body).ToUrl($"/plan-drafts/{id}/{act}").Key(act).IfMatch(tag);
                s.StatusCodeShouldBe(201);
            });
        }
    }

    private static async Task SignInAndSendAsync(IPage page, string name, string document = Document)
    {
        await page.GotoAsync("/dev/sign-in?as=keeper&returnUrl=/d");
        await page.Locator("input[name=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(document) });
        await page.Locator(".upload button").ClickAsync();
    }

    private static ILocator Form(IPage page, string act) => page.Locator($"form:has(input[name=act][value={act}])");
}
