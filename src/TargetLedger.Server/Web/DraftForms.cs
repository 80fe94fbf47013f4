using System.Text.Json;
using System.Text.Json.Nodes;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;
using TargetLedger.Server.Hosting;
using TargetLedger.Server.Planning;

namespace TargetLedger.Server.Web;

/// <summary>What the pages of drafts send: each form becomes the wish a program would send, and goes its way.</summary>
internal static class DraftForms
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/d", async (HttpContext http, PlanDraftMaker maker) =>
            {
                var form = await PageForm.ReadAsync(http);
                var (_, draft) = await maker.MakeAsync(http, await DocumentReading.ReceiveAsync(http), form.Key);
                return TypedResults.LocalRedirect($"/d/{draft}");
            })
            .WithMetadata(new PageRight(Right.KeepLists), new BodyLimit(DocumentReading.MaxRequestBytes))
            .Takes()
            .WithRequestTimeout(Limits.LongRequests);
        routes
            .MapPost("/d/{draft}", async (HttpContext http, string draft, CommandRunner runner, PlanDraftQueries drafts, PlanDraftConfirmer confirmer, PlanDraftReviser reviser) =>
            {
                var form = await PageForm.ReadAsync(http);
                if (form.Text("act") == "confirm")
                    await ConfirmAsync(http, draft, form, runner, confirmer);
                else if (form.Text("act") == "revise")
                    await ReviseAsync(http, draft, form, runner, reviser);
                else
                    await ActAsync(http, form, runner, await drafts.FindAsync(draft, http.RequestAborted));
                return TypedResults.LocalRedirect($"/d/{draft}{(form.Text("back") is { } part ? $"#{part}" : "")}");
            })
            .WithMetadata(new PageRight(Right.KeepLists))
            .WithRequestTimeout(Limits.LongRequests);
    }

    private static Task<IResult> ActAsync(HttpContext http, PageForm form, CommandRunner runner, PlanDraft draft)
    {
        http.Request.RouteValues["task"] = form.Text("task") ?? "";
        http.Request.RouteValues["reading"] = form.Text("reading") ?? "";
        return form.Text("act") switch
        {
            "head" => RunAsync(PlanDraftActs.EditHead, Head(form)),
            "answers" => RunAsync(PlanDraftActs.Answer, Answers(form)),
            "add-task" => RunAsync(PlanDraftActs.AddTask, Task(form, [])),
            "edit-task" => RunAsync(PlanDraftActs.EditTask, Task(form, draft.Tasks.Find(t => t.Id == form.Text("task"))?.Units ?? [])),
            "drop-task" => RunAsync(PlanDraftActs.DropTask, Reason(form)),
            "add-reading" => RunAsync(PlanDraftActs.AddReading, Reading(form, "")),
            "edit-reading" => RunAsync(PlanDraftActs.Edit, Reading(form, "")),
            "split-reading" => RunAsync(PlanDraftActs.Split, PageForm.Wish(("parts", new JsonArray(Reading(form, "1"), Reading(form, "2"))))),
            "drop-reading" => RunAsync(PlanDraftActs.Drop, Reason(form)),
            "discard" => RunAsync(PlanDraftActs.Discard, Reason(form)),
            _ => throw new ProblemException(ProblemKind.FormExpired),
        };

        Task<IResult> RunAsync<TBody>(WriteUseCase<TBody, PlanDraft> act, JsonObject wish)
            => runner.RunAsync(http, act, JsonSerializer.SerializeToElement(wish, LedgerJson.Options), form.Key, form.Version);
    }

    private static Task<IResult> ConfirmAsync(HttpContext http, string draft, PageForm form, CommandRunner runner, PlanDraftConfirmer confirmer)
    {
        var wish = JsonSerializer.SerializeToElement(
            PageForm.Wish(("code", form.Text("code")), ("registerUnits", form.Flag("register")), ("units", Units(form))), LedgerJson.Options);
        var confirm = RequestBody.Bind(wish, new ConfirmPlanDraftShape());
        return runner.OnceAsync(http, wish, (actor, key) => confirmer.ConfirmAsync(draft, confirm, form.Version, actor, key, http.RequestAborted), form.Key);
    }

    private static Task<IResult> ReviseAsync(HttpContext http, string draft, PageForm form, CommandRunner runner, PlanDraftReviser reviser)
    {
        var wish = JsonSerializer.SerializeToElement(
            PageForm.Wish(
                ("plan", form.Text("plan")),
                ("fingerprint", form.Text("fingerprint")),
                ("reason", form.Text("reason") ?? ""),
                ("authority", form.Text("authority")),
                ("effectiveFrom", form.Text("effectiveFrom")),
                ("choices", new JsonArray([.. form.Names.Where(n => n.StartsWith(ChoicePrefix, StringComparison.Ordinal) && form.Text(n) is not null).Select(n => Choice(n, form.Text(n)!))])),
                ("rest", form.Text("rest")),
                ("registerUnits", form.Flag("register")),
                ("units", Units(form))),
            LedgerJson.Options);
        var revise = RequestBody.Bind(wish, new ReviseListShape());
        return runner.OnceAsync(http, wish, (actor, key) => reviser.ReviseAsync(draft, revise, form.Version, actor, key, http.RequestAborted), form.Key);
    }

    /// <summary>One field of a page for one difference: choice:11-3:target, and choice:11-3: for an item as a whole.</summary>
    public static string ChoiceName(string item, string? field) => $"{ChoicePrefix}{item}:{field}";

    private const string ChoicePrefix = "choice:";

    private static JsonObject Choice(string name, string chosen)
    {
        var (item, field) = (name[ChoicePrefix.Length..name.LastIndexOf(':')], name[(name.LastIndexOf(':') + 1)..]);
        return PageForm.Wish(("item", item), ("accept", chosen == "accept"), ("fields", field.Length > 0 ? new JsonArray(field) : null));
    }

    private static JsonArray Units(PageForm form) => new(
    [
        .. form.Names.Where(n => n.StartsWith("unit-", StringComparison.Ordinal) && form.Text(n) is not null)
            .Select(n => PageForm.Wish(("name", form.Text($"name-{n["unit-".Length..]}")), ("code", form.Text(n)))),
    ]);

    private static JsonObject Head(PageForm form) => PageForm.Wish(
        ("title", form.Text("title")),
        ("issuer", form.Text("issuer")),
        ("period", form.Period("periodStart", "periodEnd")),
        ("issuedOn", form.Text("issuedOn")),
        ("documentNumber", form.Text("documentNumber")));

    private static JsonObject Answers(PageForm form) => PageForm.Wish(("answers", new JsonArray(
    [
        .. form.Names.Where(n => n.StartsWith("answer-", StringComparison.Ordinal) && form.Text(n) is not null)
            .Select(n => PageForm.Wish(("question", n["answer-".Length..]), ("answer", form.Text(n)))),
    ])));

    private static JsonObject Reason(PageForm form) => new() { ["reason"] = form.Text("reason") ?? "" };

    private static JsonObject Task(PageForm form, IReadOnlyList<DraftedUnit> before) => PageForm.Wish(
        ("number", form.Text("number")),
        ("section", form.Text("section")),
        ("title", form.Text("title")),
        ("units", form.Text("units") is { } lines ? JsonSerializer.SerializeToNode(UnitLines.Read(lines, before), LedgerJson.Options) : null),
        ("deadline", Deadline(form)));

    /// <summary>A day and a recurrence together are sent as they are, for the shape check to say that one of them is meant.</summary>
    private static JsonObject? Deadline(PageForm form)
    {
        var due = PageForm.Wish(
            ("date", form.Text("due")),
            ("recurrence", form.Text("recurrence") is { } recurrence && recurrence != Ongoing ? recurrence : null),
            ("ongoing", form.Text("recurrence") == Ongoing ? true : null));
        return due.Count == 0 ? null : due;
    }

    /// <summary>长期, among the recurrences to choose from.</summary>
    public const string Ongoing = "ongoing";

    /// <param name="part">Which part of a split; empty for a reading itself.</param>
    private static JsonObject Reading(PageForm form, string part) => PageForm.Wish(
        ("kind", form.Text("kind" + part)),
        ("measure", form.Text("measure" + part)),
        ("bound", form.Text("bound" + part)),
        ("value", form.Number("value" + part)),
        ("upper", form.Number("upper" + part)),
        ("unit", form.Text("unit" + part)),
        ("baseline", form.Number("baseline" + part)),
        ("growthIn", form.Text("growthIn" + part)),
        ("aspirational", form.Flag("aspirational" + part)),
        ("period", form.Period("periodStart" + part, "periodEnd" + part)),
        ("due", form.Text("due" + part)),
        ("cadence", form.Text("cadence" + part)));
}

