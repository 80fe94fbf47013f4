using System.Text;
using System.Text.Json.Nodes;

namespace TargetLedger.Scenarios;

/// <summary>A plan file becomes a list in force, all of it or nothing, once.</summary>
public sealed class PlanImportTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task The_sample_plan_is_in_force_when_its_import_is_answered()
    {
        var imported = await ImportAsync(SampleServer.PlanFile, "first");
        imported.Json.GetProperty("commitments").GetInt32().ShouldBe(31);
        imported.Json.GetProperty("units").GetInt32().ShouldBe(53);

        var plan = await server.Scenario(s =>
        {
            s.As("keeper").Get.Url($"/plans/CD-2014?after={imported.Position}");
            s.StatusCodeShouldBe(200);
            s.HeaderShouldBe("ETag", imported.ETag!);
        });
        plan.Json.GetProperty("commitments").GetArrayLength().ShouldBe(31);
        var head = await server.HeadAsync();

        (await ImportAsync(SampleServer.PlanFile, "first")).Body.ShouldBe(imported.Body);
        var again = await ImportAsync(SampleServer.PlanFile, "second", 200);
        again.Json.GetProperty("recorded").GetBoolean().ShouldBeFalse();
        (await server.HeadAsync()).ShouldBe(head);

        // A rule that changes the tolerance of later targets makes no other plan of this file.
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(new { name = "严", effectiveFrom = "2014-01-01", authority = "文1号", rules = new { lightBy = "gap_in_points", yellowTo = 30, paceBy = "day", countedAmount = "reported", approxTolerancePercent = 5, aheadFromPoints = 10, overdueGraceDays = 20, nodeGraceDays = 15, nodeYellowDays = 30 } }).ToUrl("/rules");
            s.StatusCodeShouldBe(201);
        });
        await ImportAsync(SampleServer.PlanFile, "third", 200);

        var other = JsonNode.Parse(SampleServer.PlanFile)!;
        other["sections"]![0]!["tasks"]![0]!["commitments"]![0]!["title"] = "另一件事";
        head = await server.HeadAsync();
        await RefusedAsync(other, "other", "plan_exists");
        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task A_code_that_belongs_to_another_unit_or_group_is_named_and_nothing_is_imported()
    {
        await ImportAsync(Plan("NAMES-1", 2), "names-1");
        var file = JsonNode.Parse(Plan("NAMES-2", 2))!;
        file["units"]![0]!["name"] = "另一个单位";
        file["groups"]![0]!["members"]!.AsArray().RemoveAt(0);
        var head = await server.HeadAsync();
        var answer = await RefusedAsync(file, "names-2", "refused");
        answer.Faults.ShouldBe([("/units/0/name", "unit_exists"), ("/groups/0/members", "group_differs")]);
        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task A_list_of_thousands_is_recorded_in_several_appends_and_taken_up_after_a_break()
    {
        var whole = Plan("BIG", 2_300);
        await server.Database.ExecuteAsAdminAsync("""
            CREATE FUNCTION public.break_off() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN IF NEW.data->>'number' = '1-1500' THEN RAISE EXCEPTION 'broken off' USING ERRCODE = '22000'; END IF; RETURN NEW; END $$;
            CREATE TRIGGER break_off BEFORE INSERT ON ledger.mt_events FOR EACH ROW EXECUTE FUNCTION public.break_off();
            """);
        var before = await server.HeadAsync();
        var broken = await server.Scenario(s => s.As("keeper").Post.Bytes(whole).ToUrl("/plans").Key("big"));
        ((int)broken.Status).ShouldBe(500);
        var part = await server.HeadAsync();
        part.ShouldBeGreaterThan(before);
        await server.SettleAsync();
        await server.Scenario(s =>
        {
            s.As("keeper").Get.Url("/plans/BIG");
            s.ProblemShouldBe(404, "not_found");
        });
        await server.Scenario(s =>
        {
            s.As("keeper").Get.Url("/commitments/BIG:1-1");
            s.ProblemShouldBe(404, "not_found");
        });
        await server.Scenario(s =>
        {
            s.As("unit:u1").Post.Json(new { unit = "u1", period = new { start = "2014-01-01", end = "2014-05-31" }, amount = 1 }).ToUrl("/commitments/BIG:1-1/reports").Key("too-soon");
            s.ProblemShouldBe(404, "not_found");
        });

        await server.Database.ExecuteAsAdminAsync("DROP TRIGGER break_off ON ledger.mt_events; DROP FUNCTION public.break_off();");
        var imported = await ImportAsync(whole, "big");
        imported.Json.GetProperty("commitments").GetInt32().ShouldBe(2_300);
        // Beside the commitments at most two units and their group, and the plan drawn up, its task listed, the plan confirmed.
        (await server.HeadAsync()).ShouldBeLessThanOrEqualTo(before + 2_300 + 3 + 3);
        var board = await server.Scenario(s =>
        {
            s.As("keeper").Get.Url($"/board?plan=BIG&limit=1&after={imported.Position}");
            s.StatusCodeShouldBe(200);
        });
        board.Json.GetProperty("commitments").GetInt32().ShouldBe(2_300);
    }

    private Task<ScenarioResult> ImportAsync(byte[] file, string key, int status = 201) => server.Scenario(s =>
    {
        s.As("keeper").Post.Bytes(file).ToUrl("/plans").Key(key);
        s.StatusCodeShouldBe(status);
    });

    private Task<ScenarioResult> RefusedAsync(JsonNode file, string key, string code) => server.Scenario(s =>
    {
        s.As("keeper").Post.Text(file.ToJsonString()).ToUrl("/plans").Key(key);
        s.ProblemShouldBe(409, code);
    });

    private static byte[] Plan(string code, int commitments)
    {
        var plan = new JsonObject
        {
            ["format"] = "targetledger-plan/1",
            ["plan"] = JsonNode.Parse($$"""{"code":"{{code}}","title":"大方案","issuer":"办公室","issuedOn":"2014-01-01","period":{"start":"2014-01-01","end":"2014-12-31"},"sources":[{"kind":"plan","title":"大方案"}]}"""),
            ["units"] = JsonNode.Parse("""[{"code":"u1","name":"单位一","kind":"department"},{"code":"u2","name":"单位二","kind":"department"}]"""),
            ["groups"] = JsonNode.Parse("""[{"code":"g1","name":"各单位","open":false,"members":[{"unit":"u1","from":"2014-01-01"},{"unit":"u2","from":"2014-01-01"}]}]"""),
            ["sections"] = new JsonArray(new JsonObject
            {
                ["number"] = "一",
                ["title"] = "总则",
                ["tasks"] = new JsonArray(new JsonObject
                {
                    ["number"] = "1",
                    ["title"] = "任务",
                    ["responsible"] = JsonNode.Parse("""[{"role":"lead","unit":"u1"},{"role":"partner","group":"g1"}]"""),
                    ["commitments"] = new JsonArray([.. Enumerable.Range(1, commitments).Select(i => JsonNode.Parse(
                        $$$"""{"title":"第{{{i}}}项","cadence":"monthly","measure":{"name":"人数","unit":"人","kind":"cumulative"},"target":{"bound":"at_least","value":{{{i}}},"asWritten":"{{{i}}}人"}}"""))]),
                }),
            }),
        };
        return Encoding.UTF8.GetBytes(plan.ToJsonString());
    }
}
