using FluentValidation;
using TargetLedger.Boards;
using TargetLedger.Documents.Comparing;
using TargetLedger.Documents.Confirming;
using TargetLedger.Domain.Drafting;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>清单草稿: a document is read into a draft, put right, and confirmed as a list in force.</summary>
internal static class PlanDraftEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapReading(routes);
        MapActs(routes);
        MapComparing(routes);
    }

    private static void MapReading(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/plan-drafts", async (HttpContext http, PlanDraftMaker maker) => (await maker.MakeAsync(http, await DocumentReading.ReceiveAsync(http))).Answer)
            .Needs(Right.KeepLists)
            .RequiresKey()
            .WithMetadata(new BodyLimit(DocumentReading.MaxRequestBytes))
            .Takes(DocumentReading.NameParameter)
            .Accepts<byte[]>("*/*")
            .Produces<WriteAnswer>(StatusCodes.Status201Created)
            .WithSummary("上传文件,读成清单草稿 / Read a document into a draft of a list")
            .WithRequestTimeout(Limits.LongRequests);
        routes
            .MapGet("/plan-drafts", async (HttpContext http, PlanDraftQueries drafts) =>
            {
                new QueryReading(http).ThrowOnFaults();
                return await drafts.ListAsync(http.RequestAborted);
            })
            .Needs(Right.KeepLists)
            .Takes()
            .WithSummary("清单草稿 / Drafts of lists");
        routes
            .MapGet("/plan-drafts/{draft}", async (HttpContext http, string draft, PlanDraftQueries drafts) =>
            {
                new QueryReading(http).ThrowOnFaults();
                var page = await drafts.PageAsync(draft, http.RequestAborted);
                http.Response.Headers.ETag = EntityTags.Of(page.Version);
                return page;
            })
            .Needs(Right.KeepLists)
            .Takes()
            .WithSummary("一份草稿:每条读数、原句、问题 / A draft: every reading, its source, the questions");
        routes
            .MapGet("/plan-drafts/{draft}/document", async (HttpContext http, string draft, PlanDraftQueries drafts, OriginalFiles originals) =>
            {
                new QueryReading(http).ThrowOnFaults();
                var document = (await drafts.FindAsync(draft, http.RequestAborted)).Document;
                var bytes = await originals.ReadAsync(document.Sha256, http.RequestAborted) ?? throw new ProblemException(ProblemKind.NotFound);
                // Whatever it is, it is handed back to be saved, never to be run by a browser.
                return Results.File(bytes, "application/octet-stream", document.Name);
            })
            .Needs(Right.KeepLists)
            .Takes()
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .WithSummary("原件 / The document as it was sent");
    }

    private static void MapActs(IEndpointRouteBuilder routes)
    {
        routes.PostToDraft("head", PlanDraftActs.EditHead).WithSummary("填写文件信息 / Fill in what the document says of itself");
        routes.PostToDraft("answers", PlanDraftActs.Answer).WithSummary("回答问题 / Answer questions");
        routes.PostToDraft("tasks", PlanDraftActs.AddTask).WithSummary("补充任务 / Add a task by hand");
        routes.PostToDraft("tasks/{task}", PlanDraftActs.EditTask).WithSummary("修改任务 / Edit a task");
        routes.PostToDraft("tasks/{task}/drop", PlanDraftActs.DropTask).WithSummary("删去任务 / Drop a task");
        routes.PostToDraft("tasks/{task}/readings", PlanDraftActs.AddReading).WithSummary("补充事项 / Add a commitment by hand");
        routes.PostToDraft("readings/{reading}", PlanDraftActs.Edit).WithSummary("修改读数 / Edit a reading");
        routes.PostToDraft("readings/{reading}/split", PlanDraftActs.Split).WithSummary("拆分 / Split a reading");
        routes.PostToDraft("readings/{reading}/drop", PlanDraftActs.Drop).WithSummary("删去 / Drop a reading");
        routes.PostToDraft("discard", PlanDraftActs.Discard).WithSummary("作废草稿 / Discard the draft");
        routes
            .MapPost("/plan-drafts/{draft}/confirmation", async (HttpContext http, string draft, PlanDraftConfirmer confirmer, CommandRunner runner) =>
            {
                using var document = RequestBody.Parse(await RequestBody.ReadAsync(http.Request, http.RequestAborted));
                var wish = RequestBody.Bind(document.RootElement, new ConfirmPlanDraftShape());
                return await runner.OnceAsync(http, document.RootElement, (actor, key) =>
                    confirmer.ConfirmAsync(draft, wish, EntityTags.ReadIfMatch(http.Request), actor, key, http.RequestAborted));
            })
            .Needs(Right.KeepLists)
            .RequiresKey()
            .RequiresIfMatch()
            .Accepts<ConfirmPlanDraft>("application/json")
            .Produces<WriteAnswer>(StatusCodes.Status201Created)
            .Produces<WriteAnswer>()
            .WithSummary("确认:草稿成为清单 / Confirm: the draft becomes a list in force")
            .WithRequestTimeout(Limits.LongRequests);
    }

    private static void MapComparing(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/plan-drafts/{draft}/comparison", async (HttpContext http, string draft, PlanDraftQueries drafts, Visibility visibility, LedgerTime time) =>
            {
                var query = new QueryReading(http);
                var plan = query.Text("plan") ?? query.Fault<string>("plan", "value_missing", "请写明与哪份清单比较", "name the list to compare with");
                query.ThrowOnFaults();
                var read = await ReadQuery.ReadAsync(http, visibility, time);
                return (await drafts.CompareAsync(await drafts.FindAsync(draft, http.RequestAborted), plan!, read.At, http.RequestAborted, read.On)).Compared;
            })
            .Needs(Right.KeepLists)
            .TakesKnowledge("plan")
            .WithSummary("草稿与现行清单比较 / A draft against a list in force");
        routes
            .MapPost("/plan-drafts/{draft}/revision", async (HttpContext http, string draft, PlanDraftReviser reviser, CommandRunner runner) =>
            {
                using var document = RequestBody.Parse(await RequestBody.ReadAsync(http.Request, http.RequestAborted));
                var wish = RequestBody.Bind(document.RootElement, new ReviseListShape());
                return await runner.OnceAsync(http, document.RootElement, (actor, key) =>
                    reviser.ReviseAsync(draft, wish, EntityTags.ReadIfMatch(http.Request), actor, key, http.RequestAborted));
            })
            .Needs(Right.KeepLists)
            .RequiresKey()
            .RequiresIfMatch()
            .Accepts<ReviseList>("application/json")
            .Produces<WriteAnswer>(StatusCodes.Status201Created)
            .Produces<WriteAnswer>()
            .WithSummary("确认修订:逐项采纳或保留 / Confirm a revision: each difference accepted or left")
            .WithRequestTimeout(Limits.LongRequests);
        routes
            .MapPost("/plans/{plan}/comparison", async (HttpContext http, string plan, PlanDraftQueries drafts, DocumentReading documents, LedgerTime time) =>
            {
                var sent = await DocumentReading.ReceiveAsync(http);
                var (document, draft) = await documents.ReadAsync(sent, http.RequestAborted);
                var events = DraftedPlan.Of(document, draft, new("", sent.Name, sent.Bytes.Length));
                var read = PlanDraft.Fold(Guid.Empty, events.Select((e, i) => new Domain.Recorded(e, 0, i + 1, default, "")))!;
                return (await drafts.CompareAsync(read, plan, new AsOf.Now(time.Now.Day), http.RequestAborted)).Compared;
            })
            .Needs(Right.KeepLists)
            .WithMetadata(new BodyLimit(DocumentReading.MaxRequestBytes))
            .Takes(DocumentReading.NameParameter)
            .Accepts<byte[]>("*/*")
            .Produces<ListComparison>()
            .WithSummary("修订文件与现行清单比较,不入库 / A revised document against a list in force; nothing is recorded")
            .WithRequestTimeout(Limits.LongRequests);
    }

    private static RouteHandlerBuilder PostToDraft<TBody>(this IEndpointRouteBuilder routes, string act, WriteUseCase<TBody, PlanDraft> useCase)
        where TBody : notnull
        => routes.MapWrite(HttpMethods.Post, $"/plan-drafts/{{draft}}/{act}", useCase).Needs(Right.KeepLists).RequiresIfMatch();
}

