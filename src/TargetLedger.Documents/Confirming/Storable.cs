using System.Text;
using TargetLedger.Domain;

namespace TargetLedger.Documents.Confirming;

/// <summary>What of a document can stand in an event: damaged files hold characters that neither PostgreSQL nor JSON can carry.</summary>
internal static class Storable
{
    /// <param name="most">UTF-16 units; what is beyond is left out, with an ellipsis.</param>
    public static string Text(string text, int most)
    {
        if (text.Length > most)
            text = string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1), "…");
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !text.Contains('\0', StringComparison.Ordinal))
            return text;

        // What is no character is read as U+FFFD.
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            sound.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        return sound.ToString();
    }

    /// <summary>A figure with as many decimals as can be kept; null for one that cannot.</summary>
    public static decimal? Figure(decimal? value)
        => value is { } figure && Domain.Figure.IsStorable(Math.Round(figure, 4)) ? Domain.Figure.Normalise(Math.Round(figure, 4)) : null;

    /// <summary>One line, as lists and their files hold it.</summary>
    public static string Line(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
