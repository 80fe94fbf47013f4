using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TargetLedger.Domain;
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
    private readonly Dictionary<string, (string Commitment, string Id)> reports = new(StringComparer.Ordinal);
    private long position;

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
        var commitment = step.Commitment is null ? null : $"commitments/{Uri.EscapeDataString($"{plan}:{step.Commitment}")}";
        var route = ActRoute.Of(step.Act);
        var path = route.Path(plan, commitment, step.Of is null ? null : reports[step.Of].Id, step.Unit);
        var ifMatch = route.NeedsIfMatch ? (await client.GetAsync(route.OfDraft ? path : $"{commitment}?after={position}", cancellationToken)).ETag : null;
        var (body, key) = (BodyOf(step), string.Create(CultureInfo.InvariantCulture, $"year-{number:D6}"));
        var answer = route.Method == HttpMethod.Put
            ? await client.PutAsync(path, body, key, ifMatch, cancellationToken)
            : await client.PostAsync(path, body, key, ifMatch, cancellationToken);

        var written = JsonSerializer.Deserialize<Written>(answer.Body.Span, AnswerJson.Options)!;
        position = Math.Max(position, written.Position);
        if (step.Label is not null)
            reports[step.Label] = written.Id is { } id ? (step.Commitment!, id) : throw new Failure(ExitCode.Refused, "unexpected_answer", "填报没有编号", "the answer to a report has no id");
    }

    /// <summary>With the reports its labels stand for.</summary>
    private byte[] BodyOf(Documents.YearScripts.Step step)
    {
        if (step.Reports is null)
            return JsonSerializer.SerializeToUtf8Bytes(step.Body);
        var body = JsonNode.Parse(step.Body.GetRawText())!.AsObject();
        body["reports"] = new JsonArray([.. step.Reports.Select(l => new JsonObject { ["commitment"] = $"{plan}:{reports[l].Commitment}", ["report"] = reports[l].Id })]);
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }
}