/// <param name="Code">The plan's, unique in the ledger.</param>
/// <param name="RegisterUnits">Whether names that are not registered are to be, under codes made from them.</param>
/// <param name="Units">What names of the draft mean: registered codes, or codes to register them under.</param>
internal sealed record ConfirmPlanDraft(string Code, bool RegisterUnits = false, IReadOnlyList<NamedUnit>? Units = null);

/// <param name="Name">As the draft has it.</param>
internal sealed record NamedUnit(string Name, string Code);

internal sealed class ConfirmPlanDraftShape : AbstractValidator<ConfirmPlanDraft>
{
    public ConfirmPlanDraftShape()
    {
        RuleFor(c => c.Code).IsCode();
        RuleFor(c => c.Units!).AreNamedOnce().When(c => c.Units is not null);
        RuleForEach(c => c.Units).ChildRules(unit => unit.RuleFor(u => u.Code).IsCode());
    }
}

internal static class NamedUnits
{
    public static IRuleBuilderOptions<T, IReadOnlyList<NamedUnit>> AreNamedOnce<T>(this IRuleBuilder<T, IReadOnlyList<NamedUnit>> named)
        => named.HasAtMost(1_000)
            .Must(units => units.Select(u => u.Name).Distinct(StringComparer.Ordinal).Count() == units.Count)
            .Says("name_repeated", "名称重复", "a name appears twice");
}
