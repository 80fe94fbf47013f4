using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TargetLedger.Server.Supervision;

namespace TargetLedger.Server.Hosting;

/// <summary>The OpenAPI document at /openapi/v1.json, from what the endpoints say of themselves.</summary>
internal static class ApiDescription
{
    private const string Bearer = "bearer";

    private static readonly Dictionary<string, string> Queries = new(StringComparer.Ordinal)
    {
        ["at"] = "As known then: a position (all digits) or a moment (RFC 3339 with an offset)",
        ["on"] = "Judged for this day, yyyy-MM-dd",
        ["after"] = "Waits, bounded, until this position is visible; for events: those after it",
        ["limit"] = "1–500, 100 unless given",
        ["cursor"] = "From the Link header of the page before",
        ["month"] = "The month in which the periods end, yyyy-MM",
        ["rows"] = "all (unless given): all rows or none; good: those without faults and questions",
        ["changes"] = "accept: what has changed since the form was made has been seen",
    };

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(api =>
    {
        api.AddDocumentTransformer(async (document, context, cancellationToken) =>
        {
            document.Info = new() { Title = "TargetLedger 目标台账", Version = "1", Description = "公开承诺的事件账本 / An event-sourced ledger of public commitments" };
            document.Servers?.Clear();
            document.Components ??= new();
            document.AddComponent(nameof(Problem), await context.GetOrCreateSchemaAsync(typeof(Problem), cancellationToken: cancellationToken));
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer },
            };
        });
        api.AddOperationTransformer((operation, context, _) => Describe(operation, context));
        // Figures and days have converters of their own, which hide what they are in JSON.
        api.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(decimal) || type == typeof(DateOnly))
            {
                var shown = type == typeof(decimal) ? JsonSchemaType.Number : JsonSchemaType.String;
                schema.Type = type == context.JsonTypeInfo.Type ? shown : shown | JsonSchemaType.Null;
                schema.Format = type == typeof(decimal) ? "double" : "date";
            }

            return Task.CompletedTask;
        });
    });

    public static void MapApiDescription(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (var name in NamesIn(context.Description.RelativePath).Where(n => !operation.Parameters.Any(p => p.Name == n)))
            operation.Parameters.Add(Parameter(name, ParameterLocation.Path, null, required: true));
        foreach (var name in metadata.OfType<QueryParameters>().SelectMany(q => q.Names))
            operation.Parameters.Add(Parameter(name, ParameterLocation.Query, Queries.GetValueOrDefault(name)));
        if (context.Description.HttpMethod is "POST" or "PUT" && metadata.OfType<NeededRight>().Any() && !metadata.OfType<RecordsNothing>().Any())
            operation.Parameters.Add(Parameter(RequestKeys.Header, ParameterLocation.Header, "1–200 visible ASCII characters; a retry with the same key is answered the same", metadata.OfType<KeyRequired>().Any()));
        if (metadata.OfType<IfMatchRequired>().Any())
            operation.Parameters.Add(Parameter("If-Match", ParameterLocation.Header, "The ETag that was read", required: true));

        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Problem (RFC 9457)",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [Problem.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(nameof(Problem), context.Document) } },
        };
        if (metadata.OfType<NeededRight>().FirstOrDefault() is { } needed)
        {
            operation.Description = $"Roles: {string.Join(", ", Rights.RolesFor(needed.Right).Select(r => JsonNamingPolicy.SnakeCaseLower.ConvertName(r.ToString())))}";
            operation.Security = [new() { [new(Bearer, context.Document)] = [] }];
        }

        return Task.CompletedTask;
    }

    /// <summary>The names in braces of a path such as <c>commitments/{commitment}/reports</c>.</summary>
    private static IEnumerable<string> NamesIn(string? path)
        => (path ?? "").Split('/').Where(s => s is ['{', .., '}']).Select(s => s[1..^1]);

    private static OpenApiParameter Parameter(string name, ParameterLocation place, string? description, bool required = false) => new()
    {
        Name = name,
        In = place,
        Description = description,
        Required = required,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
