using System.Globalization;
using Shouldly;
using TargetLedger.Documents.Quantities;
using Xunit;

namespace TargetLedger.Documents.Tests.Quantities;

public class NumeralTests
{
    private const string Digits = "零一二三四五六七八九";

    [Fact]
    public void Every_number_written_in_Chinese_is_read_back()
    {
        foreach (var number in Enumerable.Range(1, 12_000).Concat([99_999, 100_000, 100_001, 1_050_003, 30_000_000, 100_000_000, 205_006_007]))
            Numeral.Read(InChinese(number), 0).ShouldNotBeNull(InChinese(number)).Value.ShouldBe(number, InChinese(number));
    }

    [Fact]
    public void Every_number_in_digits_is_read_back_with_any_scale()
    {
        foreach (var number in new[] { 1m, 1.5m, 20m, 305m, 1_234.56m, 9_999m })
        {
            foreach (var (sign, scale) in new[] { ("", 1m), ("万", 10_000m), ("亿", 100_000_000m), ("万亿", 1_000_000_000_000m) })
            {
                var written = number.ToString(CultureInfo.InvariantCulture) + sign;
                Numeral.Read(written, 0).ShouldNotBeNull().Value.ShouldBe(number * scale, written);
            }
        }
    }

    [Theory]
    [InlineData("千余人", true)]
    [InlineData("300余人", true)]
    [InlineData("30多万人", true)]
    [InlineData("三五个", true)]
    [InlineData("300人", false)]
    [InlineData("三十五个", false)]
    public void What_nobody_can_be_held_to_is_vague(string text, bool vague) => Numeral.Read(text, 0)!.Value.IsVague.ShouldBe(vague);

    [Theory]
    [InlineData("百名", true)]
    [InlineData("千名", true)]
    [InlineData("一百名", false)]
    [InlineData("十名", false)]
    [InlineData("100名", false)]
    public void A_round_name_is_marked(string text, bool nominal) => Numeral.Read(text, 0)!.Value.IsNominal.ShouldBe(nominal);

    private static string InChinese(int number) => number switch
    {
        >= 100_000_000 => InChinese(number / 100_000_000) + "亿" + Rest(number % 100_000_000, 10_000_000),
        >= 10_000 => InChinese(number / 10_000) + "万" + Rest(number % 10_000, 1_000),
        >= 1_000 => Digits[number / 1_000] + "千" + Rest(number % 1_000, 100),
        >= 100 => Digits[number / 100] + "百" + Rest(number % 100, 10),
        >= 20 => Digits[number / 10] + "十" + (number % 10 == 0 ? "" : Digits[number % 10]),
        >= 10 => "十" + (number % 10 == 0 ? "" : Digits[number % 10]),
        _ => Digits[number].ToString(),
    };

    private static string Rest(int rest, int place)
        => rest == 0 ? "" : (rest < place ? "零" : "") + (rest is >= 10 and < 20 ? "一" : "") + InChinese(rest);
}
