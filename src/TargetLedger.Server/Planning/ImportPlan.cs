using TargetLedger.Documents.PlanFiles;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>导入方案: a plan file becomes a list in force, all of it or nothing.</summary>
internal static class ImportPlanEndpoint
{
    private const int MaxBytes = 20 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/plans", (Delegate)ImportAsync)
        .Needs(Right.KeepLists)
        .RequiresKey()
        .WithMetadata(new BodyLimit(MaxBytes))
        .Accepts<PlanFile>("application/json")
        .Produces<WriteAnswer>(StatusCodes.Status201Created)
        .Produces<WriteAnswer>()
        .WithSummary("导入方案 / Import a plan file")
        .WithRequestTimeout(Limits.LongRequests);

    private static async Task<IResult> ImportAsync(HttpContext http, PlanImporter importer, CommandRunner runner)
    {
        var utf8 = await RequestBody.ReadAsync(http.Request, http.RequestAborted);
        var reading = PlanFileReader.Read(utf8);
        if (!reading.IsSound)
        {
            var malformed = reading.Faults is [{ Code: "json_malformed" or "text_not_utf8" }];
            throw new ProblemException(
                malformed ? ProblemKind.BodyMalformed : ProblemKind.BodyInvalid,
                reading.Faults,
                $"共 {reading.Faults.Count} 处,未导入任何内容 / {reading.Faults.Count} in all; nothing was imported");
        }

        using var document = RequestBody.Parse(utf8);
        return await runner.OnceAsync(http, document.RootElement, (actor, key) => importer.ImportAsync(reading.File, actor, key, http.RequestAborted));
    }
}
