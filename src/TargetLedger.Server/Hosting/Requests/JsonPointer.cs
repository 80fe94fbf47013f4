using System.Text;
using System.Text.Json;

namespace TargetLedger.Server.Hosting;

/// <summary>RFC 6901.</summary>
internal static class JsonPointer
{
    /// <summary>The place a property path of .NET names: <c>Nodes[0].ReachedOn</c> is <c>/nodes/0/reachedOn</c>.</summary>
    public static string OfPropertyPath(string path)
    {
        var pointer = new StringBuilder();
        foreach (var part in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
            pointer.Append('/').Append(JsonNamingPolicy.CamelCase.ConvertName(part));
        return pointer.ToString();
    }
}
