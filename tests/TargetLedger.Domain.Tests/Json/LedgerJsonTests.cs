using System.Text.Json;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Tests;

public sealed class LedgerJsonTests
{
    private const string Report = "\"report\":\"0197a2c4-0000-7000-8000-000000000001\"";

    [Fact]
    public void Members_may_come_in_any_order()
        => Read<ProgressWithdrawn>($$"""{"reason":"r",{{Report}}}""").Reason.ShouldBe("r");

    [Theory]
    [InlineData(""","colour":"red"}""")]
    [InlineData(""","Reason":"r"}""")]
    [InlineData(""","reason":"r","reason":"r"}""")]
    [InlineData("}")]
    [InlineData(""","reason":null}""")]
    [InlineData(""","reason":5}""")]
    public void Unknown_repeated_missing_and_null_members_are_refused(string rest)
        => Should.Throw<JsonException>(() => Read<ProgressWithdrawn>("{" + Report + rest));

    [Theory]
    [InlineData("0")]
    [InlineData("\"0\"")]
    [InlineData("\"unheard_of\"")]
    public void A_word_is_not_given_as_a_number(string written)
        => Should.Throw<JsonException>(() => Read<Bound>(written));

    [Theory]
    [InlineData("\"7\"")]
    [InlineData("7.5")]
    [InlineData("NaN")]
    public void A_whole_number_is_not_given_as_text_or_fraction(string written)
        => Should.Throw<JsonException>(() => Read<long>(written));

    [Fact]
    public void Nulls_are_left_out_and_Chinese_stays_readable()
        => JsonSerializer.Serialize(new ReportText("完成 5 场"), LedgerJson.Options).ShouldBe("""{"done":"完成 5 场"}""");

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, LedgerJson.Options)!;
}
