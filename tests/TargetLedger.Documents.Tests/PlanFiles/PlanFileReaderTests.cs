using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain;
using Xunit;

namespace TargetLedger.Documents.Tests.PlanFiles;

public class PlanFileReaderTests
{
    [Fact]
    public void A_sound_file_is_read_with_everything_in_it()
    {
        var plan = Read(Sound()).File.ShouldNotBeNull();

        plan.Plan.Code.ShouldBe("P-1");
        plan.Sections[0].Tasks[0].Commitments[0].Target!.Value.ShouldBe(100);
    }

    [Fact]
    public void What_was_read_is_written_as_it_was()
    {
        var file = Sound();
        var written = JsonSerializer.SerializeToNode(Read(file).File, LedgerJson.Options)!;

        JsonNode.DeepEquals(Without(written, "strength", "mayOverlap", "inferred"), file).ShouldBeTrue(written.ToJsonString());
    }

    [Fact]
    public void A_commitment_with_neither_target_nor_nodes_is_allowed()
        => Read(With("/sections/0/tasks/0/commitments/1", """{"title": "机制", "cadence": "monthly"}""")).Faults.ShouldBeEmpty();

    [Theory]
    [InlineData("{\n  \"format\": \"targetledger-plan/1\",\n  \"计划\": x\n}", "line 3, column 9")]
    [InlineData("{\"format\": \"a\"", "line 1, column 15")]
    [InlineData("", "line 1, column 1")]
    [InlineData("{} {}", "line 1, column 4")]
    [InlineData("{\"a\": NaN}", "line 1, column 7")]
    public void Malformed_json_is_one_fault_with_its_place(string text, string place)
    {
        var fault = PlanFileReader.Read(Encoding.UTF8.GetBytes(text)).Faults.ShouldHaveSingleItem();

        fault.Code.ShouldBe("json_malformed");
        fault.En.ShouldContain(place);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm()
        => PlanFileReader.Read(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Sound().ToJsonString())).ToArray()).IsSound.ShouldBeTrue();

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused()
        => PlanFileReader.Read(Encoding.Latin1.GetBytes("{\"format\":\"é\"}")).Faults.ShouldHaveSingleItem().Code.ShouldBe("text_not_utf8");

    [Fact]
    public void A_file_over_20_MB_is_refused()
        => PlanFileReader.Read(new byte[20 * 1024 * 1024 + 1]).Faults.ShouldHaveSingleItem().Code.ShouldBe("file_too_large");

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public void A_file_that_is_no_object_is_refused(string text)
        => PlanFileReader.Read(Encoding.UTF8.GetBytes(text)).Faults.ShouldHaveSingleItem().Pointer.ShouldBe("");

    [Theory]
    [InlineData("""{"\ud800": 1}""", "", "text_invalid")]
    [InlineData("""{"note": "\ud800"}""", "/note", "text_invalid")]
    [InlineData("""{"note": "a\u0000b"}""", "/note", "text_invalid")]
    public void Texts_that_cannot_be_stored_are_refused(string text, string pointer, string code)
        => PlanFileReader.Read(Encoding.UTF8.GetBytes(text)).Faults.ShouldContain(f => f.Pointer == pointer && f.Code == code);

    [Theory]
    [InlineData("/format", "\"targetledger-plan/2\"", "/format format_unknown")]
    [InlineData("/plan/code", "\"P 1\"", "/plan/code code_invalid")]
    [InlineData("/plan/title", "\" \"", "/plan/title text_blank")]
    [InlineData("/plan/issuedOn", "\"2014-06-31\"", "/plan/issuedOn date_invalid")]
    [InlineData("/plan/sources", "[]", "/plan/sources list_empty")]
    [InlineData("/plan/motto", "\"x\"", "/plan/motto member_unknown")]
    [InlineData("/sections", "[]", "/sections list_empty")]
    [InlineData("/sections/0/number", "\"一 部\"", "/sections/0/number number_invalid")]
    [InlineData("/sections/0/tasks/0/responsible", "[]", "/sections/0/tasks/0/responsible lead_missing")]
    [InlineData("/sections/0/tasks/0/responsible/0/unit", "\"b\"", "/sections/0/tasks/0/responsible/1/unit code_repeated")]
    [InlineData("/sections/0/tasks/0/responsible/0/unit", "\"z\"", "/sections/0/tasks/0/responsible/0/unit unit_unknown")]
    [InlineData("/sections/0/tasks/0/responsible/0/group", "\"g\"", "/sections/0/tasks/0/responsible/0 unit_or_group|/sections/0/tasks/0/responsible/0/role group_cannot_lead|/sections/0/tasks/0/responsible/2/group code_repeated")]
    [InlineData("/sections/0/tasks/0/responsible/0/role", "\"leed\"", "/sections/0/tasks/0/responsible/0/role word_unknown")]
    [InlineData("/sections/0/tasks/0/responsible/2/group", "\"h\"", "/sections/0/tasks/0/responsible/2/group group_unknown")]
    [InlineData("/units/1/code", "\"a\"", "/units/1/code code_repeated|/groups/0/members/1/unit unit_unknown|/sections/0/tasks/0/responsible/1/unit unit_unknown|/sections/0/tasks/0/commitments/0/apportionment/quotas/1/unit unit_unknown")]
    [InlineData("/units/1/name", "\"甲局\"", "/units/1/name code_repeated")]
    [InlineData("/units/0/creditCode", "\"123\"", "/units/0/creditCode credit_code_invalid")]
    [InlineData("/units/0/regionCode", "\"5101\"", "/units/0/regionCode region_code_invalid")]
    [InlineData("/groups/0/members/1/to", "\"2013-12-31\"", "/groups/0/members/1/to dates_reversed")]
    [InlineData("/groups/0/members/1/unit", "\"a\"", "/groups/0/members/1 spells_overlap|/sections/0/tasks/0/commitments/0/apportionment/quotas/1/unit not_a_member")]
    [InlineData("/sections/0/tasks/0/commitments/0/period", """{"start": "2014-12-01", "end": "2014-01-01"}""", "/sections/0/tasks/0/commitments/0/period/end dates_reversed")]
    [InlineData("/sections/0/tasks/0/commitments/0/period", """{"start": "2014-12-01", "end": "2015-01-31"}""", "/sections/0/tasks/0/commitments/0/period period_outside_plan")]
    [InlineData("/sections/0/tasks/0/commitments/0/paceStart", "\"2015-01-01\"", "/sections/0/tasks/0/commitments/0/paceStart date_outside_period")]
    [InlineData("/sections/0/tasks/0/commitments/0/measure", null, "/sections/0/tasks/0/commitments/0/apportionment/way apportionment_without_target|/sections/0/tasks/0/commitments/0/measure measure_missing")]
    [InlineData("/sections/0/tasks/0/commitments/0/measure/unit", "\"%\"", "/sections/0/tasks/0/commitments/0/measure/kind share_never_cumulative|/sections/0/tasks/0/commitments/0/apportionment/way measure_never_summed")]
    [InlineData("/sections/0/tasks/0/commitments/0/target/upper", "120", "/sections/0/tasks/0/commitments/0/target/upper upper_not_expected")]
    [InlineData("/sections/0/tasks/0/commitments/0/target/bound", "\"range\"", "/sections/0/tasks/0/commitments/0/target/upper range_upper_missing")]
    [InlineData("/sections/0/tasks/0/commitments/0/target/bound", "\"growth\"", "/sections/0/tasks/0/commitments/0/target/baseline baseline_missing|/sections/0/tasks/0/commitments/0/target/growthIn growth_unit_missing")]
    [InlineData("/sections/0/tasks/0/commitments/0/target/value", "0", "/sections/0/tasks/0/commitments/0/target/value value_not_positive")]
    [InlineData("/sections/0/tasks/0/commitments/0/target/value", "0.00001", "/sections/0/tasks/0/commitments/0/target/value figure_out_of_limits")]
    [InlineData("/sections/0/tasks/0/commitments/0/target/value", "\"100\"", "/sections/0/tasks/0/commitments/0/target/value type_wrong")]
    [InlineData("/sections/0/tasks/0/commitments/0/target/value", "200", "/sections/0/tasks/0/commitments/0/apportionment/quotas quotas_short")]
    [InlineData("/sections/0/tasks/0/commitments/0/apportionment/ownShare", "10", "/sections/0/tasks/0/commitments/0/apportionment/quotas quotas_short")]
    [InlineData("/sections/0/tasks/0/commitments/0/apportionment/quotas/0/unit", "\"c\"", "/sections/0/tasks/0/commitments/0/apportionment/quotas/0/unit not_a_member")]
    [InlineData("/sections/0/tasks/0/commitments/0/apportionment/group", "\"h\"", "/sections/0/tasks/0/commitments/0/apportionment/group group_unknown")]
    [InlineData("/sections/0/tasks/0/commitments/1/cadence", "\"weekly\"", "/sections/0/tasks/0/commitments/1/cadence word_unknown")]
    [InlineData("/sections/0/tasks/0/commitments/1/nodes/0/planned", "\"2015-01-01\"", "/sections/0/tasks/0/commitments/1/nodes/0/planned date_outside_period")]
    [InlineData("/sections/0/tasks/0/commitments/1/nodes/0/weight", "0", "/sections/0/tasks/0/commitments/1/nodes/0/weight value_not_positive")]
    [InlineData("/sections/0/tasks/0/commitments/1/nodes/1/id", "\"n1\"", "/sections/0/tasks/0/commitments/1/nodes/1/id code_repeated")]
    [InlineData("/sections/0/tasks/0/commitments/1/nodes", "[]", "/sections/0/tasks/0/commitments/1/nodes nodes_missing")]
    public void One_change_gives_exactly_these_faults(string pointer, string? value, string faults)
        => string.Join('|', Read(With(pointer, value)).Faults.Select(f => $"{f.Pointer} {f.Code}")).ShouldBe(faults);

    [Fact]
    public void A_part_that_would_not_fit_an_entry_is_refused()
    {
        var nodes = new JsonArray([.. Enumerable.Range(0, 120).Select(i => new JsonObject { ["id"] = $"n{i}", ["name"] = new string('x', 400), ["planned"] = "2014-07-01" })]);
        var fault = Read(With("/sections/0/tasks/0/commitments/1/nodes", nodes.ToJsonString())).Faults.ShouldHaveSingleItem();

        fault.Code.ShouldBe("part_too_large");
        fault.Pointer.ShouldBe("/sections/0/tasks/0/commitments/1");
    }

    [Fact]
    public void A_file_with_more_units_than_a_ledger_takes_is_told_that_alone()
    {
        var units = new JsonArray([.. Enumerable.Range(0, 10_001).Select(_ => new JsonObject { ["code"] = "a", ["name"] = "甲局", ["kind"] = "other" })]);
        Read(With("/units", units.ToJsonString())).Faults.ShouldHaveSingleItem().Code.ShouldBe("limit_exceeded");
    }

    [Fact]
    public void Of_very_many_faults_the_last_says_how_many_are_left_out()
    {
        var units = new JsonArray([.. Enumerable.Range(0, 2_000).Select(i => new JsonObject { ["code"] = "!", ["name"] = $"单位 {i}", ["kind"] = "other" })]);
        var faults = Read(With("/units", units.ToJsonString())).Faults;

        faults.Count.ShouldBe(PlanFileReader.MaxFaults + 1);
        faults[^1].Code.ShouldBe("too_many_faults");
    }

    [Fact]
    public void Whatever_stands_in_a_place_the_reader_answers_with_a_file_or_with_faults()
    {
        string?[] values = ["null", "7", "-1", "\"x\"", "\"\"", "[]", "{}", "[null]", "{\"x\":1}", "\"2014-13-01\"", "99999999999999999999", "true"];
        var places = Places(Sound(), "").ToList();
        foreach (var (place, value) in places.SelectMany(_ => values, (place, value) => (place, value)))
        {
            var reading = Read(With(place, value));

            reading.IsSound.ShouldBe(reading.Faults.Count == 0, $"{place} = {value}");
            reading.Faults.Select(f => (f.Pointer, f.Code)).ShouldBeUnique($"{place} = {value}");
        }
    }

    private static IEnumerable<string> Places(JsonNode node, string pointer)
    {
        var children = node switch
        {
            JsonObject o => o.Select(m => ($"{pointer}/{m.Key}", m.Value!)),
            JsonArray a => a.Select((item, i) => ($"{pointer}/{i}", item!)),
            _ => [],
        };
        return children.SelectMany(c => Places(c.Item2, c.Item1).Prepend(c.Item1));
    }

    private static FileReading<PlanFile> Read(JsonNode file) => PlanFileReader.Read(Encoding.UTF8.GetBytes(file.ToJsonString()));

    private static JsonNode With(string pointer, string? value)
    {
        var file = Sound();
        var segments = pointer.Split('/')[1..];
        JsonNode holder = file;
        foreach (var segment in segments[..^1])
            holder = holder is JsonArray list ? list[int.Parse(segment)]! : holder[segment]!;

        if (holder is JsonArray items)
            items[int.Parse(segments[^1])] = JsonNode.Parse(value!);
        else if (value is null)
            holder.AsObject().Remove(segments[^1]).ShouldBeTrue();
        else
            holder[segments[^1]] = JsonNode.Parse(value);
        return file;
    }

    private static JsonNode Without(JsonNode node, params string[] members)
    {
        if (node is JsonObject holder)
        {
            foreach (var member in members)
                holder.Remove(member);
        }

        var children = node switch { JsonObject o => o.Select(m => m.Value), JsonArray a => a, _ => [] };
        foreach (var child in children)
        {
            if (child is not null)
                Without(child, members);
        }

        return node;
    }

    private static JsonNode Sound() => JsonNode.Parse("""
        {
          "format": "targetledger-plan/1",
          "plan": {
            "code": "P-1", "title": "要点", "issuer": "领导小组", "issuedOn": "2014-06-04",
            "period": {"start": "2014-01-01", "end": "2014-12-31"},
            "sources": [{"kind": "plan", "title": "要点"}]
          },
          "units": [
            {"code": "a", "name": "甲局", "kind": "department", "aliases": ["甲办"]},
            {"code": "b", "name": "乙区", "kind": "district", "regionCode": "510104"},
            {"code": "c", "name": "丙局", "kind": "department", "creditCode": "11510100MB1234567X"}
          ],
          "groups": [
            {"code": "g", "name": "各区", "open": false, "members": [
              {"unit": "a", "from": "2014-01-01"},
              {"unit": "b", "from": "2014-01-01", "to": "2014-12-31"}
            ]}
          ],
          "sections": [
            {"number": "一", "title": "第一部分", "tasks": [
              {"number": "1", "title": "任务", "responsible": [
                {"role": "lead", "unit": "a"},
                {"role": "partner", "unit": "b"},
                {"role": "partner", "group": "g"}
              ], "commitments": [
                {"title": "培训", "cadence": "monthly",
                  "measure": {"name": "培训", "unit": "人次", "kind": "cumulative"},
                  "target": {"bound": "at_least", "value": 100, "asWritten": "100人次"},
                  "apportionment": {"way": "members_add_up", "group": "g", "quotas": [{"unit": "a", "value": 50}, {"unit": "b", "value": 30}], "ownShare": 20}},
                {"title": "机制", "cadence": "by_node", "nodes": [
                  {"id": "n1", "name": "出台", "planned": "2014-09-30"},
                  {"id": "n2", "name": "评估", "planned": "2014-12-31", "weight": 2}
                ]}
              ]}
            ]}
          ]
        }
        """)!;
}
