using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using TargetLedger.Documents.PlanFiles.Checks;
using TargetLedger.Domain;

namespace TargetLedger.Documents.PlanFiles;

/// <summary>
/// The published JSON Schema (draft 2020-12) of plan files, made from the types that read them. It guides the writing;
/// whether references and figures make sense is for <see cref="PlanFileReader"/> to say.
/// </summary>
public static class PlanFileSchema
{
    public static JsonObject Create()
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "plan-file.schema.json",
            ["title"] = "TargetLedger 方案文件 / plan file",
        };
        foreach (var (name, value) in LedgerJson.Options.GetJsonSchemaAsNode(typeof(PlanFile), options).AsObject())
            schema[name] = value?.DeepClone();
        return schema;
    }

    /// <summary>Works on whole objects: of nullable members with a converter of our own the exporter offers nothing to transform.</summary>
    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema || schema["properties"] is not JsonObject members)
            return node;

        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        foreach (var property in LedgerJson.Options.GetTypeInfo(type).Properties)
        {
            if (!members.ContainsKey(property.Name))
                continue;

            // Where the exporter knows nothing it writes true, which takes no members.
            if (members[property.Name] is not JsonObject)
                members[property.Name] = new JsonObject();
            Complete(members[property.Name]!.AsObject(), property);
        }

        return node;
    }

    private static void Complete(JsonObject schema, JsonPropertyInfo property)
    {
        if (property.PropertyType == typeof(decimal))
            schema.Insert(0, "type", "number");
        if (property.PropertyType == typeof(decimal?))
            schema.Insert(0, "type", new JsonArray("number", "null"));
        if (property.PropertyType == typeof(DateOnly))
            (schema["type"], schema["format"]) = ("string", "date");
        if (property.PropertyType == typeof(DateOnly?))
            (schema["type"], schema["format"]) = (new JsonArray("string", "null"), "date");
        if (property.PropertyType == typeof(string))
            Limit(schema, property);
        if (PlanFileWords.Of(property) is { } words)
            schema.Insert(0, "description", words);
    }

    private static void Limit(JsonObject schema, JsonPropertyInfo property)
    {
        (schema["minLength"], schema["maxLength"]) = (1, TextChecks.MaxLength);
        if (property.Name == "format")
            schema["const"] = PlanFile.CurrentFormat;
        if (property.Name is "code" or "id")
            schema["pattern"] = Codes.CodePattern;
        if (property.Name == "number")
            schema["pattern"] = Codes.NumberPattern;
    }
}
