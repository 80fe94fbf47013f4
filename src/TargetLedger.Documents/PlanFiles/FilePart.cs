using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using TargetLedger.Domain;

namespace TargetLedger.Documents.PlanFiles;

/// <summary>
/// One place of a file that may be broken elsewhere, or here: what can be read is read, so that a wrong word in one line
/// does not hide the faults of the next.
/// </summary>
internal sealed record FilePart(JsonElement Element, string Pointer)
{
    /// <summary>Null where the member is absent, null, or this is no object.</summary>
    public FilePart? Member(string name)
    {
        if (Element.ValueKind != JsonValueKind.Object)
            return null;

        // TryGetProperty throws where another member's name is not valid UTF-16.
        FilePart? found = null;
        foreach (var member in Element.EnumerateObject())
        {
            if (JsonShape.TryGetName(member, out var written) && written == name)
                found = member.Value.ValueKind == JsonValueKind.Null ? null : new(member.Value, $"{Pointer}/{name}");
        }

        return found;
    }

    /// <summary>The items of a member that is an array; none otherwise.</summary>
    public IEnumerable<FilePart> Items(string name)
        => Member(name) is { Element.ValueKind: JsonValueKind.Array } list
            ? list.Element.EnumerateArray().Select((item, i) => new FilePart(item, $"{list.Pointer}/{i}"))
            : [];

    /// <summary>Null where the member is absent or cannot be read as <typeparamref name="T"/>.</summary>
    public T? Object<T>(string name)
        where T : class
        => Member(name) is { } part && part.TryRead<T>(out var value) ? value : null;

    /// <summary>Null where the member is absent or cannot be read as <typeparamref name="T"/>.</summary>
    public T? Value<T>(string name)
        where T : struct
        => Member(name) is { } part && part.TryRead<T>(out var value) ? value : null;

    public string? Text(string name) => Object<string>(name);

    /// <summary>False where the shape check has a fault to tell; the serializer alone would let a null into a list.</summary>
    public bool TryRead<T>([NotNullWhen(true)] out T? value)
    {
        var readable = JsonShape.Check<T>(Element).Count == 0;
        value = readable ? Element.Deserialize<T>(LedgerJson.Options) : default;
        return readable && value is not null;
    }
}