/// <summary>Responsible units as lines of a text: 牵头 市人社局, 配合 市财政局, 单位组 各区县.</summary>
internal static class UnitLines
{
    public static string Write(IEnumerable<DraftedUnit> units)
        => string.Join('\n', units.Select(u => $"{(u.IsGroup ? "单位组" : u.Role switch { Role.Lead => "牵头", Role.Partner => "配合", _ => "责任" })} {u.Name}"));

    /// <param name="before">What is known of the units that were there already stays known; a role that is written down is no inference.</param>
    public static IReadOnlyList<DraftedUnit> Read(string lines, IReadOnlyList<DraftedUnit> before) =>
    [
        .. lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var gap = line.IndexOfAny([' ', '\u3000', ':', '：']);
            var word = gap > 0 ? line[..gap] : "";
            var known = word is "牵头" or "配合" or "单位组" or "责任";
            var name = known ? line[(gap + 1)..].Trim() : line;
            var unit = before.FirstOrDefault(u => u.Name == name) ?? new DraftedUnit(name);
            return word switch
            {
                "牵头" => unit with { Role = Role.Lead, IsGroup = false, Inferred = false },
                "配合" => unit with { Role = Role.Partner, IsGroup = false, Inferred = false },
                "单位组" => unit with { Role = null, IsGroup = true, Inferred = false },
                _ => unit,
            };
        }),
    ];
}
