using System.Globalization;

namespace TargetLedger.Documents.Reading.Word;

/// <summary>Characters of symbol fonts that forms are ticked with (Wingdings, code points as in Microsoft's font).</summary>
internal static class SymbolFonts
{
    public static string Read(string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            return "";
        return (value & 0xFF) switch
        {
            0xFC => "√",
            0xFB => "×",
            0xFE => "☑",
            0xFD => "☒",
            0xA8 or 0x6F => "□",
            0x6E => "■",
            _ => "\uFFFD",
        };
    }
}
