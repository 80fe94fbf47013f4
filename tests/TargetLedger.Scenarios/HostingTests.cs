using System.Diagnostics;
using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Scenarios;

/// <summary>How the server starts, says that it runs, and keeps what is for development out of production.</summary>
public sealed class HostingTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("--Development:SignIn=true")]
    [InlineData("--Clock=stepped")]
    [InlineData("--Development:Visitor=keeper")]
    public async Task Production_refuses_what_is_for_development(string setting)
    {
        var refused = await Should.ThrowAsync<StartRefusedException>(() => ServerHost.CreateAsync(["--environment=Production", setting], TestContext.Current.CancellationToken));
        refused.Message.ShouldContain(" / ");
    }

    [Theory]
    [InlineData("--Clock=wrong")]
    [InlineData("--ClockStart=someday")]
    [InlineData("--ConnectionStrings:LedgerReadPool=Host=/nowhere")]
    [InlineData("--Development:SignIn=maybe")]
    public async Task A_setting_that_makes_no_sense_is_refused(string setting)
        => await Should.ThrowAsync<StartRefusedException>(() => ServerHost.CreateAsync(["--environment=Development", setting], TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_database_of_another_schema_is_refused()
    {
        await using var database = await Testing.LedgerDatabase.CreateAsync();
        await database.ExecuteAsAdminAsync("DELETE FROM ledger.schema_versions WHERE version = (SELECT max(version) FROM ledger.schema_versions)");
        await Should.ThrowAsync<EventStore.LedgerSchemaException>(() => ServerHost.CreateAsync(
            ["--environment=Development", $"--ConnectionStrings:Ledger={database.ServerConnectionString}"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_says_that_it_lives_and_is_ready()
    {
        await server.Scenario(s =>
        {
            s.Get.Url("/health/live");
            s.StatusCodeShouldBe(200);
        });
        await server.SettleAsync();
        var ready = await server.Scenario(s =>
        {
            s.Get.Url("/health/ready");
            s.StatusCodeShouldBe(200);
        });
        var boards = ready.Json.GetProperty("projections")[0];
        boards.GetProperty("name").GetString().ShouldBe("boards");
        boards.GetProperty("lag").GetInt64().ShouldBe(0);
        ready.Json.GetProperty("projections")[1].GetProperty("name").GetString().ShouldBe("lights");
    }

    [Fact]
    public async Task A_full_server_turns_requests_away_says_when_to_come_back_and_is_still_healthy()
    {
        var limiter = server.App.Services.GetRequiredService<ConcurrencyLimiter>();
        var taken = new List<ValueTask<RateLimitLease>>();
        do
            taken.Add(limiter.AcquireAsync(1, TestContext.Current.CancellationToken));
        while (limiter.GetStatistics()!.TotalFailedLeases == 0);
        var away = await server.Scenario(s =>
        {
            s.Get.Url("/board");
            s.ProblemShouldBe(503, "overloaded");
        });
        away.Header("Retry-After").ShouldNotBeNull();
        await server.Scenario(s =>
        {
            s.Get.Url("/health/live");
            s.StatusCodeShouldBe(200);
        });

        foreach (var turn in taken)
            (await turn).Dispose();
        await server.SettleAsync();
    }

    [Fact]
    public async Task The_business_clock_steps_forward_ticks_on_and_never_goes_back()
    {
        await server.StepToAsync(TestServer.Start.AddDays(1));
        var first = await NowAsync();
        first.ShouldBeInRange(TestServer.Start.AddDays(1), TestServer.Start.AddDays(1).AddMinutes(1));
        var watch = Stopwatch.StartNew();
        while (await NowAsync() == first)
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));

        await server.Scenario(s =>
        {
            s.Post.Json(new { moment = TestServer.Start }).ToUrl("/dev/clock");
            s.ProblemShouldBe(409, "clock_never_goes_back");
        });
    }

    [Fact]
    public async Task An_answer_tells_nothing_of_the_server()
    {
        var answer = await server.Scenario(s => s.Get.Url("/health/live"));
        answer.Header("Server").ShouldBeNull();
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
    }

    private async Task<DateTimeOffset> NowAsync()
        => (await server.Scenario(s => s.Get.Url("/dev/clock"))).Json.GetProperty("moment").GetDateTimeOffset();
}
