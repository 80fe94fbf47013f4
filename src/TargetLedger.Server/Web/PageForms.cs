using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Web;

/// <summary>
/// The forms of pages. Each carries a token bound to its reader, so that no other site can send it; a key, so that sending it
/// twice is sending it once; and the version it was made for.
/// </summary>
internal sealed class PageForm
{
    public const string TokenField = "form";
    public const string KeyField = "key";
    public const string VersionField = "version";

    private readonly IFormCollection fields;

    private PageForm(IFormCollection fields) => this.fields = fields;

    public string Key => Text(KeyField)!;

    public long? Version => long.TryParse(Text(VersionField), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    public IEnumerable<string> Names => fields.Keys;

    /// <exception cref="ProblemException">400 for what is no form of one of our pages.</exception>
    public static async Task<PageForm> ReadAsync(HttpContext http)
    {
        // Whoever has not signed in sends nothing.
        _ = http.Caller();
        try
        {
            await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            throw new ProblemException(ProblemKind.FormExpired);
        }

        var form = new PageForm(await http.Request.ReadFormAsync(http.RequestAborted));
        return Guid.TryParseExact(form.Text(KeyField), "D", out _) ? form : throw new ProblemException(ProblemKind.FormExpired);
    }

    /// <summary>Null for a field that is absent or was left empty.</summary>
    public string? Text(string name) => fields[name] is [{ } text, ..] && text.Trim() is { Length: > 0 } said ? said.ReplaceLineEndings("\n") : null;

    /// <summary>A figure as JSON; what is none is left as its text, for the shape check to name.</summary>
    public JsonNode? Number(string name) => Text(name) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var figure) ? JsonValue.Create(figure)
        : JsonValue.Create(text);

    public JsonNode? Flag(string name) => Text(name) switch { null => null, "true" or "on" => JsonValue.Create(true), _ => JsonValue.Create(false) };

    /// <summary>Two fields as a period; null where neither is filled in.</summary>
    public JsonObject? Period(string start, string end)
        => Text(start) is null && Text(end) is null ? null : Wish(("start", Text(start)), ("end", Text(end)));

    /// <summary>A wish of what was filled in: an empty field says nothing.</summary>
    public static JsonObject Wish(params IEnumerable<(string Name, JsonNode? Value)> members)
    {
        var wish = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
                wish.Add(name, value);
        }

        return wish;
    }
}

internal static class PageForms
{
    // A page asks about each difference of a list; a body's size is what bounds a form.
    private const int MostFields = 20_000;

    public static void AddTo(IServiceCollection services)
    {
        services.AddAntiforgery(forms =>
        {
            forms.FormFieldName = PageForm.TokenField;
            forms.Cookie.Name = "targetledger-form";
        });
        services.Configure<FormOptions>(forms => forms.ValueCountLimit = MostFields);
    }

    /// <summary>The token for the forms of the page that is being made.</summary>
    public static string Token(HttpContext http) => http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;
}
