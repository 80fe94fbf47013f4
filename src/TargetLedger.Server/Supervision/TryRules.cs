using System.Text.Json;
using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.Domain.Compliance;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>
/// 试算: the board, or one commitment, under rules nobody has adopted, beside what is in force. Nothing is recorded. Rules are
/// stated in the query or, alike, in a body.
/// </summary>
internal static class TryRulesEndpoint
{
    private static readonly string[] Filters = ["plan", "section", "unit", "group", "light"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/board/what-if", async (HttpContext http, BoardQueries boards, Visibility visibility, LedgerTime time)
                => Pages.Answer(http, await AskAsync(http, RulesDraftQuery.Read(http), boards, visibility, time)))
            .Needs(Right.ReadBoards)
            .TakesKnowledgeAndPages([.. Filters, .. RulesDraftQuery.Names, "forPlan"])
            .WithSummary("试算看板 / The board under other rules");
        routes
            .MapPost("/board/what-if", async (HttpContext http, BoardQueries boards, Visibility visibility, LedgerTime time)
                => Pages.Answer(http, await AskAsync(http, (await BodyAsync(http)).ToWish(), boards, visibility, time)))
            .Accepts<TriedRules>(isOptional: true, "application/json")
            .Needs(Right.ReadBoards)
            .TakesKnowledgeAndPages(Filters)
            .WithMetadata(new RecordsNothing())
            .WithSummary("试算看板 / The board under other rules");
        routes
            .MapGet("/commitments/{commitment}/what-if", (HttpContext http, string commitment, BoardQueries boards, ReadRights rights, Visibility visibility, LedgerTime time)
                => AskAsync(http, commitment, RulesDraftQuery.Read(http), boards, rights, visibility, time))
            .Needs(Right.ReadBoards)
            .TakesKnowledge([.. RulesDraftQuery.Names])
            .WithSummary("试算事项 / A commitment under other rules");
        routes
            .MapPost("/commitments/{commitment}/what-if", async (HttpContext http, string commitment, BoardQueries boards, ReadRights rights, Visibility visibility, LedgerTime time)
                => await AskAsync(http, commitment, (await BodyAsync(http)).ToWish(), boards, rights, visibility, time))
            .Accepts<TriedRules>(isOptional: true, "application/json")
            .Needs(Right.ReadBoards)
            .TakesKnowledge()
            .WithMetadata(new RecordsNothing())
            .WithSummary("试算事项 / A commitment under other rules");
    }

    /// <summary>The board's page asks the same.</summary>
    /// <exception cref="ProblemException">400 with everything that is wrong with the rules.</exception>
    public static async Task<Page<WhatIfBoard>> AskAsync(HttpContext http, WhatIfWish wish, BoardQueries boards, Visibility visibility, LedgerTime time)
    {
        var filter = BoardFilterQuery.Read(http);
        var read = await ReadQuery.ReadAsync(http, visibility, time);
        var (page, faults) = await boards.WhatIfAsync(filter, wish, read.At, read.On, read.Page, http.RequestAborted);
        return page ?? throw Unsound(http, faults);
    }

    private static async Task<WhatIfCommitment> AskAsync(
        HttpContext http, string commitment, WhatIfWish wish, BoardQueries boards, ReadRights rights, Visibility visibility, LedgerTime time)
    {
        var stream = RouteNames.CommitmentStream(commitment);
        var read = await ReadQuery.ReadAsync(http, visibility, time);
        await rights.RequireCommitmentAsync(http, stream);
        var (answer, faults) = await boards.WhatIfAsync(stream, wish, read.At, read.On, http.RequestAborted);
        return answer ?? throw (faults.Count > 0 ? Unsound(http, faults) : new ProblemException(ProblemKind.NotFound));
    }

    private static async Task<TriedRules> BodyAsync(HttpContext http)
    {
        using var body = RequestBody.Parse(await RequestBody.ReadAsync(http.Request, http.RequestAborted));
        return RequestBody.Bind<TriedRules>(body.RootElement, null);
    }

    /// <summary>By the body's members or the query's parameters, whichever stated them.</summary>
    private static ProblemException Unsound(HttpContext http, IReadOnlyList<Fault> faults) => HttpMethods.IsPost(http.Request.Method)
        ? new(ProblemKind.BodyInvalid, faults)
        : new(ProblemKind.QueryInvalid, [.. faults.Select(f => f with { Pointer = f.Pointer.Split('/')[1] })]);
}

/// <summary>On an endpoint that takes a body: it only answers a question, so that there is nothing to be retried.</summary>
internal sealed record RecordsNothing;

/// <inheritdoc cref="RulesDraft"/>
/// <param name="ForPlan">The one plan the rules would be for, by code or stream; of one commitment it is its own.</param>
internal sealed record TriedRules(
    RulesPreset? Preset = null,
    LightBy? LightBy = null,
    decimal? GreenTo = null,
    decimal? UndefinedTo = null,
    decimal? YellowTo = null,
    PaceBy? PaceBy = null,
    CountedAmount? CountedAmount = null,
    decimal? AheadFromPoints = null,
    int? OverdueGraceDays = null,
    int? NodeGraceDays = null,
    int? NodeYellowDays = null,
    PaceCurve? PaceCurve = null,
    string? ForPlan = null)
{
    public WhatIfWish ToWish() => new(
        new(Preset, LightBy, GreenTo, UndefinedTo, YellowTo, PaceBy, CountedAmount, AheadFromPoints, OverdueGraceDays, NodeGraceDays, NodeYellowDays, PaceCurve), ForPlan);
}

/// <summary>Reads the rules to try out from a query.</summary>
internal static class RulesDraftQuery
{
    private const int LongestDays = 9_999;

    public static readonly IReadOnlyList<string> Names =
        [.. typeof(RulesDraft).GetConstructors()[0].GetParameters().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!))];

    /// <exception cref="ProblemException">400 with every parameter at fault.</exception>
    public static WhatIfWish Read(HttpContext http)
    {
        var query = new QueryReading(http);
        var draft = new RulesDraft(
            query.Word<RulesPreset>("preset"),
            query.Word<LightBy>("lightBy"),
            query.Figure("greenTo"),
            query.Figure("undefinedTo"),
            query.Figure("yellowTo"),
            query.Word<PaceBy>("paceBy"),
            query.Word<CountedAmount>("countedAmount"),
            query.Figure("aheadFromPoints"),
            (int?)query.Number("overdueGraceDays", 0, LongestDays),
            (int?)query.Number("nodeGraceDays", 0, LongestDays),
            (int?)query.Number("nodeYellowDays", 0, LongestDays),
            CurveOf(query));
        query.ThrowOnFaults();
        return new(draft, query.Text("forPlan"));
    }

    private static PaceCurve? CurveOf(QueryReading query) => query.Text("paceCurve") is not { } text
        ? null
        : PaceCurve.Parse(text) ?? query.Fault<PaceCurve?>("paceCurve", "curve_unreadable", "应为各阶段末的百分比,如 15,40,65,100", "must be what is expected by the ends of the stages, such as 15,40,65,100");
}
