using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Supervision;
using TargetLedger.Documents.YearScripts;

namespace TargetLedger.Cli;

/// <summary>
/// Carries a year's steps out over HTTP, in order, each at its own moment of the business clock. Every write goes under a
/// key made of the step's number, so a play that was cut off and is started again doubles nothing.
/// </summary>
/// <param name="plan">The plan's code.</param>
internal sealed class YearPlayer(LedgerClient server, string plan, YearScript script, LiveBoards live)
{
    private readonly Accounts accounts = new(server);
    private readonly Dictionary<string, (string? Commitment, string Id)> made = new(StringComparer.Ordinal);
    private long position;

    /// <summary>What was answered to the questions of the year, and how many rows of forms became drafts.</summary>
    public PlayedAsides Asked { get; private set; } = new(0, 0, 0);

    public async Task PlayAsync(IProgress<Step> progress, CancellationToken cancellationToken)
    {
        var clock = await BusinessClock.ReadAsync(server, cancellationToken);
        var boards = new Queue<BoardMoment>(script.Boards);
        for (var i = 0; i < script.Steps.Count; i++)
        {
            while (boards.TryPeek(out var board) && board.At < script.Steps[i].At)
                await TakeAsync(boards.Dequeue(), clock, script.Steps[i].At, cancellationToken);
            await clock.StepToAsync(script.Steps[i].At, cancellationToken);
            await CarryOutAsync(script.Steps[i], i, cancellationToken);
            progress.Report(new(i + 1, script.Steps.Count));
        }

        while (boards.TryDequeue(out var board))
            await TakeAsync(board, clock, DateTimeOffset.MaxValue, cancellationToken);
    }

    // A board is live while everything up to its moment is recorded and nothing after it; one that was taken is not taken again.
    private async Task TakeAsync(BoardMoment board, BusinessClock clock, DateTimeOffset nextStep, CancellationToken cancellationToken)
    {
        await clock.StepToAsync(board.At, cancellationToken);
        if (clock.Reached < nextStep && await live.TakenAsync(board, LiveKind.Timeliness, cancellationToken) is null)
            await live.TakeAsync(await accounts.SignInAsync("supervisor", cancellationToken), board, position, cancellationToken);
    }

    private async Task CarryOutAsync(Documents.YearScripts.Step step, int number, CancellationToken cancellationToken)
    {
        var client = await accounts.SignInAsync(step.As, cancellationToken);
        var route = ActRoute.Of(step.Act);
        var of = step.Of is null ? null : made[step.Of].Id;
        var path = route.Path(plan, step, of);
        if (route.IsQuestion)
        {
            await AskAsync(client, step, path, cancellationToken);
            return;
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"year-{number:D6}");
        if (step.Rows is { } rows)
        {
            await SubmitFormAsync(client, step, rows, path, key, cancellationToken);
            return;
        }

        var ifMatch = route.NeedsIfMatch ? (await client.GetAsync(route.VersionedAt(plan, step, of, position), cancellationToken)).ETag : null;
        var body = step.Drawn is { } place ? await FindingAsync(client, step, of!, place, cancellationToken) : BodyOf(step);
        var answer = route.Method == HttpMethod.Put
            ? await client.PutAsync(path, body, key, ifMatch, cancellationToken)
            : await client.PostAsync(path, body, key, ifMatch, cancellationToken);

        var written = JsonSerializer.Deserialize<Written>(answer.Body.Span, AnswerJson.Options)!;
        position = Math.Max(position, written.Position);
        if (step.Label is not null)
            made[step.Label] = written.Id is { } id ? (step.Commitment, id) : throw new Failure(ExitCode.Refused, "unexpected_answer", $"{step.Label} 没有编号", $"the answer to {step.Label} has no id");
    }

    private async Task AskAsync(LedgerClient client, Documents.YearScripts.Step step, string path, CancellationToken cancellationToken)
    {
        var about = step.Body.EnumerateObject().Select(m => $"{m.Name}={Uri.EscapeDataString(m.Value.ToString())}");
        var answer = (await client.GetAsync($"{path}?{string.Join('&', [.. about, .. KnownAt(step)])}", cancellationToken)).Body;
        Asked = step.Act == Act.Forecast
            ? Asked with { Forecasts = Asked.Forecasts + JsonSerializer.Deserialize<CommitmentForecast>(answer.Span, AnswerJson.Options)!.Quantities.Count(q => q.Forecast is not null) }
            : Asked with { LightsThatWouldChange = Asked.LightsThatWouldChange + JsonSerializer.Deserialize<WhatIfBoard>(answer.Span, AnswerJson.Options)!.Changed };
    }

