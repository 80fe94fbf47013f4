using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TargetLedger.Scenarios;

/// <summary>Every endpoint by every role, against a table written by hand.</summary>
public sealed class RightsTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Keeper = "keeper";
    private const string Unit = "unit:zuzhibu";
    private const string Supervisor = "supervisor";
    private const string Auditor = "auditor";
    private const string Administrator = "administrator";
    private static readonly string[] Everybody = [Keeper, Unit, Supervisor, Auditor, Administrator];

    /// <summary>Who gets past the door. Endpoints that are open to everybody, signed in or not, have no entry here.</summary>
    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal)
    {
        ["POST /plans"] = [Keeper],
        ["GET /plans"] = [Keeper, Supervisor, Auditor],
        ["GET /plans/{plan}"] = [Keeper, Supervisor, Auditor],
        ["POST /plans/{plan}/commitments"] = [Keeper],
        ["POST /plans/{plan}/comparison"] = [Keeper],
        ["POST /plan-drafts"] = [Keeper],
        ["GET /plan-drafts"] = [Keeper],
        ["GET /plan-drafts/{draft}"] = [Keeper],
        ["GET /plan-drafts/{draft}/document"] = [Keeper],
        ["GET /plan-drafts/{draft}/comparison"] = [Keeper],
        ["POST /plan-drafts/{draft}/head"] = [Keeper],
        ["POST /plan-drafts/{draft}/answers"] = [Keeper],
        ["POST /plan-drafts/{draft}/tasks"] = [Keeper],
        ["POST /plan-drafts/{draft}/tasks/{task}"] = [Keeper],
        ["POST /plan-drafts/{draft}/tasks/{task}/drop"] = [Keeper],
        ["POST /plan-drafts/{draft}/tasks/{task}/readings"] = [Keeper],
        ["POST /plan-drafts/{draft}/readings/{reading}"] = [Keeper],
        ["POST /plan-drafts/{draft}/readings/{reading}/split"] = [Keeper],
        ["POST /plan-drafts/{draft}/readings/{reading}/drop"] = [Keeper],
        ["POST /plan-drafts/{draft}/discard"] = [Keeper],
        ["POST /plan-drafts/{draft}/confirmation"] = [Keeper],
        ["POST /plan-drafts/{draft}/revision"] = [Keeper],
        ["POST /units"] = [Keeper],
        ["GET /units"] = [Keeper, Supervisor, Auditor],
        ["GET /units/{unit}"] = [Keeper, Unit, Supervisor, Auditor],
        ["POST /units/{unit}/name"] = [Keeper],
        ["POST /groups"] = [Keeper],
        ["POST /groups/{group}/members"] = [Keeper],
        ["POST /groups/{group}/members/{unit}/leave"] = [Keeper],
        ["POST /rules"] = [Keeper, Administrator],
        ["POST /rules/lifting"] = [Keeper, Administrator],
        ["GET /board/what-if"] = [Keeper, Unit, Supervisor, Auditor],
        ["POST /board/what-if"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /commitments/{commitment}/what-if"] = [Keeper, Unit, Supervisor, Auditor],
        ["POST /commitments/{commitment}/what-if"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /commitments/{commitment}/light"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /commitments/{commitment}/forecast"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /what-if"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /rules"] = [Keeper, Supervisor, Auditor, Administrator],
        ["POST /calendars"] = [Keeper, Administrator],
        ["POST /reporting-terms"] = [Keeper, Administrator],
        ["GET /reporting-schedule"] = [Keeper, Supervisor, Auditor, Administrator],
        ["POST /commitments/{commitment}/target-revisions"] = [Keeper],
        ["POST /commitments/{commitment}/period-revisions"] = [Keeper],
        ["POST /commitments/{commitment}/reassignments"] = [Keeper],
        ["POST /commitments/{commitment}/apportionment"] = [Keeper],
        ["GET /divisions"] = [Keeper, Supervisor, Auditor],
        ["POST /commitments/{commitment}/joint-lead"] = [Keeper],
        ["POST /commitments/{commitment}/counterpart-figures"] = [Keeper],
        ["POST /commitments/{commitment}/links"] = [Keeper],
        ["POST /commitments/{commitment}/link-proposals"] = [Unit],
        ["GET /link-proposals"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /link-proposals/{proposal}"] = [Keeper, Unit, Supervisor, Auditor],
        ["POST /link-proposals/{proposal}/approval"] = [Keeper],
        ["POST /link-proposals/{proposal}/refusal"] = [Keeper],
        ["GET /w"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /s"] = [Keeper, Supervisor, Auditor],
        ["GET /s/{sample}"] = [Keeper, Supervisor, Auditor],
        ["POST /commitments/{commitment}/links/{link}/end"] = [Keeper],
        ["POST /commitments/{commitment}/completion/sides/acceptance"] = [Supervisor],
        ["POST /commitments/{commitment}/completion/sides/rejection"] = [Supervisor],
        ["POST /commitments/{commitment}/nodes"] = [Keeper],
        ["POST /commitments/{commitment}/suspension"] = [Keeper],
        ["POST /commitments/{commitment}/resumption"] = [Keeper],
        ["POST /commitments/{commitment}/withdrawal"] = [Keeper],
        ["POST /commitments/{commitment}/reports"] = [Unit],
        ["GET /commitments/{commitment}/reports/{report}"] = [Keeper, Unit, Supervisor, Auditor],
        ["POST /commitments/{commitment}/reports/{report}/corrections"] = [Unit],
        ["POST /commitments/{commitment}/reports/{report}/withdrawal"] = [Unit],
        ["POST /commitments/{commitment}/reports/{report}/withdrawal-drafts"] = [Unit],
        ["POST /commitments/{commitment}/reports/{report}/verification"] = [Supervisor],
        ["POST /commitments/{commitment}/reports/{report}/return"] = [Supervisor],
        ["POST /commitments/{commitment}/reports/{report}/review"] = [Unit],
        ["POST /commitments/{commitment}/reports/{report}/review-return"] = [Unit],
        ["POST /commitments/{commitment}/reports/{report}/classes"] = [Unit],
        ["POST /verification-terms"] = [Keeper, Administrator],
        ["POST /verifications"] = [Supervisor],
        ["POST /samples"] = [Supervisor],
        ["GET /samples"] = [Keeper, Supervisor, Auditor],
        ["GET /samples/{sample}"] = [Keeper, Supervisor, Auditor],
        ["GET /samples/{sample}/redrawn"] = [Keeper, Supervisor, Auditor],
        ["POST /samples/{sample}/findings"] = [Supervisor],
        ["GET /warnings"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /commitments/{commitment}/warnings"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /units/{unit}/warnings"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /commitments/{commitment}/explanation"] = [Keeper, Unit, Supervisor, Auditor],
        ["POST /commitments/{commitment}/completion/claim"] = [Unit],
        ["POST /commitments/{commitment}/completion/acceptance"] = [Supervisor],
        ["POST /commitments/{commitment}/completion/rejection"] = [Supervisor],
        ["POST /commitments/{commitment}/reopening"] = [Supervisor],
        ["POST /commitments/{commitment}/drafts"] = [Unit],
        ["GET /commitments/{commitment}/drafts"] = [Unit],
        ["GET /drafts/{draft}"] = [Unit],
        ["PUT /drafts/{draft}"] = [Unit],
        ["POST /drafts/{draft}/submission"] = [Unit],
        ["POST /drafts/{draft}/discard"] = [Unit],
        ["POST /commitments/{commitment}/reports/{report}/drafts"] = [Unit],
        ["POST /drafts/{draft}/put-up"] = [Unit],
        ["POST /drafts/{draft}/signatures"] = [Unit],
        ["POST /drafts/{draft}/return"] = [Unit],
        ["POST /commitments/{commitment}/no-progress"] = [Unit],
        ["POST /submission-rules"] = [Keeper, Administrator],
        ["GET /submission-rules"] = Everybody,
        ["POST /units/{unit}/posts"] = [Keeper, Unit],
        ["POST /units/{unit}/posts/{assignment}/leave"] = [Keeper, Unit],
        ["GET /units/{unit}/posts"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /units/{unit}/handover"] = [Unit],
        ["GET /inbox"] = [Keeper, Unit, Supervisor],
        ["POST /inbox/seen"] = [Keeper, Unit, Supervisor],
        ["POST /inbox/done"] = [Keeper, Unit, Supervisor],
        ["GET /inbox/stream"] = [Keeper, Unit, Supervisor],
        ["GET /call-list"] = [Supervisor],
        ["GET /units/{unit}/call-list"] = [Unit],
        ["POST /units/{unit}/calls"] = [Unit, Supervisor],
        ["GET /units/{unit}/calls"] = [Unit, Supervisor],
        ["GET /board"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /board.xlsx"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /board.csv"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /list.xlsx"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /list.csv"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /plans/{plan}/breakdown.docx"] = [Keeper, Supervisor, Auditor],
        ["GET /units/{unit}/form.xlsx"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /units/{unit}/form.csv"] = [Keeper, Unit, Supervisor, Auditor],
        ["POST /units/{unit}/form"] = [Unit],
        ["POST /units/{unit}/form/check"] = [Unit],
        ["GET /timeliness"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /timeliness/reports"] = [Keeper, Unit, Supervisor, Auditor],
        ["POST /commitments/{commitment}/late-reports"] = [Supervisor],
        ["POST /commitments/{commitment}/excused-reports"] = [Supervisor],
        ["GET /queue"] = [Keeper, Supervisor, Auditor],
        ["GET /commitments/{commitment}"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /commitments/{commitment}/history"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /events"] = [Auditor],
        ["GET /events/{position:long}"] = [Auditor],
        ["GET /"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /c/{commitment}"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /u/{unit}"] = [Keeper, Unit, Supervisor, Auditor],
        ["GET /q"] = [Keeper, Supervisor, Auditor],
        ["GET /i"] = [Keeper, Unit, Supervisor],
        ["GET /d"] = [Keeper],
        ["POST /d"] = [Keeper],
        ["GET /d/{draft}"] = [Keeper],
        ["POST /d/{draft}"] = [Keeper],
    };

    private static readonly string[] Open =
    [
        "GET /health/live", "GET /health/ready", "GET /openapi/{documentName}.json", "GET /assets/pages.css",
        "POST /dev/sign-in", "GET /dev/sign-in", "GET /dev/clock", "POST /dev/clock",
    ];

    public static TheoryData<string> Guarded => [.. Table.Keys];

    [Fact]
    public void Every_endpoint_is_in_the_table()
    {
        var mapped = server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(m => $"{m} /{e.RoutePattern.RawText!.TrimStart('/')}"));
        mapped.Order(StringComparer.Ordinal).ShouldBe(Table.Keys.Concat(Open).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task A_role_reaches_what_is_its_business_and_nothing_else(string endpoint)
    {
        var head = await server.HeadAsync();
        var (method, pattern) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        await server.Scenario(s =>
        {
            s.Method(method).Text("{}").ToUrl(Address(pattern)).Key("anonymous");
            s.StatusCodeShouldBe(401);
        });
        foreach (var account in Everybody)
        {
            var answer = await server.Scenario(s =>
            {
                s.As(account).Method(method).Text("{}").ToUrl(Address(pattern)).Key($"rights-{account}");
                // What is followed for ever would never be answered to the end; from nowhere it is refused past the door.
                if (pattern == "/inbox/stream")
                    s.Header("Last-Event-ID", "nowhere");
                if (!Table[endpoint].Contains(account, StringComparer.Ordinal))
                    s.StatusCodeShouldBe(403);
            });
            if (Table[endpoint].Contains(account, StringComparer.Ordinal))
                ((int)answer.Status).ShouldNotBeOneOf(401, 403, 500);
        }

        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task A_lead_claims_and_a_partner_does_not()
    {
        var body = new { unit = "rensheju", completedOn = "2014-06-01", statement = "完成" };
        await server.Scenario(s =>
        {
            s.As("unit:rensheju").Post.Json(body).ToUrl($"/commitments/{SampleServer.Employment}/completion/claim");
            s.ProblemShouldBe(403, "forbidden");
        });
        await server.Scenario(s =>
        {
            s.As("unit:rensheju").Post.Json(body).ToUrl("/commitments/CD-2014:10-1/completion/claim");
            s.ProblemShouldBe(409, "target_not_met");
        });
    }

    [Fact]
    public async Task After_a_change_of_units_each_reports_on_its_own_time()
    {
        const string commitment = "CD-2014:9-1";
        var tag = await server.TagAsync(commitment);
        await server.Scenario(s =>
        {
            s.As(Keeper).Post.Json(new { responsible = new[] { new { role = "lead", unit = "guoziwei" } }, effectiveFrom = "2014-06-01", reason = "转由国资委牵头", authority = "文〔2014〕8号" })
                .ToUrl($"/commitments/{commitment}/reassignments").IfMatch(tag);
            s.StatusCodeShouldBe(201);
        });
        await Report("jingxinwei", "2014-05-01", "2014-05-31", 201);
        await Report("jingxinwei", "2014-06-01", "2014-06-03", 403);
        await Report("guoziwei", "2014-06-01", "2014-06-03", 201);

        Task Report(string unit, string start, string end, int status) => server.Scenario(s =>
        {
            s.As($"unit:{unit}").Post.Json(new { unit, period = new { start, end }, progress = "in_progress" }).ToUrl($"/commitments/{commitment}/reports").Key($"{unit}-{start}");
            s.StatusCodeShouldBe(status);
        });
    }

    [Fact]
    public async Task A_token_that_was_tampered_with_opens_nothing()
        => await server.Scenario(s =>
        {
            s.Get.Url("/board").Header("Authorization", "Bearer CfDJ8Iglx04gY5dBqYtfAosU2ec");
            s.ProblemShouldBe(401, "unauthenticated");
        });

    [Fact]
    public async Task A_browser_signs_in_to_read_and_its_cookie_writes_nothing()
    {
        var signedIn = await server.Http.GetAsync("/dev/sign-in?as=keeper&returnUrl=/board", TestContext.Current.CancellationToken);
        signedIn.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/board");
        signedIn.IsSuccessStatusCode.ShouldBeTrue();
        try
        {
            await server.Scenario(s =>
            {
                s.Post.Json(new { code = "x", name = "x", kind = "other" }).ToUrl("/units");
                s.ProblemShouldBe(401, "unauthenticated");
            });
            // A page's form writes with the cookie, but only one that we made: another site cannot know its token.
            var head = await server.HeadAsync();
            var forged = await server.Scenario(s =>
            {
                s.Post.Text("act=discard&reason=x&key=0197a2c4-5e6f-7000-8000-000000000001", "application/x-www-form-urlencoded").ToUrl("/d/0197a2c4-5e6f-7000-8000-000000000001");
                s.StatusCodeShouldBe(400);
            });
            forged.Text.ShouldContain("form_expired");
            (await server.HeadAsync()).ShouldBe(head);
            foreach (var elsewhere in new[] { "https://example.org/", "//example.org", "/\\example.org" })
            {
                await server.Scenario(s =>
                {
                    s.Get.Url($"/dev/sign-in?as=keeper&returnUrl={Uri.EscapeDataString(elsewhere)}");
                    s.StatusCodeShouldBe(400);
                });
            }
        }
        finally
        {
            server.Cookies.GetAllCookies().ToList().ForEach(c => c.Expired = true);
        }
    }

    /// <summary>Names that lead to nothing, but a unit's own page.</summary>
    private static string Address(string pattern) => pattern
        .Replace("{commitment}", "CD-2014:0-0", StringComparison.Ordinal)
        .Replace("{plan}", "none", StringComparison.Ordinal)
        .Replace("{unit}", "zuzhibu", StringComparison.Ordinal)
        .Replace("{group}", "none", StringComparison.Ordinal)
        .Replace("{report}", "00000000-0000-8000-8000-000000000000", StringComparison.Ordinal)
        .Replace("{assignment}", "00000000-0000-8000-8000-000000000000", StringComparison.Ordinal)
        .Replace("{sample}", "00000000-0000-8000-8000-000000000000", StringComparison.Ordinal)
        .Replace("{proposal}", "00000000-0000-8000-8000-000000000000", StringComparison.Ordinal)
        .Replace("{draft}", "00000000-0000-8000-8000-000000000000", StringComparison.Ordinal)
        .Replace("{position:long}", "1", StringComparison.Ordinal);
}
