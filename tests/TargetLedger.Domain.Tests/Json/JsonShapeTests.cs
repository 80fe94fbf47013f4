using System.Text.Json;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Reporting;

namespace TargetLedger.Domain.Tests;

public sealed class JsonShapeTests
{
    [Fact]
    public void Every_fault_of_a_report_is_named_in_one_go()
        => FaultsOf<ReportProgress>(
            """
            {
              "report": "not-a-uuid",
              "unit": 5,
              "period": { "start": "2014-13-01", "until": "2014-06-30" },
              "through": "2014-6-30",
              "amount": "12",
              "total": 1e-30,
              "noProgress": "no",
              "progress": "finished",
              "text": { "done": ["a"], "mood": "good" },
              "nodes": [ { "node": "n1", "state": 2 }, 7, null, { "state": "completed", "reachedOn": 20140630 } ],
              "evidence": { },
              "author": "x"
            }
            """)
        .ShouldBe(
            [
                "/amount type_wrong",
                "/author member_unknown",
                "/evidence type_wrong",
                "/noProgress type_wrong",
                "/nodes/0/state word_unknown",
                "/nodes/1 type_wrong",
                "/nodes/2 value_missing",
                "/nodes/3/node value_missing",
                "/nodes/3/reachedOn date_invalid",
                "/period/end value_missing",
                "/period/start date_invalid",
                "/period/until member_unknown",
                "/progress word_unknown",
                "/report type_wrong",
                "/text/done type_wrong",
                "/text/mood member_unknown",
                "/through date_invalid",
                "/total figure_out_of_limits",
                "/unit type_wrong",
            ]);

    [Fact]
    public void A_sound_report_has_no_fault_and_can_be_read()
    {
        const string json =
            """
            { "nodes": [{ "reachedOn": "2014-06-20", "state": "completed", "node": "n1" }], "amount": 12.5, "through": null,
              "period": { "end": "2014-06-30", "start": "2014-06-01" }, "unit": "hrss", "report": "0197a2c4-0000-7000-8000-000000000001" }
            """;
        FaultsOf<ReportProgress>(json).ShouldBeEmpty();
        JsonSerializer.Deserialize<ReportProgress>(json, LedgerJson.Options)!.Period.End.ShouldBe(new DateOnly(2014, 6, 30));
    }

    [Fact]
    public void A_period_names_both_of_its_days()
    {
        FaultsOf<Period>("{}").ShouldBe(["/end value_missing", "/start value_missing"]);
        FaultsOf<Period>("""{"start":"2014-01-01","end":null}""").ShouldBe(["/end value_missing"]);
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Period>("""{"start":"2014-01-01"}""", LedgerJson.Options));
    }

    [Fact]
    public void What_is_computed_is_no_member_of_an_input()
        => FaultsOf<Period>("""{"start":"2014-01-01","end":"2014-12-31","days":3}""").ShouldBe(["/days member_unknown"]);

    [Theory]
    [InlineData("\"Monthly\"")]
    [InlineData("\"MONTHLY\"")]
    [InlineData("\" monthly\"")]
    [InlineData("\"monthly, yearly\"")]
    [InlineData("\"0\"")]
    [InlineData("\"\"")]
    [InlineData("0")]
    [InlineData("{}")]
    public void A_word_of_a_list_has_one_spelling(string written)
    {
        var faults = JsonShape.Check<Cadence>(JsonDocument.Parse(written).RootElement);
        faults.ShouldHaveSingleItem().Code.ShouldBe("word_unknown");
        faults[0].En.ShouldContain("monthly | quarterly | half_yearly | yearly | by_node");
    }

    [Fact]
    public void A_member_that_appears_twice_is_named()
        => FaultsOf<ProgressWithdrawn>("""{"report":"0197a2c4-0000-7000-8000-000000000001","reason":"a","reason":"b"}""").ShouldBe(["/reason member_repeated"]);

    [Theory]
    [InlineData("""{"done":"\ud800"}""", "/done text_invalid")]
    [InlineData("""{"done":"\udc00x"}""", "/done text_invalid")]
    [InlineData("""{"done":"a\u0000b"}""", "/done text_invalid")]
    [InlineData("""{"\ud800":"x"}""", " text_invalid")]
    [InlineData("""{"a\u0000":"x"}""", " text_invalid")]
    public void Text_that_cannot_be_stored_is_named(string json, string fault)
        => FaultsOf<ReportText>(json).ShouldBe([fault]);

    [Fact]
    public void Damaged_bytes_are_named()
    {
        using var document = JsonDocument.Parse(new byte[] { (byte)'{', (byte)'"', (byte)'d', (byte)'o', (byte)'n', (byte)'e', (byte)'"', (byte)':', (byte)'"', 0xff, (byte)'"', (byte)'}' });
        JsonShape.Check<ReportText>(document.RootElement).ShouldHaveSingleItem().Code.ShouldBe("text_invalid");
    }

    [Fact]
    public void A_pair_of_surrogates_is_ordinary_text()
        => FaultsOf<ReportText>("""{"done":"\ud83d\ude00 完成"}""").ShouldBeEmpty();

    [Theory]
    [InlineData("null", " value_missing")]
    [InlineData("[]", " type_wrong")]
    [InlineData("5", " type_wrong")]
    [InlineData("\"x\"", " type_wrong")]
    public void The_body_itself_must_be_an_object(string json, string fault)
        => FaultsOf<ReportProgress>(json).ShouldBe([fault]);

    [Fact]
    public void Lists_within_lists_are_walked_to_the_bottom()
        => FaultsOf<PlanSection>(
            """
            { "number": "1", "title": "s", "tasks": [ { "number": "1", "title": "t", "responsible": [ { "role": "boss", "unit": 3 }, { "unit": "u" } ] } ] }
            """)
        .ShouldBe(["/tasks/0/responsible/0/role word_unknown", "/tasks/0/responsible/0/unit type_wrong", "/tasks/0/responsible/1/role value_missing"]);

    [Fact]
    public void Values_of_a_dictionary_are_walked_and_their_names_escaped()
        => FaultsOf<Dictionary<string, Period>>("""{"a/b~c":{"start":1,"end":"2014-01-01"},"d":null,"d":null}""")
            .ShouldBe(["/a~1b~0c/start date_invalid", "/d member_repeated", "/d value_missing"]);

    [Fact]
    public void A_list_may_hold_nothing_where_its_type_says_so()
        => FaultsOf<List<decimal?>>("[1, null, \"x\"]").ShouldBe(["/2 type_wrong"]);

    [Fact]
    public void A_body_of_faults_ends_in_a_bounded_list()
        => JsonShape.Check<List<Period>>(JsonDocument.Parse("[" + string.Join(',', Enumerable.Repeat("1", 100_000)) + "]").RootElement).Count.ShouldBe(200);

    [Fact]
    public void An_object_of_unknown_members_ends_in_a_bounded_list()
        => JsonShape.Check<ReportText>(JsonDocument.Parse("{" + string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"m{i}\":1")) + "}").RootElement).Count.ShouldBe(200);

    private static IEnumerable<string> FaultsOf<T>(string json)
        => JsonShape.Check<T>(JsonDocument.Parse(json).RootElement).Select(f => $"{f.Pointer} {f.Code}").Order(StringComparer.Ordinal);
}
