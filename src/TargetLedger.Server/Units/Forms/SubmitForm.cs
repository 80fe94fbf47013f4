using System.Security.Cryptography;
using System.Text.Json;
using TargetLedger.Documents.Forms;
using TargetLedger.Domain;
using TargetLedger.Server.Hosting;
using TargetLedger.Server.Planning;

namespace TargetLedger.Server.Units;

/// <summary>交回填报表: a form that was filled in is checked, or becomes reports.</summary>
internal static class SubmitFormEndpoint
{
    private static readonly string[] Queries = ["rows", "changes"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        Describe(routes.MapPost("/units/{unit}/form/check", (Delegate)CheckAsync)
            .Takes("changes")
            .Produces<FormCheck>()
            .WithSummary("核对填报表,不记入 / Check a filled form; records nothing"));
        Describe(routes.MapPost("/units/{unit}/form", (Delegate)SubmitAsync)
            .Takes(Queries)
            .RequiresKey()
            .Produces<WriteAnswer>(StatusCodes.Status201Created)
            .Produces<WriteAnswer>()
            .WithSummary("交回填报表 / Report by a filled form"));
    }

    private static void Describe(RouteHandlerBuilder endpoint) => endpoint
        .Accepts<Stream>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv", "*/*")
        .Needs(Right.Report)
        .WithMetadata(new BodyLimit(FormReader.MaxBytes))
        .WithRequestTimeout(Limits.LongRequests);

    private static async Task<IResult> CheckAsync(HttpContext http, string unit, FormIntake intake)
    {
        var (_, accept) = ReadQuery(http);
        var (form, _) = await ReadAsync(http, unit);
        return Results.Json(await intake.CheckAsync(new(http.Caller(), unit, form, accept), http.RequestAborted), LedgerJson.Options);
    }

    private static async Task<IResult> SubmitAsync(HttpContext http, string unit, FormIntake intake, CommandRunner runner)
    {
        var (goodRows, accept) = ReadQuery(http);
        var key = RequestKeys.Read(http.Request) ?? throw new ProblemException(ProblemKind.KeyMissing);
        var (form, bytes) = await ReadAsync(http, unit);
        // The bytes, and what is asked of them, are the request: the same key for another file is a mistake.
        var request = JsonSerializer.SerializeToElement(new { sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), goodRows, accept }, LedgerJson.Options);
        return await runner.OnceAsync(
            http,
            request,
            (actor, keyFor) => intake.RecordAsync(new(http.Caller(), unit, form, accept), goodRows, key, actor, keyFor, http.RequestAborted));
    }

    private static (bool GoodRows, bool AcceptChanges) ReadQuery(HttpContext http)
    {
        var query = new QueryReading(http);
        var read = (query.Word<FormRows>("rows") == FormRows.Good, query.Word<FormChangesSeen>("changes") == FormChangesSeen.Accept);
        query.ThrowOnFaults();
        return read;
    }

    private static async Task<(FilledForm Form, ReadOnlyMemory<byte> Bytes)> ReadAsync(HttpContext http, string unit)
    {
        if (!http.Caller().ActsFor(unit))
            throw new ProblemException(ProblemKind.Forbidden);
        var bytes = await RequestBody.ReadAsync(http.Request, http.RequestAborted);
        var reading = await http.RequestServices.GetRequiredService<DocumentReading>().ReadFormAsync(bytes, http.RequestAborted);
        return reading.IsSound
            ? (reading.File, bytes)
            : throw new ProblemException(ProblemKind.BodyInvalid, reading.Faults, "填报表无法读取,未记入任何内容 / the form cannot be read; nothing was recorded");
    }

    private enum FormRows
    {
        All,
        Good,
    }

    private enum FormChangesSeen
    {
        Ask,
        Accept,
    }
}
