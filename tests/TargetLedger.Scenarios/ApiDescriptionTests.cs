using System.Text.Json;

namespace TargetLedger.Scenarios;

/// <summary>What is written about the interface is what it is.</summary>
public sealed class ApiDescriptionTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Document = "docs/openapi.json";
    private const string Update = "TARGETLEDGER_UPDATE_OPENAPI";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Run once with TARGETLEDGER_UPDATE_OPENAPI=1 to write the file anew after a wanted change.</summary>
    [Fact]
    public async Task The_OpenAPI_document_is_the_one_that_is_committed()
    {
        var served = JsonSerializer.Serialize((await DocumentAsync()), Indented) + "\n";
        var path = RepositoryFiles.PathOf(Document);
        if (Environment.GetEnvironmentVariable(Update) == "1")
            await File.WriteAllTextAsync(path, served, TestContext.Current.CancellationToken);

        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe(served, $"{Document} is out of date; run this test with {Update}=1");
    }

    [Fact]
    public async Task Every_endpoint_is_tried_in_a_file_of_requests()
    {
        var tried = Directory.GetFiles(RepositoryFiles.PathOf("docs/http"), "*.http").SelectMany(File.ReadAllLines)
            .Where(line => line.StartsWith("GET ", StringComparison.Ordinal) || line.StartsWith("POST ", StringComparison.Ordinal) || line.StartsWith("PUT ", StringComparison.Ordinal))
            .Select(line => (Method: line.Split(' ')[0], Path: line.Split(' ')[1].Replace("{{host}}", "", StringComparison.Ordinal).Split('?')[0].Split('/')))
            .ToList();
        foreach (var path in (await DocumentAsync()).GetProperty("paths").EnumerateObject())
        {
            var segments = path.Name.Split('/');
            foreach (var method in path.Value.EnumerateObject().Select(m => m.Name.ToUpperInvariant()))
            {
                tried.ShouldContain(
                    t => t.Method == method && t.Path.Length == segments.Length && t.Path.Zip(segments).All(s => s.First == s.Second || s.Second.StartsWith('{')),
                    $"docs/http tries no {method} {path.Name}");
            }
        }
    }

    private async Task<JsonElement> DocumentAsync() => (await server.Scenario(s =>
    {
        s.Get.Url("/openapi/v1.json");
        s.StatusCodeShouldBe(200);
    })).Json;
}
