[assembly: AssemblyFixture(typeof(TargetLedger.Browser.Support.Chromium))]

namespace TargetLedger.Browser.Support;

/// <summary>One Chromium for all tests, the one installed on the machine; nothing is downloaded.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A browser of its own in all but the process: no cookie is shared with another test.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        var place = Array.Find(Places, File.Exists);
        Assert.SkipWhen(place is null, $"No Chromium: none of {string.Join(", ", Places)} is there.");
        await starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            browser ??= await StartAsync(place!);
        }
        finally
        {
            starting.Release();
        }

        return await browser.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        starting.Dispose();
    }

    private async Task<IBrowser> StartAsync(string place)
    {
        playwright ??= await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = place,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
