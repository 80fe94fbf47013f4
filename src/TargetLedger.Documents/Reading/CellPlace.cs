using System.Diagnostics.CodeAnalysis;

namespace TargetLedger.Documents.Reading;

/// <summary>A cell's row and column, from 0, and the name spreadsheets give it.</summary>
internal readonly record struct CellPlace(int Row, int Column)
{
    /// <summary>Excel's last row and column (XFD1048576).</summary>
    private const int MaxRow = 1_048_576, MaxColumn = 16_384;

    public static bool TryParse(ReadOnlySpan<char> name, out CellPlace place)
    {
        place = default;
        var (column, i) = (0, 0);
        for (; i < name.Length && char.IsAsciiLetter(name[i]) && column <= MaxColumn; i++)
            column = column * 26 + (name[i] & ~0x20) - 'A' + 1;
        if (column is 0 or > MaxColumn || !int.TryParse(name[i..], System.Globalization.NumberStyles.None, null, out var row) || row is < 1 or > MaxRow)
            return false;
        place = new(row - 1, column - 1);
        return true;
    }

    /// <summary>A reference such as "A1:C2", or "A1" for one cell.</summary>
    public static bool TryParseRange([NotNullWhen(true)] string? name, out CellPlace first, out CellPlace last)
    {
        (first, last) = (default, default);
        if (name is null)
            return false;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return TryParse(colon < 0 ? name : name.AsSpan(0, colon), out first)
            && TryParse(colon < 0 ? name : name.AsSpan(colon + 1), out last)
            && last.Row >= first.Row && last.Column >= first.Column;
    }

    public static string Letters(int column)
        => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);
}
