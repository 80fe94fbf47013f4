using System.Buffers.Binary;
using System.Globalization;
using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Envelope;

/// <summary>The examples are RFC 8785's own.</summary>
public sealed class CanonicalJsonTests
{
    [Fact]
    public void The_example_of_section_3_2_2_comes_out_as_section_3_2_4_says()
    {
        const string Input =
            """
            {
              "numbers": [333333333.33333329, 1E30, 4.50,
                          2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;
        const string Expected =
            """
            7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72
            75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72 73 22 3a
            5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31
            65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37
            5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30
            30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d
            """;

        CanonicalJson.Canonicalize(Utf8(Input)).ShouldBe(Convert.FromHexString(string.Concat(Expected.Where(char.IsAsciiHexDigit))));
    }

    [Fact]
    public void Members_are_ordered_by_utf16_code_units_as_in_section_3_2_3()
    {
        const string Input =
            """
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """;

        var canonical = Text(CanonicalJson.Canonicalize(Utf8(Input)));

        canonical.ShouldBe(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
            + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    // Appendix B.
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void Numbers_are_written_as_appendix_b_says(string bits, string expected)
    {
        var value = BinaryPrimitives.ReadDoubleBigEndian(Convert.FromHexString(bits));
        var json = Utf8(value.ToString("G17", CultureInfo.InvariantCulture));

        Text(CanonicalJson.Canonicalize(json)).ShouldBe(expected);
    }

    [Fact]
    public void A_canonical_text_is_its_own_canonical_form()
    {
        var random = new Random(20140605);
        for (var i = 0; i < 20_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (!double.IsFinite(value))
                continue;
            var canonical = CanonicalJson.Canonicalize(Utf8($"[{value.ToString("R", CultureInfo.InvariantCulture)}]"));
            CanonicalJson.Canonicalize(canonical).ShouldBe(canonical);
            double.Parse(Text(canonical)[1..^1], CultureInfo.InvariantCulture).ShouldBe(value);
        }
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}", "duplicate_member")]
    [InlineData("[\"\\ud800\"]", "lone_surrogate")]
    [InlineData("[1e400]", "number_too_large")]
    [InlineData("[01]", "not_json")]
    public void What_i_json_excludes_has_no_canonical_form(string json, string code)
    {
        Should.Throw<CanonicalJsonException>(() => CanonicalJson.Canonicalize(Utf8(json))).Code.ShouldBe(code);
    }
}
