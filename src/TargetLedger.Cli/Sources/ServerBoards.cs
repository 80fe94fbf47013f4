using System.Globalization;
using System.Text.Json;
using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Cli;

internal sealed class ServerBoards(LedgerClient client) : IBoardSource
{
    public Task WaitForAsync(long position, CancellationToken cancellationToken) =>
        client.GetAsync("board" + Query(("after", position.ToString(CultureInfo.InvariantCulture)), ("limit", "1")), cancellationToken);

    public Task<ReadOnlyMemory<byte>> BoardAsync(BoardFilter filter, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        WholeAsync<ComplianceBoard>(
            "board" + Query(
                ("plan", filter.Plan),
                ("section", filter.Section),
                ("unit", filter.Units?[0]),
                ("group", filter.Group),
                ("light", filter.Light is { } light ? LightWords.Code(light) : null),
                ("at", at),
                ("on", Day(on)),
                ("limit", MaxLimit)),
            ListingPages.Join,
            cancellationToken);

    public Task<ReadOnlyMemory<byte>> TimelinessAsync(TimelinessFilter filter, TimelinessBy by, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        WholeAsync<TimelinessBoard>(
            "timeliness" + Query(
                ("plan", filter.Plan),
                ("section", filter.Section),
                ("unit", filter.Units?[0]),
                ("group", filter.Group),
                ("from", Day(filter.From)),
                ("to", Day(filter.To)),
                ("by", TimelinessText.Code(by)),
                ("at", at),
                ("on", Day(on)),
                ("limit", MaxLimit)),
            ListingPages.Join,
            cancellationToken);

    public async Task<ReadOnlyMemory<byte>> CommitmentAsync(string commitment, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        (await client.GetAsync(PathOf(commitment) + Query(("at", at), ("on", Day(on))), cancellationToken)).Body;

    public async Task<ReadOnlyMemory<byte>> ExplainAsync(string commitment, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        (await client.GetAsync(PathOf(commitment) + "/light" + Query(("at", at), ("on", Day(on))), cancellationToken)).Body;

    public async Task<ReadOnlyMemory<byte>> ForecastAsync(string commitment, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        (await client.GetAsync(PathOf(commitment) + "/forecast" + Query(("at", at), ("on", Day(on))), cancellationToken)).Body;

    public Task<ReadOnlyMemory<byte>> WhatIfAsync(BoardFilter filter, WhatIfWish wish, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        WholeAsync<WhatIfBoard>(
            "board/what-if" + Query([
                ("plan", filter.Plan),
                ("section", filter.Section),
                ("unit", filter.Units?[0]),
                ("group", filter.Group),
                ("light", filter.Light is { } light ? LightWords.Code(light) : null),
                ("at", at),
                ("on", Day(on)),
                ("limit", MaxLimit),
                ("forPlan", wish.ForPlan),
                .. TriedRules.Query(wish.Draft)]),
            ListingPages.Join,
            cancellationToken);

    public async Task<ReadOnlyMemory<byte>> WhatIfAsync(string commitment, WhatIfWish wish, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        (await client.GetAsync(PathOf(commitment) + "/what-if" + Query([("at", at), ("on", Day(on)), .. TriedRules.Query(wish.Draft)]), cancellationToken)).Body;

    public async Task<ReadOnlyMemory<byte>> ExplainFigureAsync(
        string commitment, RowFigure figure, string? member, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        (await client.GetAsync(
            PathOf(commitment) + "/explanation" + Query(("figure", FigureExplanationText.Code(figure)), ("member", member), ("at", at), ("on", Day(on))), cancellationToken)).Body;

    public Task<ReadOnlyMemory<byte>> HistoryAsync(string commitment, string? at, CancellationToken cancellationToken) =>
        WholeAsync<CommitmentHistory>(
            PathOf(commitment) + "/history" + Query(("at", at), ("limit", MaxLimit)), ListingPages.Join, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string MaxLimit => PageRequest.MaxLimit.ToString(CultureInfo.InvariantCulture);

    private async Task<ReadOnlyMemory<byte>> WholeAsync<T>(
        string path, Func<IReadOnlyList<T>, ReadOnlyMemory<byte>> join, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync(path, cancellationToken);
        if (answer.Next is null)
            return answer.Body;

        var pages = new List<T> { Read<T>(answer) };
        while (answer.Next is { } next)
        {
            answer = await client.GetAsync(next, cancellationToken);
            pages.Add(Read<T>(answer));
        }

        return join(pages);
    }

    private static T Read<T>(Answer answer) => JsonSerializer.Deserialize<T>(answer.Body.Span, AnswerJson.Options)!;

    private static string PathOf(string commitment) => $"commitments/{Uri.EscapeDataString(commitment)}";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Query(params (string Name, string? Value)[] parameters) =>
        "?" + string.Join('&', parameters.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
}
