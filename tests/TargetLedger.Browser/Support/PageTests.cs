using TargetLedger.Scenarios.Support;

namespace TargetLedger.Browser.Support;

/// <summary>Tests that look at the pages of a year that has begun. One after another: the machine has one browser.</summary>
[Collection<PageTests.Pages>]
public abstract class PageTests(Chromium chromium, StartedYear year) : IAsyncDisposable
{
    private readonly List<IBrowserContext> contexts = [];

    [CollectionDefinition(DisableParallelization = true)]
    public sealed class Pages : ICollectionFixture<StartedYear>;

    protected StartedYear Year { get; } = year;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var context in contexts)
            await context.DisposeAsync();
    }

    /// <summary>A page of a browser whose reader is not known.</summary>
    protected async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null, TestServer? server = null)
    {
        options ??= new();
        options.BaseURL = (server ?? Year).Http.BaseAddress!.ToString();
        options.Locale = "zh-CN";
        var context = await chromium.NewContextAsync(options);
        contexts.Add(context);
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    /// <summary>A page that an account of the development sign-in reads.</summary>
    protected async Task<IPage> OpenAsync(string account, string address, BrowserNewContextOptions? options = null)
    {
        var page = await OpenAsync(options);
        var answer = await page.GotoAsync($"/dev/sign-in?as={Uri.EscapeDataString(account)}&returnUrl={Uri.EscapeDataString(address)}");
        answer!.Status.ShouldBe(200, address);
        return page;
    }

    /// <summary>The rows' lights in the words a reader sees.</summary>
    protected static async Task<IReadOnlyList<string>> LightsOfRowsAsync(IPage page)
        => [.. (await page.Locator(".board .row .light").AllInnerTextsAsync()).Select(t => t.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal))];
}
