namespace TargetLedger.Documents.Sheets;

/// <summary>What a cell of an exported table holds: a text, a real number or a real date, or nothing.</summary>
public readonly record struct SheetCell
{
    private SheetCell(string? text, decimal? number, DateOnly? day) => (Text, Number, Day) = (text, number, day);

    public string? Text { get; }

    public decimal? Number { get; }

    public DateOnly? Day { get; }

    public static SheetCell Empty => default;

    public static SheetCell Of(string? text) => new(string.IsNullOrEmpty(text) ? null : text, null, null);

    public static SheetCell Of(decimal? number) => new(null, number, null);

    public static SheetCell Of(DateOnly? day) => new(null, null, day);

    /// <summary>Texts a spreadsheet could take for a formula: by OWASP's list, in their full-width forms too.</summary>
    internal static bool LooksLikeFormula(string text)
        => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