    /// <summary>The form is the one of the step's moment: a play taken up again sends in the same file.</summary>
    private async Task SubmitFormAsync(
        LedgerClient client, Documents.YearScripts.Step step, IReadOnlyList<FormLine> rows, string path, string key, CancellationToken cancellationToken)
    {
        var month = step.Body.GetProperty("month").GetString()!;
        var form = await client.GetAsync($"{path}.csv?{string.Join('&', [$"month={month}", .. KnownAt(step)])}", cancellationToken);
        var filled = await FormFilling.FillAsync(form.Body, rows, cancellationToken);
        var answer = await client.PostAsync($"{path}?rows=all&changes=ask", filled, "text/csv", key, ifMatch: null, cancellationToken);

        var written = JsonSerializer.Deserialize<Written>(answer.Body.Span, AnswerJson.Options)!;
        position = Math.Max(position, written.Position);
        Asked = Asked with { FormDrafts = Asked.FormDrafts + written.Drafts };
        foreach (var row in rows)
            made[row.Label] = (row.Commitment, await DraftOfAsync(client, row.Commitment, month, cancellationToken));
    }

    /// <summary>The draft of a month, or the report it has become: they have one id.</summary>
    private async Task<string> DraftOfAsync(LedgerClient unit, string number, string month, CancellationToken cancellationToken)
    {
        var commitment = $"commitments/{Uri.EscapeDataString($"{plan}:{number}")}";
        var open = JsonSerializer.Deserialize<OpenDrafts>((await unit.GetAsync($"{commitment}/drafts?after={position}", cancellationToken)).Body.Span, AnswerJson.Options)!;
        if (open.Drafts.LastOrDefault(d => IsOf(d.Content.Period)) is { } draft)
            return draft.Id;
        var page = JsonSerializer.Deserialize<ReportedPage>((await unit.GetAsync(commitment, cancellationToken)).Body.Span, AnswerJson.Options)!;
        return page.Commitment.Reports.LastOrDefault(r => IsOf(r.Period))?.Id
            ?? throw new Failure(ExitCode.Refused, "unexpected_answer", $"{number} 没有 {month} 的草稿", $"{number} has no draft of {month}");

        bool IsOf(Period period) => period.End.ToString("yyyy-MM", CultureInfo.InvariantCulture) == month;
    }

    /// <summary>As known when the step is carried out.</summary>
    private static string[] KnownAt(Documents.YearScripts.Step step) =>
    [
        $"on={step.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        $"at={Uri.EscapeDataString(step.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))}",
    ];

    /// <summary>What was found of the report at a place of the sample: which one that is only the drawing tells.</summary>
    private static async Task<byte[]> FindingAsync(LedgerClient client, Documents.YearScripts.Step step, string sample, int place, CancellationToken cancellationToken)
    {
        var drawn = JsonSerializer.Deserialize<Sample>((await client.GetAsync($"samples/{sample}", cancellationToken)).Body.Span, AnswerJson.Options)!.Drawn.Reports;
        var body = JsonNode.Parse(step.Body.GetRawText())!.AsObject();
        body["report"] = drawn[place - 1].Report;
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    /// <summary>With the reports its labels stand for.</summary>
    private byte[] BodyOf(Documents.YearScripts.Step step)
    {
        if (step.Reports is null)
            return JsonSerializer.SerializeToUtf8Bytes(step.Body);
        var body = JsonNode.Parse(step.Body.GetRawText())!.AsObject();
        body["reports"] = new JsonArray([.. step.Reports.Select(l => new JsonObject { ["commitment"] = $"{plan}:{made[l].Commitment}", ["report"] = made[l].Id })]);
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    private sealed record OpenDrafts(IReadOnlyList<OpenDraft> Drafts);

    private sealed record OpenDraft(string Id, OfPeriod Content);

    private sealed record ReportedPage(ReportedCommitment Commitment);

    private sealed record ReportedCommitment(IReadOnlyList<ReportOfPeriod> Reports);

    private sealed record ReportOfPeriod(string Id, Period Period);

    private sealed record OfPeriod(Period Period);
}
