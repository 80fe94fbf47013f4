using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Documents.Tests.Sample;
using TargetLedger.Domain;
using Xunit;

namespace TargetLedger.Documents.Tests.PlanFiles;

public class PlanFileSchemaTests
{
    private const string Published = "docs/plan-file.schema.json";

    private static readonly JsonSerializerOptions Indented = new(LedgerJson.Options) { WriteIndented = true };

    /// <summary>Where it differs on purpose: UPDATE_SNAPSHOTS=1 writes the file anew.</summary>
    [Fact]
    public void The_published_schema_is_the_one_the_types_give()
    {
        var schema = PlanFileSchema.Create().ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(Path.Combine(SampleFiles.Root, Published), schema);

        File.ReadAllText(Path.Combine(SampleFiles.Root, Published)).ShouldBe(schema);
    }

    [Fact]
    public void Every_member_is_described()
        => Members(PlanFileSchema.Create(), "").Where(m => m.Schema["description"] is null).Select(m => m.Pointer).ShouldBeEmpty();

    [Fact]
    public void No_object_takes_members_the_schema_does_not_name()
        => Objects(PlanFileSchema.Create()).ShouldAllBe(o => o["additionalProperties"]!.GetValue<bool>() == false);

    [Fact]
    public void The_sample_plan_points_to_the_schema_from_its_folder()
    {
        var schema = Path.Combine(SampleFiles.Root, "deploy/sample", SampleFiles.Plan.Schema!);

        Path.GetFullPath(schema).ShouldBe(Path.Combine(SampleFiles.Root, Published));
    }

    private static IEnumerable<(string Pointer, JsonObject Schema)> Members(JsonNode node, string pointer)
        => Children(node, pointer).SelectMany(c => Members(c.Node, c.Pointer)).Concat(
            node["properties"] is JsonObject members ? members.Select(m => ($"{pointer}/{m.Key}", m.Value!.AsObject())) : []);

    private static IEnumerable<(string Pointer, JsonNode Node)> Children(JsonNode node, string pointer)
        => (node["properties"] is JsonObject members ? members.Select(m => ($"{pointer}/{m.Key}", m.Value!)) : [])
            .Concat(node["items"] is { } items ? [($"{pointer}/items", items)] : []);

    private static IEnumerable<JsonObject> Objects(JsonNode node)
        => Children(node, "").SelectMany(c => Objects(c.Node)).Concat(node["properties"] is null ? [] : [node.AsObject()]);
}
