using System.Text;
using Shouldly;
using TargetLedger.Documents.YearScripts;
using Xunit;

namespace TargetLedger.Documents.Tests.YearScripts;

public class YearScriptReaderTests
{
    private const string Report = """{"at": "2014-06-05T09:00:00+08:00", "as": "unit:a", "act": "report", "commitment": "1-1", "label": "r1", "body": {}}""";

    [Fact]
    public void A_step_may_name_a_report_made_before_it()
        => Faults(Report, """{"at": "2014-06-06T09:00:00+08:00", "as": "supervisor", "act": "verify", "commitment": "1-1", "of": "r1", "body": {}}""").ShouldBeEmpty();

    [Fact]
    public void A_step_may_sign_a_draft_made_before_it_and_name_a_unit_it_phones()
        => Faults(
            """{"at": "2014-06-05T09:00:00+08:00", "as": "unit:a", "act": "draft", "commitment": "1-1", "label": "r1", "body": {}}""",
            """{"at": "2014-06-05T10:00:00+08:00", "as": "unit:a/leader", "act": "sign_draft", "commitment": "1-1", "of": "r1", "body": {}}""",
            """{"at": "2014-06-05T11:00:00+08:00", "as": "supervisor", "act": "record_call", "unit": "a", "body": {}}""").ShouldBeEmpty();

    [Theory]
    [InlineData("""{"at": "2014-06-06T09:00:00+08:00", "as": "supervisor", "act": "record_call", "body": {}}""", "/steps/1/unit member_misplaced")]
    [InlineData("""{"at": "2014-06-06T09:00:00+08:00", "as": "unit:a", "act": "submit_draft", "commitment": "1-1", "body": {}}""", "/steps/1/of member_misplaced")]
    [InlineData("""{"at": "2014-06-06T09:00:00+08:00", "as": "supervisor", "act": "verify", "commitment": "1-1", "of": "r2", "body": {}}""", "/steps/1/of label_unknown")]
    [InlineData("""{"at": "2014-06-06T09:00:00+08:00", "as": "supervisor", "act": "verify", "commitment": "1-1", "body": {}}""", "/steps/1/of member_misplaced")]
    [InlineData("""{"at": "2014-06-06T09:00:00+08:00", "as": "unit:a", "act": "report", "commitment": "1-1", "label": "r1", "body": {}}""", "/steps/1/label label_repeated")]
    [InlineData("""{"at": "2014-06-06T09:00:00+08:00", "as": "unit:a", "act": "report", "label": "r2", "body": {}}""", "/steps/1/commitment member_misplaced")]
    [InlineData("""{"at": "2014-06-05T09:00:00+08:00", "as": "unit:a", "act": "report", "commitment": "1-1", "label": "r2", "body": {}}""", "/steps/1/at times_not_ascending")]
    [InlineData("""{"at": "2014-06-06T09:00:00+08:00", "as": "unit:a", "act": "invent", "commitment": "1-1", "body": {}}""", "/steps/1/act word_unknown")]
    [InlineData("""{"at": "2014-06-06T09:00:00+08:00", "as": "unit:a", "act": "claim", "commitment": "1-1"}""", "/steps/1/body value_missing")]
    [InlineData("""{"at": "2014-06-06T09:00:00+08:00", "as": "supervisor", "act": "verify_many", "reports": ["r1", "r2"], "body": {}}""", "/steps/1/reports/1 label_unknown")]
    [InlineData("""{"at": "2014-06-06T09:00:00+08:00", "as": "supervisor", "act": "verify_many", "body": {}}""", "/steps/1/reports member_misplaced")]
    [InlineData("""{"at": "2014-06-06T09:00:00+08:00", "as": "unit:a", "act": "submit_form", "unit": "a", "body": {"month": "2014-05"}}""", "/steps/1/rows member_misplaced")]
    [InlineData("""{"at": "2014-06-06T09:00:00+08:00", "as": "unit:a", "act": "submit_form", "unit": "a", "body": {"month": "2014-05"}, "rows": [{"commitment": "1-1", "label": "r1", "cells": {}}]}""", "/steps/1/label label_repeated")]
    [InlineData("""{"at": "2014-06-06T09:00:00+08:00", "as": "keeper", "act": "approve_link", "body": {"authority": "文1号"}}""", "/steps/1/of member_misplaced")]
    public void A_faulty_step_is_named(string step, string fault)
        => Faults(Report, step).ShouldBe([fault]);

    [Fact]
    public void Malformed_json_is_refused() => Read("{").ShouldBe([" json_malformed"]);

    private static IEnumerable<string> Faults(params string[] steps)
        => Read($$"""{"format": "targetledger-year/1", "note": "演示", "boards": [], "steps": [{{string.Join(',', steps)}}]}""");

    private static IEnumerable<string> Read(string text)
        => YearScriptReader.Read(Encoding.UTF8.GetBytes(text)).Faults.Select(f => $"{f.Pointer} {f.Code}");
}
