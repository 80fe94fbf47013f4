namespace TargetLedger.Documents.Sheets;

/// <summary>A column of an exported table.</summary>
/// <param name="Header">Its heading, unique in the table: what is read back is found by it.</param>
/// <param name="Most">The width beyond which its texts are wrapped, in characters of the standard font; a Chinese one takes two.</param>
/// <param name="IsHidden">Kept for a program; nobody prints it.</param>
/// <param name="IsPrinted">False for columns at the end that are there to be calculated with or read back.</param>
/// <param name="FillIn">What somebody is to enter here; null where the column only tells.</param>
public sealed record SheetColumn(string Header, int Most = 40, bool IsHidden = false, FillIn? FillIn = null, bool IsPrinted = true);

/// <summary>What a cell to be filled in takes.</summary>
/// <param name="Words">The words to choose from, where there is a choice.</param>
public sealed record FillIn(FillInKind Kind, IReadOnlyList<string>? Words = null);

public enum FillInKind
{
    Text,
    Number,
    Day,
}
