using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace TargetLedger.Domain.Tests;

public sealed class FigureProperties
{
    /// <summary>Up to 15 significant digits with 0 to 4 decimals, with trailing zeros more often than chance would have them.</summary>
    private static readonly Gen<decimal> Storable =
        from digits in Gen.Choose(1, 15)
        from high in Gen.Choose(0, 99_999_999)
        from low in Gen.Choose(0, 99_999_999)
        from scale in Gen.Choose(0, 4)
        from zeros in Gen.Choose(0, 6)
        from negative in Gen.Elements(true, false)
        let whole = (high * 100_000_000L + low) % (long)Math.Pow(10, digits)
        let rounded = whole / (long)Math.Pow(10, Math.Min(zeros, digits)) * (long)Math.Pow(10, Math.Min(zeros, digits))
        select new decimal((int)rounded, (int)(rounded >> 32), 0, negative, (byte)scale);

    private static readonly Gen<decimal> Any =
        from low in ArbMap.Default.GeneratorFor<int>()
        from middle in ArbMap.Default.GeneratorFor<int>()
        from high in Gen.OneOf(Gen.Constant(0), ArbMap.Default.GeneratorFor<int>())
        from scale in Gen.Choose(0, 28)
        from negative in Gen.Elements(true, false)
        select new decimal(low, middle, high, negative, (byte)scale);

    [Fact]
    public void A_storable_figure_survives_its_bytes_and_a_double_in_one_form()
        => Prop.ForAll(Arb.From(Storable), figure =>
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(figure, LedgerJson.Options);
            var read = JsonSerializer.Deserialize<decimal>(bytes, LedgerJson.Options);
            return Figure.IsStorable(figure)
                && read == figure
                && JsonSerializer.SerializeToUtf8Bytes(read, LedgerJson.Options).AsSpan().SequenceEqual(bytes)
                && (decimal)(double)figure == figure
                && !System.Text.Encoding.UTF8.GetString(bytes).Contains('E', StringComparison.Ordinal);
        }).Check(Stories.Cases(5_000));

    [Fact]
    public void Normalising_changes_no_value_and_twice_is_once()
        => Prop.ForAll(Arb.From(Any), figure =>
        {
            var normal = Figure.Normalise(figure);
            return normal == figure
                && decimal.GetBits(Figure.Normalise(normal)).SequenceEqual(decimal.GetBits(normal))
                && (normal.Scale == 0 || normal * 10m != Math.Truncate(normal * 10m) || normal.Scale == 1);
        }).Check(Stories.Cases(5_000));

    [Fact]
    public void What_is_not_storable_is_not_read()
        => Prop.ForAll(Arb.From(Any), figure =>
        {
            var text = figure.ToString(System.Globalization.CultureInfo.InvariantCulture);
            try
            {
                return JsonSerializer.Deserialize<decimal>(text, LedgerJson.Options) == figure && Figure.IsStorable(figure);
            }
            catch (JsonException)
            {
                return !Figure.IsStorable(figure) || text.Count(char.IsAsciiDigit) > 28;
            }
        }).Check(Stories.Cases(5_000));
}
