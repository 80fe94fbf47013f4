using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace TargetLedger.Server.Hosting;

/// <summary>An ETag is the stream's version in quotes; it serves If-Match only.</summary>
internal static class EntityTags
{
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version the client has read; null when it does not say, 0 (no stream's) for what is no tag of ours.</summary>
    public static long? ReadIfMatch(HttpRequest request)
    {
        var values = request.Headers.IfMatch;
        if (values.Count == 0)
            return null;
        return values is [{ } single]
               && EntityTagHeaderValue.TryParse(single, out var tag)
               && !tag.IsWeak
               && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;
    }
}
