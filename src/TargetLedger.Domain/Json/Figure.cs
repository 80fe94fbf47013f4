namespace TargetLedger.Domain;

/// <summary>What a stored number may look like.</summary>
public static class Figure
{
    public const string Limits = "数字最多 15 位有效数字、4 位小数 / a figure has at most 15 significant digits and 4 decimals";

    private const decimal LargestWithoutDecimals = 999_999_999_999_999m;

    /// <summary>At most 15 significant digits and 4 decimals.</summary>
    public static bool IsStorable(decimal value)
    {
        var normal = Normalise(value);
        if (normal.Scale > 4)
            return false;

        var unscaled = Math.Abs(normal);
        for (var i = 0; i < normal.Scale; i++)
            unscaled *= 10;
        return unscaled <= LargestWithoutDecimals;
    }

    /// <summary>Removes trailing zeros: 1.50 and 1.5 are the same bytes. Dividing by a 1 of full scale makes .NET choose the shortest scale.</summary>
    public static decimal Normalise(decimal value) => value / 1.0000000000000000000000000000m;
}
