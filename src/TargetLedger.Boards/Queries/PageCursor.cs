using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TargetLedger.Domain;

namespace TargetLedger.Boards;

/// <summary>
/// Where the next page begins. It pins the position and the day, so that all pages of a listing are true of the same state
/// of knowledge, and a mark of the listing, so that it cannot be used for another.
/// </summary>
internal sealed record PageCursor(long Position, DateOnly On, int Offset)
{
    public string Write(object listing)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Position}.{On:yyyyMMdd}.{Offset}.{MarkOf(listing)}");
        return Base64Url(Encoding.ASCII.GetBytes(text));
    }

    /// <exception cref="InvalidCursorException">Not a cursor of this listing.</exception>
    public static PageCursor Read(string cursor, object listing)
    {
        var parts = Decode(cursor).Split('.');
        return parts.Length == 4
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && DateOnly.TryParseExact(parts[1], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && parts[3] == MarkOf(listing)
            ? new(position, on, offset)
            : throw new InvalidCursorException();
    }

    /// <summary>Tells one listing from another.</summary>
    internal static string MarkOf(object listing)
        => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(listing, listing.GetType(), LedgerJson.Options)).AsSpan(0, 6));

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static string Decode(string cursor)
    {
        try
        {
            return Encoding.ASCII.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}

/// <summary>The cursor is damaged or belongs to another listing.</summary>
public sealed class InvalidCursorException() : Exception("翻页游标无效 / the cursor does not belong to this listing");
