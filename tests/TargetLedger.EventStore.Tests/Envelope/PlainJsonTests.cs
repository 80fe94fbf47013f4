using System.Text.Json;
using System.Text.RegularExpressions;
using TargetLedger.Testing;
using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Envelope;

public sealed class PlainJsonTests
{
    [Theory]
    [InlineData("""{"unit":"renshe","amount":125,"period":{"end":"2014-06-30","start":"2014-06-01"},"text":{"done":"举办培训班"},"noProgress":false}""")]
    [InlineData("""{ "b": 1.5, "a": [1, -2, 0, 0.25, null, true] }""")]
    [InlineData("{}")]
    public void What_needs_no_rewriting_is_told_at_a_glance(string json) => PlainJson.IsPlainObject(Utf8(json)).ShouldBeTrue();

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("{} {}")]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a":1.50}""")]
    [InlineData("""{"a":1.0}""")]
    [InlineData("""{"a":-0}""")]
    [InlineData("""{"a":1e3}""")]
    [InlineData("""{"a":0.0000001}""")]
    [InlineData("""{"a":9007199254740993}""")]
    [InlineData("""{"a":"\u0000"}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\u0061":1,"a":2}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"x":{"a":1,"b":2,"a":3}}""")]
    [InlineData("""{"a":[[[[[[[[[1]]]]]]]]]}""")]
    public void All_else_is_looked_at_closely(string json) => PlainJson.IsPlainObject(Utf8(json)).ShouldBeFalse();

    [Fact]
    public void Bytes_that_are_no_text_are_looked_at_closely()
        => PlainJson.IsPlainObject([.. """{"a":" """u8, 0xC3, 0x28, .. "\"}"u8]).ShouldBeFalse();

    /// <summary>Whatever is called plain has a canonical form that is no longer and says every number in the same digits.</summary>
    [Fact]
    public void What_is_plain_differs_from_its_canonical_form_in_order_and_white_space_only()
    {
        var random = new Random(20140605);
        var plain = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var json = Object(random, 0);
            if (!PlainJson.IsPlainObject(Utf8(json)))
                continue;
            plain++;
            var canonical = Text(CanonicalJson.CanonicalizeStorableObject(Utf8(json)));
            canonical.Length.ShouldBeLessThanOrEqualTo(json.Length);
            Tokens(canonical).ShouldBe(Tokens(json), json);
        }

        plain.ShouldBeGreaterThan(1_000);
    }

    private static string[] Tokens(string json) => [.. Regex.Matches(json, """-?[0-9][0-9.eE+-]*|"[^"]*"|true|false|null""", RegexOptions.NonBacktracking).Select(m => m.Value).Order(StringComparer.Ordinal)];

    private static string Object(Random random, int depth)
        => "{" + string.Join(random.Next(2) == 0 ? "," : " , ", Enumerable.Range(0, random.Next(5)).Select(_ => $"\"{Name(random)}\":{Value(random, depth + 1)}")) + "}";

    private static string Name(Random random) => ((char)('a' + random.Next(6))).ToString();

    private static string Value(Random random, int depth) => random.Next(depth > 3 ? 6 : 8) switch
    {
        0 => random.NextInt64(-1_000_000_000_000_000_000, 1_000_000_000_000_000_000).ToString(),
        1 => (random.Next(-10_000, 10_000) / (decimal)Math.Pow(10, random.Next(6))).ToString(),
        2 => (random.NextDouble() * Math.Pow(10, random.Next(-12, 12))).ToString(),
        3 => JsonSerializer.Serialize($"培训{(char)random.Next(0x20, 0x3000)}"),
        4 => "true",
        5 => "null",
        6 => Object(random, depth),
        _ => "[" + string.Join(",", Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1))) + "]",
    };
}
