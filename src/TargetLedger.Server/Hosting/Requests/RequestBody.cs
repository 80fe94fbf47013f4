using System.Text.Json;
using FluentValidation;
using TargetLedger.Domain;

namespace TargetLedger.Server.Hosting;

/// <summary>Reads a request's body and names everything that is wrong with its shape before anything else is looked at.</summary>
internal static class RequestBody
{
    private const int MaxDepth = 32;

    /// <summary>The bytes as sent. The server's limit of the endpoint bounds them.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    /// <summary>An absent body is an empty object: several acts need to say nothing.</summary>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        // RFC 8259, 8.1: a byte order mark may be ignored. Editors put it before files that are then sent.
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        if (utf8.IsEmpty)
            return JsonDocument.Parse("{}");
        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException fault)
        {
            var (line, place) = (fault.LineNumber + 1, fault.BytePositionInLine + 1);
            throw new ProblemException(ProblemKind.BodyMalformed, detail: $"第 {line} 行第 {place} 字节处不是有效的 JSON / not valid JSON at line {line}, byte {place}");
        }
    }

    /// <exception cref="ProblemException">With every fault of the texts and the shape or, where these are sound, of the values.</exception>
    public static T Bind<T>(JsonElement body, IValidator<T>? validator)
    {
        List<Fault> faults = [.. RequestTexts.Check(body)];
        faults.AddRange(JsonShape.Check<T>(body).Where(f => !faults.Exists(known => known.Pointer == f.Pointer)));
        if (faults.Count > 0)
            throw Invalid(faults);

        var bound = body.Deserialize<T>(LedgerJson.Options)!;
        if (validator?.Validate(bound) is { IsValid: false } result)
            throw Invalid([.. result.Errors.Select(ShapeRules.AsFault)]);
        return bound;
    }

    private static ProblemException Invalid(IReadOnlyList<Fault> faults)
        => new(ProblemKind.BodyInvalid, faults, $"共 {faults.Count} 处 / {faults.Count} in all");
}
