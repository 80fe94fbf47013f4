using System.Text;
using TargetLedger.Testing;

namespace TargetLedger.Scenarios;

/// <summary>填报表 out and back in. Every test has a ledger of its own, since its clock goes on.</summary>
public sealed class FormTests
{
    private const string Unit = "unit:rensheju";
    private const string Leader = "unit:rensheju/leader";
    private const string Form = "/units/rensheju/form";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Fact]
    public async Task A_form_that_was_filled_in_becomes_reports_in_one_append_and_sent_again_nothing()
    {
        await using var server = await OpenAsync();
        var form = await ExportAsync(server);
        form.Numbers.ShouldBe(["10-1", "11-1", "11-2", "11-3"]);
        form.Text("11-1", "目标/计划日期").ShouldBe("5-8个");
        var filled = form.Fill("10-1", "本期数", 42_000m).Fill("10-1", "工作进展", "开班 201 期").Fill("11-1", "本期无进展", "是").Fill("11-2", "累计数", "２").Fill("11-3", "本期数", 2_600m)
            .MoveToTop("11-3").InsertRemark("下列各项由职建处填报").Save();
        var head = await server.HeadAsync();

        var check = (await PostAsync(server, "/check", filled)).Json;
        (Number(check, "reports"), Number(check, "same"), Number(check, "open")).ShouldBe((4, 0, 0));
        check.GetProperty("ignored").EnumerateArray().Select(i => i.GetInt32()).ShouldBe([4]);
        check.GetProperty("rows")[0].GetProperty("report").GetProperty("amount").GetDecimal().ShouldBe(2_600);
        (await server.HeadAsync()).ShouldBe(head);

        var first = await PostAsync(server, "", filled, "june");
        ((int)first.Status).ShouldBe(201, first.Text);
        Number(first.Json, "reports").ShouldBe(4);
        first.Position.ShouldBe(head + 4);

        var again = await PostAsync(server, "", filled, "june");
        again.Body.ShouldBe(first.Body);
        again.Header("Idempotency-Replayed").ShouldBe("true");
        var anew = await PostAsync(server, "", filled, "june-again");
        ((int)anew.Status).ShouldBe(200, anew.Text);
        anew.Json.GetProperty("recorded").GetBoolean().ShouldBeFalse();
        (await server.HeadAsync()).ShouldBe(head + 4);

        await server.SettleAsync();
        var row = (await GetAsync(server, "supervisor", "/commitments/CD-2014:11-2")).Json.GetProperty("row");
        row.GetProperty("reported").GetDecimal().ShouldBe(2);
        var report = (await GetAsync(server, "supervisor", "/commitments/CD-2014:10-1")).Json.GetProperty("commitment").GetProperty("reports")[0];
        report.GetProperty("through").GetString().ShouldBe("2014-06-30");
        report.GetProperty("text").GetProperty("done").GetString().ShouldBe("开班 201 期");
        (await ExportAsync(server)).Text("11-2", "报送情况").ShouldBe("已报（按时）");
    }

    [Fact]
    public async Task Where_it_has_to_be_signed_a_form_becomes_drafts_that_wait_for_it()
    {
        await using var server = await OpenAsync();
        await AskForSignaturesAsync(server);
        var filled = (await ExportAsync(server)).Fill("10-1", "本期数", 42_000m).Fill("11-1", "本期无进展", "是").Fill("11-2", "累计数", 2m).Fill("11-3", "本期数", 2_600m).Save();
        var head = await server.HeadAsync();

        var check = (await PostAsync(server, "/check", filled)).Json;
        (Number(check, "reports"), Number(check, "drafts"), Number(check, "same"), Number(check, "open")).ShouldBe((0, 4, 0, 0));
        check.GetProperty("rows")[0].GetProperty("outcome").GetString().ShouldBe("draft");
        (await server.HeadAsync()).ShouldBe(head);

        var first = await PostAsync(server, "", filled, "june");
        ((int)first.Status).ShouldBe(201, first.Text);
        (Number(first.Json, "reports"), Number(first.Json, "drafts"), Number(first.Json, "leftOut")).ShouldBe((0, 4, 0));
        first.Position.ShouldBe(head + 8);
        (await PostAsync(server, "", filled, "june")).Body.ShouldBe(first.Body);
        var anew = await PostAsync(server, "", filled, "june-again");
        ((int)anew.Status).ShouldBe(200, anew.Text);
        (Number((await PostAsync(server, "/check", filled)).Json, "same"), await server.HeadAsync()).ShouldBe((4, head + 8));

        // Nothing counts before it is signed and submitted.
        await server.SettleAsync();
        (await server.ReadAsync("supervisor", "/commitments/CD-2014:10-1")).GetProperty("commitment").GetProperty("reports").GetArrayLength().ShouldBe(0);
        var waiting = (await server.ReadAsync(Leader, "/inbox?kind=to_sign")).GetProperty("items").EnumerateArray().ToList();
        waiting.Count.ShouldBe(4);
        var draft = waiting.Single(i => i.GetProperty("number").GetString() == "10-1").GetProperty("draft").GetString();
        await server.PostAsync(Leader, $"/drafts/{draft}/signatures", new { contentVersion = 1 });
        (await server.PostAsync(Unit, $"/drafts/{draft}/submission", new { })).Id.ShouldBe(draft);
        (await server.ReadAsync("supervisor", $"/commitments/CD-2014:10-1/reports/{draft}")).GetProperty("report").GetProperty("total").GetDecimal().ShouldBe(42_000);
        (Number((await PostAsync(server, "/check", filled)).Json, "same"), await server.HeadAsync()).ShouldBe((4, head + 11));
    }

    [Fact]
    public async Task With_one_question_on_it_no_row_of_a_form_is_drafted()
    {
        await using var server = await OpenAsync();
        await AskForSignaturesAsync(server);
        var filled = (await ExportAsync(server)).Fill("10-1", "本期数", 42_000m).Fill("11-1", "本期数", "约3").Fill("11-3", "本期数", -5m).Save();
        var head = await server.HeadAsync();

        var refused = await PostAsync(server, "", filled, "all");
        ((int)refused.Status).ShouldBe(409, refused.Text);
        refused.Faults.Select(f => f.Code).ShouldBe(["figure_approximate", "row_empty", "total_falls"]);
        (await server.HeadAsync()).ShouldBe(head);

        var good = await PostAsync(server, "?rows=good", filled, "good");
        (Number(good.Json, "reports"), Number(good.Json, "drafts"), Number(good.Json, "leftOut")).ShouldBe((0, 1, 3));
        (await server.HeadAsync()).ShouldBe(head + 2);
    }

    [Fact]
    public async Task A_row_has_one_open_draft_which_is_revised_or_discarded_before_it_says_something_else()
    {
        await using var server = await OpenAsync();
        await AskForSignaturesAsync(server);
        var form = OnlyTraining(await ExportAsync(server), 42_000);
        var drafted = await PostAsync(server, "", form.Save(), "first");
        var draft = drafted.Json.GetProperty("stream").GetString()!["draft-".Length..];

        var other = OnlyTraining(await ExportAsync(server), 43_000).Save();
        var refused = await PostAsync(server, "", other, "second");
        ((int)refused.Status).ShouldBe(409, refused.Text);
        refused.Faults.ShouldBe([("填报表!F4", "period_already_drafted")]);

        await server.PostAsync(Unit, $"/drafts/{draft}/discard", new { });
        var anew = await PostAsync(server, "", other, "third");
        ((int)anew.Status).ShouldBe(201, anew.Text);
        anew.Json.GetProperty("stream").GetString().ShouldNotBe($"draft-{draft}");
    }

    [Fact]
    public async Task Only_the_plans_the_rule_is_for_are_drafted_the_others_are_reported()
    {
        await using var server = await OpenAsync();
        await AskForSignaturesAsync(server);
        await server.PostAsync("keeper", "/submission-rules", new { name = "规则", effectiveFrom = "2014-01-01", authority = "文2号", unit = "rensheju", plan = "CD-2014", rules = new { steps = Array.Empty<string>() } });
        var answer = await PostAsync(server, "", OnlyTraining(await ExportAsync(server), 42_000).Save(), "unsigned");
        (Number(answer.Json, "reports"), Number(answer.Json, "drafts")).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_key_used_for_another_file_is_told_so()
    {
        await using var server = await OpenAsync();
        (await PostAsync(server, "", OnlyTraining(await ExportAsync(server), 42_000).Save(), "k")).Status.ShouldBe(System.Net.HttpStatusCode.Created);

        var other = await PostAsync(server, "", OnlyTraining(await ExportAsync(server, month: "2014-07"), 1).Save(), "k");
        ((int)other.Status).ShouldBe(422);
    }

    [Fact]
    public async Task With_one_question_nothing_is_recorded_until_only_the_good_rows_are_asked_for()
    {
        await using var server = await OpenAsync();
        var filled = (await ExportAsync(server)).Fill("10-1", "本期数", 42_000m).Fill("11-1", "本期数", "约3").Fill("11-3", "本期数", -5m).Save();
        var head = await server.HeadAsync();

        var refused = await PostAsync(server, "", filled, "all");
        ((int)refused.Status).ShouldBe(409, refused.Text);
        refused.Json.GetProperty("code").GetString().ShouldBe("form_refused");
        refused.Faults.ShouldBe([("填报表!F5", "figure_approximate"), ("填报表!F6", "row_empty"), ("填报表!F7", "total_falls")]);
        (await server.HeadAsync()).ShouldBe(head);

        var good = await PostAsync(server, "?rows=good", filled, "good");
        ((int)good.Status).ShouldBe(201, good.Text);
        (Number(good.Json, "reports"), Number(good.Json, "leftOut")).ShouldBe((1, 3));
        (await server.HeadAsync()).ShouldBe(head + 1);

        var rest = await PostAsync(server, "?rows=good", filled, "rest");
        rest.Json.GetProperty("code").GetString().ShouldBe("form_refused");
        (await server.HeadAsync()).ShouldBe(head + 1);
    }

    [Fact]
    public async Task What_is_reported_already_stands_on_the_form_and_comes_back_without_harm()
    {
        await using var server = await OpenAsync();
        await server.Scenario(s =>
        {
            s.As(Unit).Post.Json(new { unit = "rensheju", period = new { start = "2014-01-01", end = "2014-06-30" }, amount = 42_000, text = new { done = "开班" } }).ToUrl("/commitments/CD-2014:10-1/reports").Key("half-year");
            s.StatusCodeShouldBe(201);
        });
        var form = await ExportAsync(server);
        form.Text("10-1", "累计数").ShouldBe("42000");
        foreach (var number in form.Numbers.Skip(1))
            form.Fill(number, "本期无进展", "是");

        var check = (await PostAsync(server, "/check", form.Save())).Json;
        (Number(check, "reports"), Number(check, "same"), Number(check, "open")).ShouldBe((3, 1, 0));
    }

    [Fact]
    public async Task A_figure_recorded_otherwise_is_to_be_corrected_and_not_reported_twice()
    {
        await using var server = await OpenAsync();
        var form = OnlyTraining(await ExportAsync(server), 42_000);
        await PostAsync(server, "", form.Save(), "first");

        var other = await PostAsync(server, "", form.Fill("10-1", "本期数", 43_000m).Save(), "second");
        other.Faults.ShouldBe([("填报表!F4", "period_already_reported")]);
    }

    [Fact]
    public async Task What_changed_since_the_form_was_made_is_asked_about()
    {
        await using var server = await OpenAsync();
        var filled = OnlyTraining(await ExportAsync(server), 42_000).Save();
        await WriteAsync(
            server,
            "/commitments/CD-2014:10-1/target-revisions",
            new { target = new { bound = "at_least", value = 120_000, asWritten = "12万人次" }, effectiveFrom = "2014-01-01", reason = "年中调整", authority = "成人才〔2014〕9号" });

        var asked = await PostAsync(server, "", filled, "ask");
        asked.Faults.ShouldBe([("填报表!F4", "target_changed")]);
        asked.Text.ShouldContain("12万人次");

        var accepted = await PostAsync(server, "?changes=accept", filled, "accept");
        ((int)accepted.Status).ShouldBe(201, accepted.Text);
    }

    [Fact]
    public async Task An_item_that_was_given_to_another_unit_is_not_taken_from_the_old_form()
    {
        await using var server = await OpenAsync();
        var filled = OnlyTraining(await ExportAsync(server), 42_000).Save();
        await WriteAsync(
            server,
            "/commitments/CD-2014:10-1/reassignments",
            new { responsible = new[] { new { role = "lead", unit = "jiaoyuju" } }, effectiveFrom = "2014-06-20", reason = "职能划转", authority = "成编〔2014〕3号" });

        (await PostAsync(server, "", filled, "k")).Faults.ShouldBe([("填报表!F4", "not_responsible")]);
    }

    [Fact]
    public async Task A_period_that_has_locked_is_told_so_by_the_row_and_the_form()
    {
        await using var server = await OpenAsync();
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(new { name = "填报规则", effectiveFrom = "2014-01-01", authority = "文1号", terms = new { monthlyDays = 8, quarterlyDays = 8, halfYearlyDays = 10, yearlyDays = 15, nodeDays = 8, lockDays = 2 } }).ToUrl("/reporting-terms");
            s.StatusCodeShouldBe(201);
        });
        var filled = OnlyTraining(await ExportAsync(server), 42_000).Save();
        await server.StepToAsync(At(8, 1));

        (await PostAsync(server, "", filled, "late")).Faults.ShouldBe([("填报表!F4", "period_locked")]);
        (await ExportAsync(server)).Text("10-1", "报送情况").ShouldBe("已锁定，补报须经准予");
    }

    [Fact]
    public async Task Rows_that_were_deleted_are_named_and_do_no_harm()
    {
        await using var server = await OpenAsync();
        var check = (await PostAsync(server, "/check", OnlyTraining(await ExportAsync(server), 42_000).Save())).Json;

        check.GetProperty("leftOut").EnumerateArray().Select(i => i.GetProperty("number").GetString()).ShouldBe(["11-1", "11-2", "11-3"]);
        Number(check, "reports").ShouldBe(1);
    }

    [Fact]
    public async Task Nodes_are_reported_in_the_rows_below_their_item()
    {
        await using var server = await OpenAsync();
        var form = await ExportAsync(server, "unit:nongwei", "/units/nongwei/form");
        form.Numbers.ShouldBe(["12-1", "12-1·n1", "12-1·n2", "12-1·n3"]);
        var filled = form.Fill("12-1", "形象进度", "推进中").Fill("12-1·n1", "形象进度", "已完成").Fill("12-1·n1", "节点完成日期", "2014-06-20").Save();

        var answer = await server.Scenario(s =>
        {
            s.As("unit:nongwei").Post.Bytes(filled, Sheet).ToUrl("/units/nongwei/form").Key("nodes");
            s.StatusCodeShouldBe(201);
        });
        await server.SettleAsync();
        var report = (await GetAsync(server, "supervisor", "/commitments/CD-2014:12-1")).Json.GetProperty("commitment").GetProperty("reports")[0];
        report.GetProperty("nodes")[0].GetProperty("reachedOn").GetString().ShouldBe("2014-06-20");
        Number(answer.Json, "reports").ShouldBe(1);
    }

    [Fact]
    public async Task A_form_as_csv_goes_out_and_comes_back()
    {
        await using var server = await OpenAsync();
        var text = (await GetAsync(server, Unit, $"{Form}.csv?month=2014-06")).Text;
        var lines = text.Split("\r\n").Select(l => l.Split(',')).ToList();
        var amount = Array.IndexOf(lines[0], "本期数");
        foreach (var (line, figure) in lines.Skip(1).Take(4).Zip(["42000", "1", "2", "2600"]))
            line[amount] = figure;

        var answer = await PostAsync(server, "", Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Select(l => string.Join(',', l)))), "csv", "text/csv");
        ((int)answer.Status).ShouldBe(201, answer.Text);
        Number(answer.Json, "reports").ShouldBe(4);
    }

    [Fact]
    public async Task Two_nodes_that_take_the_same_form_at_once_record_it_once()
    {
        await using var server = await OpenAsync();
        await using var other = await server.StartNodeBesideAsync();
        var filled = OnlyTraining(await ExportAsync(server), 42_000).Save();
        var head = await server.HeadAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => PostAsync(i % 2 == 0 ? server : other, "", filled, i < 4 ? "same" : $"key-{i}")));

        answers.Select(a => (int)a.Status).Distinct().ShouldBeSubsetOf([200, 201], string.Join('\n', answers.Select(a => a.Text)));
        (await server.HeadAsync()).ShouldBe(head + 1);
    }

    [Fact]
    public async Task A_form_is_its_units_own_business()
    {
        await using var server = await OpenAsync();
        var filled = OnlyTraining(await ExportAsync(server), 42_000).Save();
        var head = await server.HeadAsync();

        foreach (var account in new[] { "unit:jiaoyuju", "keeper", "supervisor", "auditor" })
        {
            foreach (var url in new[] { Form, $"{Form}/check" })
            {
                await server.Scenario(s =>
                {
                    s.As(account).Post.Bytes(filled, Sheet).ToUrl(url).Key("k");
                    s.ProblemShouldBe(403, "forbidden");
                });
            }
        }

        await server.Scenario(s =>
        {
            s.As("unit:jiaoyuju").Get.Url($"{Form}.xlsx?month=2014-06");
            s.ProblemShouldBe(403, "forbidden");
        });
        // Its own form with another's rows.
        await server.Scenario(s =>
        {
            s.As("unit:jiaoyuju").Post.Bytes(filled, Sheet).ToUrl("/units/jiaoyuju/form").Key("k");
            s.ProblemShouldBe(409, "form_refused");
        });
        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task A_file_that_is_no_form_or_made_to_harm_leaves_nothing_behind()
    {
        await using var server = await OpenAsync();
        var head = await server.HeadAsync();

        await Refused("随便写写"u8.ToArray(), "form_unknown");
        await Refused([], "file_empty");
        await Refused(Bomb(), "archive_bomb");
        await server.Scenario(s =>
        {
            s.As(Unit).Post.Bytes(new byte[20 * 1024 * 1024 + 1], Sheet).ToUrl(Form).Key("k").Header("Expect", "100-continue");
            s.ProblemShouldBe(413, "body_too_large");
        });
        await server.Scenario(s =>
        {
            s.As(Unit).Post.Bytes("x"u8.ToArray(), Sheet).ToUrl(Form);
            s.ProblemShouldBe(400, "key_missing");
        });
        await server.Scenario(s =>
        {
            s.As(Unit).Get.Url($"{Form}.xlsx?month=6");
            s.ProblemShouldBe(400, "query_invalid");
        });
        (await server.HeadAsync()).ShouldBe(head);

        async Task Refused(byte[] file, string code)
        {
            var answer = await PostAsync(server, "", file, "k");
            ((int)answer.Status).ShouldBe(400, answer.Text);
            answer.Faults.ShouldBe([("", code)]);
        }
    }

    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var blank = new byte[1024 * 1024];
            for (var i = 0; i < 200; i++)
                part.Write(blank);
        }

        return bytes.ToArray();
    }

    /// <summary>June has ended, and nothing was reported.</summary>
    private static async Task<SampleServer> OpenAsync()
    {
        var server = new SampleServer();
        await server.InitializeAsync();
        await server.StepToAsync(At(7, 3));
        return server;
    }

    private static FormWorkbook OnlyTraining(FormWorkbook form, decimal amount)
        => form.Delete("11-1").Delete("11-2").Delete("11-3").Fill("10-1", "本期数", amount);

    private static async Task<FormWorkbook> ExportAsync(TestServer server, string account = Unit, string url = Form, string month = "2014-06")
    {
        await server.SettleAsync();
        var file = await GetAsync(server, account, $"{url}.xlsx?month={month}");
        file.MediaType.ShouldBe(Sheet);
        return new(file.Body);
    }

    private static Task<ScenarioResult> PostAsync(TestServer server, string path, byte[] file, string? key = null, string mediaType = Sheet) => server.Scenario(s =>
    {
        s.As(Unit).Post.Bytes(file, mediaType).ToUrl(Form + path);
        if (key is not null)
            s.Key(key);
    });

    private static Task<ScenarioResult> GetAsync(TestServer server, string account, string url) => server.Scenario(s =>
    {
        s.As(account).Get.Url(url);
        s.StatusCodeShouldBe(200);
    });

    private static async Task WriteAsync(TestServer server, string url, object body)
    {
        var tag = await server.TagAsync("CD-2014:10-1");
        await server.Scenario(s =>
        {
            s.As("keeper").Post.Json(body).ToUrl(url).IfMatch(tag);
            s.StatusCodeShouldBe(201);
        });
    }

    private static async Task AskForSignaturesAsync(TestServer server)
    {
        await server.PostAsync("keeper", "/units/rensheju/posts", new { post = "leader", from = "2014-01-01", account = Leader });
        await server.PostAsync("keeper", "/submission-rules", new { name = "规则", effectiveFrom = "2014-01-01", authority = "文1号", unit = "rensheju", rules = new { steps = new[] { "leader" } } });
    }

    private static int Number(System.Text.Json.JsonElement answer, string member) => answer.GetProperty(member).GetInt32();

    private static DateTimeOffset At(int month, int day) => new(2014, month, day, 9, 0, 0, TimeSpan.FromHours(8));
}
