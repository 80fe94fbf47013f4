using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Documents.Forms;

/// <summary>
/// What a row of a form is about, kept in a hidden column, so that the row is known wherever it was moved or sorted to.
/// A checksum catches what dragging a cell does to the number at its end; it protects against nobody who means to.
/// </summary>
/// <param name="Unit">Code of the unit that reports.</param>
/// <param name="Commitment">The stream.</param>
/// <param name="Version">The stream's when the form was made.</param>
/// <param name="Node">For the row of a node.</param>
public sealed record FormCode(string Unit, Period Period, string Commitment, long Version, string? Node = null)
{
    private const string Mark = "TL1";
    private const string Day = "yyyyMMdd";
    private const int ChecksumLength = 8;

    /// <summary>The same report, whatever the form was made of.</summary>
    public (string Commitment, string Unit, Period Period) Report => (Commitment, Unit, Period);

    public string Write()
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Mark}/{Unit}/{Period.Start.ToString(Day, CultureInfo.InvariantCulture)}/{Period.End.ToString(Day, CultureInfo.InvariantCulture)}/{Commitment}/{Version}/{Uri.EscapeDataString(Node ?? "")}");
        return $"{text}/{Checksum(text)}";
    }

    /// <summary>Null for what is no code, or not whole.</summary>
    public static FormCode? Read(string text)
    {
        var end = text.LastIndexOf('/');
        if (end < 0 || text[(end + 1)..] != Checksum(text[..end]) || text[..end].Split('/') is not [Mark, var unit, var start, var last, var commitment, var version, var node])
            return null;
        return DateOnly.TryParseExact(start, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            && DateOnly.TryParseExact(last, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var through)
            && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            ? new(unit, new(first, through), commitment, known, node.Length == 0 ? null : Uri.UnescapeDataString(node))
            : null;
    }

    private static string Checksum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..ChecksumLength];
}
