using TargetLedger.Scenarios.Support;

namespace TargetLedger.Browser.Support;

/// <summary>The sample plan in its first weeks: a few reports, so that every light is there.</summary>
public sealed class StartedYear : TestServer
{
    public const string Organisation = "zuzhibu";

    /// <summary>引进扶持高层次人才, about 50: behind, with two reports, the second of them corrected.</summary>
    public const string Talents = "CD-2014:4-1";

    /// <summary>培育青年创业新星, about 100: far behind in May, ahead in June.</summary>
    public const string Founders = "CD-2014:6-1";

    /// <summary>What was known then is May's data.</summary>
    public const string InJune = "2014-06-10T18:00:00+08:00";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await PostAsync("keeper", "/plans", SampleServer.PlanFile);
        await ReportAsync("5-1", 5, 5, 5);
        await ReportAsync(Talents[8..], 5, 14, 14);
        await ReportAsync(Founders[8..], 5, 5, 5);
        await ReportAsync("5-4", 5, 0, 0);
        await ReportAsync("5-3", 5, 10, 10);
        await PostAsync($"unit:{Organisation}", "/commitments/CD-2014:5-3/completion/claim", new { unit = Organisation, completedOn = "2014-05-30", statement = "名单已公布" });
        await PostAsync("supervisor", "/commitments/CD-2014:5-3/completion/acceptance", new { comment = "属实" }, "CD-2014:5-3");
        await PostAsync("keeper", "/commitments/CD-2014:14-1/suspension", new { from = "2014-06-04", reason = "平台改造", authority = "演示文1号" }, "CD-2014:14-1");

        await StepToAsync(new(2014, 7, 8, 9, 0, 0, TimeSpan.FromHours(8)));
        await ReportAsync(Founders[8..], 6, 65, 70);
        var second = await ReportAsync(Talents[8..], 6, 6, 20);
        await PostAsync($"unit:{Organisation}", $"/commitments/{Talents}/reports/{second.Id}/corrections", new { amount = 7, total = 21, reason = "补录一名" });
        await SettleAsync();
    }

    private Task<ScenarioResult> ReportAsync(string number, int month, decimal amount, decimal total) => PostAsync(
        $"unit:{Organisation}",
        $"/commitments/CD-2014:{number}/reports",
        new
        {
            unit = Organisation,
            period = new { start = month == 5 ? "2014-01-01" : $"2014-{month:00}-01", end = $"2014-{month:00}-{DateTime.DaysInMonth(2014, month)}" },
            amount,
            total,
        });

    private async Task<ScenarioResult> PostAsync(string account, string url, object body, string? seen = null)
    {
        var tag = seen is null ? null : await TagAsync(seen);
        return await Scenario(s =>
        {
            var post = s.As(account).Post;
            (body is byte[] file ? post.Bytes(file) : post.Json(body)).ToUrl(url).Key(Guid.NewGuid().ToString());
            if (tag is not null)
                s.IfMatch(tag);
            s.StatusCodeShouldBe(201);
        });
    }
}
