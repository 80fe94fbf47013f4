using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TargetLedger.Domain.Tests;

public sealed class FigureTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("1.50", "1.5")]
    [InlineData("0.0000", "0")]
    [InlineData("-0", "0")]
    [InlineData("-12.3400", "-12.34")]
    [InlineData("1e2", "100")]
    [InlineData("5000E-4", "0.5")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("12345678901.2345", "12345678901.2345")]
    [InlineData("123456789012345.0000", "123456789012345")]
    [InlineData("0e400", "0")]
    public void A_figure_has_one_written_form(string written, string stored)
        => JsonSerializer.Serialize(Read(written), LedgerJson.Options).ShouldBe(stored);

    [Theory]
    [InlineData("1234567890123456")]
    [InlineData("123456789012345.1")]
    [InlineData("0.00001")]
    [InlineData("-0.00001")]
    [InlineData("99999.99999")]
    [InlineData("5E-5")]
    [InlineData("1e15")]
    [InlineData("1e28")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e999999999999")]
    [InlineData("0.30000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000000000000000000000000000000000000000000000000000001")]
    public void More_than_fifteen_digits_or_four_decimals_are_refused(string written)
        => Should.Throw<JsonException>(() => Read(written));

    /// <summary>decimal.Parse rounds these to zero, and a zero is a fact.</summary>
    [Theory]
    [InlineData("1e-29")]
    [InlineData("1e-30")]
    [InlineData("-9e-400")]
    [InlineData("0.00000000000000000000000000000000001")]
    public void A_figure_too_small_to_hold_is_refused_and_not_read_as_zero(string written)
        => Should.Throw<JsonException>(() => Read(written));

    [Theory]
    [InlineData("\"5\"")]
    [InlineData("NaN")]
    [InlineData("\"NaN\"")]
    [InlineData("Infinity")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("1.")]
    public void What_is_not_a_number_is_refused(string written)
        => Should.Throw<JsonException>(() => Read(written));

    [Fact]
    public void A_figure_split_over_two_buffers_is_read_whole()
    {
        var first = new Segment(Encoding.UTF8.GetBytes("{\"a\":1234"));
        var last = first.Then(Encoding.UTF8.GetBytes("5.67}"));
        var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));

        JsonSerializer.Deserialize<Dictionary<string, decimal>>(ref reader, LedgerJson.Options)!["a"].ShouldBe(12345.67m);
    }

    [Theory]
    [InlineData("79228162514264337593543950335", false)]
    [InlineData("999999999999999", true)]
    [InlineData("1000000000000000", false)]
    [InlineData("99999999999.9999", true)]
    [InlineData("100000000000.0001", false)]
    [InlineData("0.0001", true)]
    [InlineData("0.00010", true)]
    [InlineData("0.00001", false)]
    public void A_figure_is_storable_within_its_limits(string value, bool storable)
    {
        var figure = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        Figure.IsStorable(figure).ShouldBe(storable);
        Figure.IsStorable(-figure).ShouldBe(storable);
    }

    private static decimal Read(string json) => JsonSerializer.Deserialize<decimal>(json, LedgerJson.Options);

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Segment Then(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
